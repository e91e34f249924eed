# The commands of the house. `make help` lists them; tools/README.md says how they work.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
PORT ?= 8000
BIN := .venv/bin

.PHONY: help setup setup-dev demo test check format generate lock bench sizes clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | while IFS='|' read -r name text; do printf '%-18s %s\n' "$$name" "$$text"; done

setup: ## .venv with the pinned packages, fonts, map data, translations; quick when nothing changed
	@$(PYTHON) -m tools.setup

setup-dev: ## the same, with what tests and checks need
	@$(PYTHON) -m tools.setup --extra dev

demo: setup ## sample set and server on PORT (default 8000); prints the address and the sign-ins
	@exec $(BIN)/renkei demo --port $(PORT)

test: setup-dev ## every test; as root also brings browser, fonts and PostgreSQL where missing
	@$(BIN)/python -m tools.check --only tests

check: setup-dev ## what CI runs: format, lint, types, contracts, migrations, generated files, tests
	@$(BIN)/python -m tools.check

format: setup-dev ## put the code into the house format
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

generate: setup-dev ## files made from others: vocabulary tables, record schema, reference pages, messages
	@$(BIN)/python tools/build_vocabulary.py
	@for tool in schema reference rules messages; do $(BIN)/python -m tools.$$tool || exit 1; done

lock: ## constraints.txt and package-lock.json anew, after a pin was changed
	@$(PYTHON) -m tools.lock
	@npm install --package-lock-only --ignore-scripts

bench: ## speed and memory on this machine, printed
	@$(PYTHON) -m tools.setup --extra bench
	@$(BIN)/python -m benchmarks

sizes: ## figures of the code: lengths, broad excepts, tests per source line
	@$(PYTHON) -m tools.sizes

clean: ## take away what setup made; the register in var/ stays
	rm -rf .venv src/renkei/assets/fonts src/renkei/assets/world src/renkei/web/static/vendor
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
