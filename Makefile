# Needs only python3 and a package registry; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test generate bench recall docs page vsix fuzz trust lock audit sbom clean compiled

demo: .venv/runtime compiled  ## set everything up and check the example draft
	$(BIN)/speechlint examples/draft.txt || test $$? -eq 1

test: .venv/dev compiled  ## set everything up and run every check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/coverage run --parallel-mode -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

generate: .venv/dev  ## write rule pages and schema again
	$(BIN)/python -m speechlint.catalogue

docs: .venv/dev compiled  ## build the documentation into dist/site and look after every link
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file docs/mkdocs.yml
	$(BIN)/python docs/links.py dist/site

vsix: .venv/runtime compiled  ## the VS Code extension, dist/speechlint.vsix
	$(BIN)/python -m pip install --quiet --group vsix
	PYTHON=$(BIN)/python editors/vscode/build.sh dist/speechlint.vsix

bench: .venv/dev compiled  ## measure speed against others: build/bench/report.md
	$(BIN)/python benchmarks/report.py

recall: .venv/dev compiled  ## what is found of planted defects and of reworded texts
	$(BIN)/python benchmarks/planted.py
	$(BIN)/python benchmarks/spun.py

MINUTES ?= 60

fuzz: .venv/dev compiled  ## try hostile inputs for a while: make fuzz MINUTES=10
	$(BIN)/python -m pip install --quiet --group fuzz
	$(BIN)/python tests/fuzz/run.py --minutes $(MINUTES)

trust: fuzz  ## all that takes long: make trust MINUTES=60
	$(BIN)/python tests/trust/test_nothing_lost.py --kills 100
	$(BIN)/python tests/trust/test_size.py
	SPEECHLINT_MESSAGES=200 $(BIN)/python -m pytest -q -o faulthandler_timeout=0 tests/trust/test_server_messages.py
	$(BIN)/python -m tests.server.soak

COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.10 --no-header

lock: .venv/dev  ## write requirements/*.txt again: make lock UPGRADE=--upgrade for newer versions
	$(BIN)/python -m pip install --quiet --group lock
	cd requirements && ../$(COMPILE) $(UPGRADE) ../pyproject.toml build.in --group ../pyproject.toml:dev --output-file dev.txt
	cd requirements && ../$(COMPILE) $(UPGRADE) build.in --constraint dev.txt --output-file build.txt
	cd requirements && ../$(COMPILE) $(UPGRADE) ../pyproject.toml --constraint dev.txt --output-file runtime.txt
	cd requirements && ../$(COMPILE) $(UPGRADE) ../pyproject.toml --group ../pyproject.toml:audit --constraint dev.txt --output-file audit.txt
	$(BIN)/python requirements/licences.py

audit: .venv/dev  ## ask whether faults are known of anything that is locked
	$(BIN)/python $(LOCKED) requirements/audit.txt
	$(BIN)/python requirements/audit.py

sbom: .venv/dev  ## what speechlint is made of: dist/speechlint.cdx.json (CycloneDX)
	$(BIN)/python $(LOCKED) requirements/audit.txt
	$(BIN)/python requirements/sbom.py dist/speechlint.cdx.json

# The wheel is built from the sdist, where all files have one time: so it is the same everywhere.
VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"$$/\1/p' speechlint/__init__.py)
WHEEL = dist/speechlint-$(VERSION)-py3-none-any.whl
RELEASED = speechlint-$(VERSION).tar.gz speechlint-$(VERSION)-py3-none-any.whl speechlint.pyz speechlint.vsix speechlint.html speechlint.cdx.json
export SOURCE_DATE_EPOCH ?= 1767225600

.PHONY: dist
dist: .venv/dev compiled  ## build all that is released into dist/, with SHA256SUMS
	rm -f $(addprefix dist/,$(RELEASED) SHA256SUMS)
	$(BIN)/python -m hatchling build --target sdist --directory dist
	PYTHONHASHSEED=0 $(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist dist/speechlint-$(VERSION).tar.gz
	$(BIN)/python editors/pyz.py dist/speechlint.pyz --wheel $(WHEEL)
	PYTHON=$(BIN)/python WHEEL=$(WHEEL) editors/vscode/build.sh dist/speechlint.vsix
	PYTHON=$(BIN)/python WHEEL=$(WHEEL) editors/page/build.sh dist/speechlint.html
	$(MAKE) sbom
	cd dist && sha256sum $(RELEASED) > SHA256SUMS

page: .venv/dev compiled  ## build dist/speechlint.html, the page that needs no installation
	PYTHON=$(BIN)/python editors/page/build.sh dist/speechlint.html

# Where PYTHONDONTWRITEBYTECODE is set, every start of an editable install would compile every module.
# By their times, or each start would read the sources too.
compiled: .venv/runtime
	$(BIN)/python -m speechlint.prepare
	$(BIN)/python -m compileall -q --invalidation-mode timestamp speechlint

clean:
	rm -rf .venv dist build .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Only what is locked, to the byte; see requirements/README.md.
LOCKED := -m pip install --quiet --require-hashes --no-build-isolation --requirement

.venv/build: requirements/build.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $<
	touch $@

.venv/runtime: requirements/runtime.txt pyproject.toml .venv/build
	$(BIN)/python $(LOCKED) $<
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: requirements/dev.txt .venv/runtime
	$(BIN)/python $(LOCKED) $<
	touch $@
