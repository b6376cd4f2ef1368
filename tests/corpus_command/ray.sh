#!/usr/bin/env bash
# `speechlint corpus --engine ray` on a cluster of two nodes, one of which is killed. Ray is
# large, so it goes into an environment of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=build/ray/bin
[ -x $bin/python ] || ${PYTHON:-python3} -m venv build/ray
$bin/python -m pip install --quiet --editable '.[ray]' 'pytest>=8' pytest-asyncio 'hypothesis>=6.100'
$bin/python -m pytest -q -rs -o faulthandler_timeout=300 tests/corpus_command/test_cluster.py
