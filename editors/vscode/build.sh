#!/usr/bin/env bash
# Builds speechlint.vsix from npm and the checkout, the same bytes every time.
#
#     PYTHON=.venv/bin/python [WHEEL=speechlint.whl] editors/vscode/build.sh [speechlint.vsix]
set -euo pipefail
out=$(realpath -m "${1:-dist/speechlint.vsix}")
python=$(realpath -s "${PYTHON:-.venv/bin/python}")
wheel=${WHEEL:+$(realpath "$WHEEL")}
cd "$(dirname "$0")"
mkdir -p "$(dirname "$out")"
# The version stands in one place.
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' ../../speechlint/__init__.py)
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
npm run --silent check
npm run --silent build -- --log-level=warning
"$python" ../libs.py bundled/libs ${wheel:+--wheel "$wheel"}
cp run.py bundled/run.py
cp ../../LICENSE LICENSE
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1767225600} npx vsce package "$version" --no-git-tag-version --no-update-package-json \
  --no-dependencies --allow-missing-repository --no-rewrite-relative-links -o "$out"
