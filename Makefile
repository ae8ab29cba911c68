# Each verb sets up what it needs; `make` alone lists them.
.DEFAULT_GOAL := help
# Where bytecode may not be kept, every start of Python compiles its libraries anew: seconds, many times over.
unexport PYTHONDONTWRITEBYTECODE

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

UV_VERSION := 0.13.9
export UV := $(or $(shell command -v uv),$(CURDIR)/.uv/bin/uv)
PY := .venv/bin/python
STEP := @infra/step.sh
QUIET_STEP := $(STEP) -q

.PHONY: help
help: ## List the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(CURDIR)/.uv/bin/uv:
	$(QUIET_STEP) "Installing uv $(UV_VERSION) into the project" \
		sh -c 'python3 -m venv .uv && .uv/bin/pip install --quiet uv==$(UV_VERSION)'

.venv/.ready: uv.lock pyproject.toml | $(filter $(CURDIR)/%,$(UV))
	$(QUIET_STEP) "Installing the Python" $(UV) sync --quiet --locked
	@touch $@

.venv-local/.ready: uv.lock pyproject.toml | $(filter $(CURDIR)/%,$(UV))
	$(QUIET_STEP) "Installing the local cloud" \
		env UV_PROJECT_ENVIRONMENT=.venv-local $(UV) sync --quiet --locked --only-group local
	@touch $@

.venv-sam/.ready: uv.lock pyproject.toml | $(filter $(CURDIR)/%,$(UV))
	$(QUIET_STEP) "Installing SAM" env UV_PROJECT_ENVIRONMENT=.venv-sam $(UV) sync --quiet --locked --only-group sam
	@touch $@

# `sam build` begins by removing what it made before, which another test or a running service may be reading.
.PHONY: build
build: .venv/.ready .venv-sam/.ready ## Make the artifacts that ship, in .aws-sam/build: `sam build`, when its source changed
	@mkdir -p .aws-sam; source=$$(find template.yaml functions infra/package Makefile pyproject.toml uv.lock -type f \
		-not -path '*/__pycache__/*' | sort | xargs sha256sum); \
	if [ ! -e .aws-sam/build/template.yaml ] || [ "$$source" != "$$(cat .aws-sam/source 2>/dev/null)" ]; then \
		rm -f .aws-sam/source; \
		SAM_CLI_TELEMETRY=0 infra/step.sh -q "Building the functions" .venv-sam/bin/sam build; \
		echo "$$source" >.aws-sam/source; \
	fi

.PHONY: lock
lock: .venv/.ready ## Write the lock after a change of a dependency or of the version, and what each function ships
	@$(UV) lock
	@$(MAKE) --no-print-directory functions/core/requirements.txt functions/renderer/requirements.txt functions/deployment/requirements.txt

functions/%/requirements.txt: uv.lock pyproject.toml | .venv/.ready
	@$(UV) export --quiet --locked --only-group $* --no-header --no-annotate --output-file $@ >/dev/null

# What `sam build` asks for, function by function.
.PHONY: artifact
artifact: .venv/.ready functions/$(UNIT)/requirements.txt
	@$(PY) -m infra.package.build $(UNIT) --into "$(INTO)"

.PHONY: lint-template
lint-template: .venv-sam/.ready
	$(QUIET_STEP) "Checking the template with SAM" \
		env SAM_CLI_TELEMETRY=0 .venv-sam/bin/sam validate --lint --region eu-west-2
	$(QUIET_STEP) "Checking the template against the house's rules" \
		.venv-sam/bin/cfn-lint --append-rules infra/cfn_rules --regions eu-west-2 -- template.yaml

STAGE ?= dev
.PHONY: deploy
deploy: build .venv-sam/.ready ## Deploy to AWS and publish the page: make deploy STAGE=dev
	@SAM_CLI_TELEMETRY=0 .venv-sam/bin/sam deploy --config-env $(STAGE)
	@$(MAKE) --no-print-directory publish STAGE=$(STAGE)

.PHONY: publish
publish: .venv/.ready frontend/dist/index.html ## Finish `sam deploy`: publish the page, try the stage, say what it lacks
	@PYTHONPATH=.:functions/deployment $(PY) -m infra.publish $(STAGE)

.PHONY: openapi
openapi: .venv/.ready ## Write infra/openapi.json from the routes
	@PYTHONPATH=functions/core $(PY) infra/openapi.py

.PHONY: guide
guide: .venv/.ready ## Write the error catalogue of docs/mis-guide.md from the code
	@PYTHONPATH=functions/core $(PY) infra/guide.py

.PHONY: imports
imports: .venv/.ready ## Draw who imports whom, in docs/imports.md
	@PYTHONPATH=functions/core $(PY) infra/imports.py

