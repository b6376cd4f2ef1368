#!/usr/bin/env bash
# Builds speechlint.html from npm and the checkout: the page that needs no installation.
#
#     PYTHON=.venv/bin/python [WHEEL=speechlint.whl] editors/page/build.sh [speechlint.html]
set -euo pipefail
out=$(realpath -m "${1:-dist/speechlint.html}")
python=$(realpath -s "${PYTHON:-.venv/bin/python}")
wheel=${WHEEL:+$(realpath "$WHEEL")}
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
# Servers and TOML writers are for other places.
"$python" ../libs.py libs --without pygls --without tomlkit ${wheel:+--wheel "$wheel"}
node build.mjs libs "$out"
