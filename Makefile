# make demo   sets everything up and runs the transfer-learning demo
# make panel  builds the JupyterLab panel
# make test   sets everything up and runs the tests
# make lint   checks style and types
# make bench  measures, side by side; make bench-fast DATA=folder trains for an hour or two

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

PANEL  := fastaid/labextension/static/style.js
NODE   := PATH="$(abspath $(BIN)):$$PATH"  # pip brings a node for machines that have none

.PHONY: demo panel test lint bench bench-fast clean
.DEFAULT_GOAL := demo

# A stamp and not $(BIN)/python: where Debian's python3-venv is missing, python makes half an environment.
$(VENV)/.made:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	touch $@

# The panel is built by `make panel`; a learner's `pip install` gets it built.
export HATCH_JUPYTER_BUILDER_SKIP_NPM := 1

# Installing again would write through the link to the panel, and find its own file there the next time.
UNLINK := rm -rf $(VENV)/share/jupyter/labextensions/fastaid fastaid/labextension/install.json

$(VENV)/.installed: pyproject.toml | $(VENV)/.made
	$(UNLINK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . nbclient nbconvert
	touch $@

$(VENV)/.installed-test: pyproject.toml | $(VENV)/.installed
	$(UNLINK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,dev]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/python demos/run.py 01_transfer_learning

labextension/node_modules/.installed: labextension/package-lock.json | $(VENV)/.installed-test
	cd labextension && $(NODE) npm ci --silent --no-audit --no-fund
	touch $@

$(PANEL): $(wildcard labextension/src/* labextension/style/* labextension/schema/*) labextension/package.json \
          labextension/tsconfig.json labextension/node_modules/.installed
	cd labextension && $(NODE) npm run --silent build

panel: $(PANEL)
	$(UNLINK)
	mkdir -p $(VENV)/share/jupyter/labextensions
	ln -sfn "$(abspath fastaid/labextension)" $(VENV)/share/jupyter/labextensions/fastaid

test: $(VENV)/.installed-test panel
	cd labextension && $(NODE) npm run --silent check && $(NODE) npm run --silent test
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.installed-test panel
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/panel.py
	$(BIN)/python benchmarks/teach.py

# DATA holds flowers12, mnist_tiny, pets_small and resnet_cifar10_weights.
bench-fast: $(VENV)/.installed-test
	$(BIN)/python benchmarks/fast.py $(DATA)
	$(BIN)/python benchmarks/accuracy.py $(DATA)

clean:
	rm -rf $(VENV) demos/executed build dist fastaid/labextension labextension/node_modules labextension/lib