.PHONY: lint-python
lint-python: .venv/.ready
	$(QUIET_STEP) "Checking the Python's form" .venv/bin/ruff format --check --quiet .
	$(QUIET_STEP) "Checking the Python with ruff" .venv/bin/ruff check --quiet .
	$(QUIET_STEP) "Checking who imports whom" env PYTHONPATH=functions/core .venv/bin/lint-imports --no-cache --no-logo
	$(QUIET_STEP) "Checking the Python's types" .venv/bin/pyright --warnings

.PHONY: check
check: lint-python lint-template check-frontend ## Lint and type-check everything

BROWSERS := chromium firefox webkit
.PHONY: test-in-a-browser
test-in-a-browser: build frontend/dist/index.html .venv-local/.ready $(BROWSERS:%=.local/%.path)
	$(STEP) "Testing in a browser" $(PY) -m pytest tests/e2e

.PHONY: test-on-the-local-cloud
test-on-the-local-cloud: build .venv-local/.ready
	$(STEP) "Testing on the local cloud" $(PY) -m pytest tests/integration

.PHONY: test-in-process
test-in-process: build .venv-sam/.ready
	$(STEP) "Testing units, contracts and architecture" \
		$(PY) -m pytest -n auto --dist worksteal tests/unit tests/contract tests/architecture

# The longest first; it waits for its browser half of its time, so three at once fill two cores.
.PHONY: every-step
every-step: test-in-a-browser test-on-the-local-cloud check test-in-process

.PHONY: test
test: ## Check, build and run every test
	@rm -rf .local/steps
	@$(MAKE) --no-print-directory --keep-going --jobs=3 every-step || \
		{ echo; sort -u .local/steps/failed | sed 's/^/FAILED: /'; exit 1; }

.PHONY: test-fast
test-fast: .venv/.ready ## Run the unit and contract tests but the slow ones
	@$(PY) -m pytest -q -n auto --dist worksteal -m "not slow" --hypothesis-profile=quick tests/unit tests/contract

.PHONY: coverage
coverage: .venv/.ready ## Say which lines of the functions no unit or contract test runs: five minutes of CPU
	@$(PY) -m pytest -q -n auto --dist worksteal --cov --cov-report=term-missing:skip-covered tests/unit tests/contract

.PHONY: audit
audit: .venv/.ready frontend/node_modules/.ready ## Ask whether a pinned package has a known weakness
	$(STEP) "Asking about the Python" $(UV) audit --locked --preview-features audit-command
	$(STEP) "Asking about the page's packages" npm --prefix frontend audit

.PHONY: hooks
hooks: .venv/.ready ## Check what is committed, before each commit
	@.venv/bin/pre-commit install

.PHONY: bench
bench: build frontend/dist/index.html .venv-local/.ready .local/chromium.path ## Measure the page against its budgets, as a table
	@PYTHONPATH=.:functions/core $(PY) -m tests.bench.page_budgets

.local/%.path: infra/local/browser.sh
	$(QUIET_STEP) "Finding $*" sh -c 'infra/local/browser.sh $* > $@.new && mv $@.new $@'

.PHONY: run
run: .venv-local/.ready build frontend/dist/index.html ## Run everything on this machine, at http://localhost:8080
	@PYTHONPATH=.:functions/core $(PY) -m infra.local.run

.PHONY: dev
dev: .venv-local/.ready build frontend/node_modules/.ready ## Run it for who changes it: the page and the functions follow their source
	@PYTHONPATH=.:functions/core $(PY) -m infra.local.dev

.PHONY: clean-local
clean-local: .venv/.ready ## Forget the local data; the next `make run` starts afresh
	@PYTHONPATH=.:functions/core $(PY) -m infra.local.clean

frontend/node_modules/.ready: frontend/package-lock.json frontend/package.json
	@command -v npm >/dev/null || { echo "Centremark's page is built with npm. Install Node.js (https://nodejs.org), then try again."; exit 1; }
	$(QUIET_STEP) "Installing the page's packages" npm --prefix frontend ci --silent --no-progress
	@touch $@

HEADINGS := functions/core/centremark/adapters/files/headings.json
FRONTEND_SOURCES := $(shell find frontend/src frontend/public -type f) $(HEADINGS) frontend/index.html frontend/vite.config.ts frontend/size.mjs

frontend/dist/index.html: frontend/node_modules/.ready $(FRONTEND_SOURCES)
	$(QUIET_STEP) "Building the page" npm --prefix frontend run --silent build

.PHONY: check-frontend
check-frontend: frontend/node_modules/.ready
	$(QUIET_STEP) "Checking the page's form and oxlint's rules" npm --prefix frontend run --silent lint
	$(QUIET_STEP) "Checking the page's types" npm --prefix frontend run --silent types
	$(QUIET_STEP) "Checking the page against the API" npm --prefix frontend run --silent api:check
	$(STEP) "Testing the page" npm --prefix frontend run --silent unit
