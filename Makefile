# Everything a checkout needs. `make` alone lists the commands.
#
# The environments are stamped: each is made again when pyproject.toml (or the benchmark's requirements) changes.
# Installing asks for nothing but Python 3.11 with its venv module, and make.

PYTHON ?= python3
PIP := -m pip --disable-pip-version-check --quiet install
BIN := .venv/bin

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test chaos lint format diagrams bench clean

help: ## list these commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 14

demo: .venv/core ## play a recorded call through a policy, and draw the policy as a poster
	@$(BIN)/policy-engine demo
	@mkdir -p build
	@printf '\nThe same policy as a poster, to open in a browser: '
	@$(BIN)/policy-engine draw aggressive_caller -o build/aggressive_caller.svg

test: .venv/test ## check the style, the types and the map of the code, then run every test with coverage
	@# Meanwhile, since a type checker has use for one core: every test is read once, and not by each worker.
	@$(BIN)/python -m pytest --collect-only -q >/dev/null 2>&1 & \
		$(MAKE) --no-print-directory lint; linted=$$?; wait; exit $$linted
	@$(BIN)/python -m pytest -n auto --dist worksteal -q --cov

# So many times the random charts, courses and files that every change tries.
CHANCE ?= 20

chaos: .venv/test ## try many more random things than `make test` does (make chaos CHANCE=100 for more still)
	@POLICY_ENGINE_CHANCE=$(CHANCE) $(BIN)/python -m pytest -n auto --dist worksteal -q -m chance --timeout 7200

lint: .venv/test ## check the style, the types and the map of the code
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: .venv/test ## lay the code out as `make lint` wants it
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

diagrams: .venv/test ## print everything that is made of the ready policies again, and the pictures in the docs
	@$(BIN)/python -m tests.diagrams.kits
	@$(BIN)/python -m tests.diagrams.pictures

bench: .venv-bench/made ## measure against other state machine libraries, in an environment of its own
	@.venv-bench/bin/python -m benchmarks

clean: ## remove the environments and what tools left behind
	@rm -rf .venv .venv-bench build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# $(call environment,FOLDER): an empty environment, or one sentence that says what is missing.
define environment
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	|| { echo "Python 3.11 or newer is needed: install it, or name one with 'make PYTHON=/path/to/python3'." >&2; exit 1; }
@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| { echo "Python's venv module is missing: install it, on Debian and Ubuntu with 'apt install python3-venv'." >&2; exit 1; }
@echo "making $(1) ..." >&2
@rm -rf $(1)
@$(PYTHON) -m venv $(1)
endef

.venv/core: pyproject.toml
	$(call environment,.venv)
	@$(BIN)/python $(PIP) --editable .
	@touch $@

# In one go, which is less work than to add to the smaller one; what `make demo` needs is part of it.
.venv/test: pyproject.toml
	$(call environment,.venv)
	@$(BIN)/python $(PIP) --editable '.[test]'
	@touch .venv/core $@

.venv-bench/made: pyproject.toml benchmarks/requirements.txt
	$(call environment,.venv-bench)
	@.venv-bench/bin/python $(PIP) --editable . --requirement benchmarks/requirements.txt
	@touch $@
