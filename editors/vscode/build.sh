#!/usr/bin/env bash
# Builds speechlint.vsix from npm and the checkout, the same bytes every time.
#
#     PYTHON=.venv/bin/python editors/vscode/build.sh [speechlint.vsix]
set -euo pipefail
out=$(realpath -m "${1:-dist/speechlint.vsix}")
python=$(realpath -s "${PYTHON:-.venv/bin/python}")
cd "$(dirname "$0")"
mkdir -p "$(dirname "$out")"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
npm run --silent check
npm run --silent build -- --log-level=warning
"$python" ../libs.py bundled/libs
cp run.py bundled/run.py
cp ../../LICENSE LICENSE
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1767225600} npx vsce package --no-dependencies --allow-missing-repository --no-rewrite-relative-links -o "$out"
