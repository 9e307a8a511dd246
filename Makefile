# make demo   sets everything up and runs the transfer-learning demo
# make test   sets everything up and runs the tests
# make lint   checks style and types
# make bench  measures, side by side

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint bench clean
.DEFAULT_GOAL := demo

# A stamp and not $(BIN)/python: where Debian's python3-venv is missing, python makes half an environment.
$(VENV)/.made:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	touch $@

$(VENV)/.installed: pyproject.toml | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . nbclient nbconvert
	touch $@

$(VENV)/.installed-test: pyproject.toml | $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,dev]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/python demos/run.py 01_transfer_learning

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.installed-test
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) demos/executed build dist
