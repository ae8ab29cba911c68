# Each verb sets up what it needs; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

UV_VERSION := 0.13.9
UV := $(or $(shell command -v uv),.uv/bin/uv)
PY := .venv/bin/python

.PHONY: help
help: ## List the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

.uv/bin/uv:
	@echo "Installing uv $(UV_VERSION) into the project"
	@python3 -m venv .uv && .uv/bin/pip install --quiet uv==$(UV_VERSION)

.venv/.ready: uv.lock pyproject.toml | $(filter .uv/bin/uv,$(UV))
	@$(UV) sync --quiet --locked
	@touch $@

.venv-local/.ready: uv.lock pyproject.toml | $(filter .uv/bin/uv,$(UV))
	@UV_PROJECT_ENVIRONMENT=.venv-local $(UV) sync --quiet --locked --only-group local
	@touch $@

.venv-sam/.ready: uv.lock pyproject.toml | $(filter .uv/bin/uv,$(UV))
	@UV_PROJECT_ENVIRONMENT=.venv-sam $(UV) sync --quiet --locked --only-group sam
	@touch $@
