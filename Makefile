# Everything one does with Longtake. It needs make and Python 3.12 or later; the rest comes by itself (setup/prepare.py).

PYTHON ?= python3
PORT ?= 8000
IN_VENV := .venv/bin/python
PREPARE := "$(PYTHON)" setup/prepare.py
# Python keeps what it has compiled, also where the environment says otherwise: without, each process takes seconds longer to begin.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test check bench fuzz survive grow install-trial mutants lock triggers messages python run-ready develop-ready

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: run-ready ## play the story and serve the site at PORT (8000); with ONCE=1, stop after the story
	@PORT="$(PORT)" $(IN_VENV) -m demo $(if $(filter-out 0,$(ONCE)),--once)

test: develop-ready ## run all tests; ARGS are handed to pytest
	@$(IN_VENV) -m pytest -n auto $(ARGS)

check: develop-ready ## lint, types, import contracts, migrations, templates, deployment settings
	@$(IN_VENV) -m setup.check

bench: develop-ready ## measure what is promised, in about 20 minutes; ONLY="planner pages" some of it, LARGE=1 with very many rows (hours)
	@$(IN_VENV) -m benchmarks $(if $(filter-out 0,$(LARGE)),--large) $(ONLY)

fuzz: develop-ready ## send odd requests in each role; REQUESTS for each (25000), SEED (1)
	@LONGTAKE_TEST_FUZZ_REQUESTS="$(or $(REQUESTS),25000)" LONGTAKE_TEST_FUZZ_SEED="$(or $(SEED),1)" $(IN_VENV) -m pytest -n 2 --timeout=0 -rP tests/fuzz $(ARGS)

survive: develop-ready ## break a complete installation in every way that we know of, while people use it; ROUNDS (40), SEED (1), ONLY="Valkey"
	@$(IN_VENV) -m tests.survival --rounds "$(or $(ROUNDS),40)" --seed "$(or $(SEED),1)" --only "$(ONLY)"

grow: develop-ready ## run behind PgBouncer, with a replica, Sentinels and RabbitMQ, each a real one; as root it installs what Debian has
	@LONGTAKE_TEST_GROWTH=1 $(IN_VENV) -m pytest -n 0 --timeout=0 -rP tests/growth $(ARGS)

install-trial: develop-ready ## follow docs/operations.md word by word on an empty Debian with its own systemd; needs root, debootstrap and slirp4netns
	@$(IN_VENV) -m tests.installation $(ARGS)

mutants: develop-ready ## break rules and verbs one spot at a time, and list what no test notices; ONLY=licensing/terms/charging/pricing.py MOST=20
	@$(IN_VENV) -m setup.mutants --only "$(ONLY)" --most "$(or $(MOST),0)"

lock: develop-ready ## resolve the newest packages that pyproject.toml and package.json allow
	@$(IN_VENV) -m setup.lock

triggers: develop-ready ## write the SQL of an app's changed triggers; APP=licensing NAME=0003_prices
	@$(IN_VENV) -m setup.triggers "$(APP)" "$(NAME)"

messages: develop-ready ## gather new strings into locale/ (needs GNU gettext)
	@$(IN_VENV) -m setup.messages

run-ready: python
	@$(PREPARE) run

develop-ready: python
	@$(PREPARE) develop

python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null || { echo "Longtake needs Python 3.12 or later, and \"$(PYTHON)\" is not: install it (on Debian and Ubuntu: apt-get install python3 python3-venv), or name one with make PYTHON=/its/path." >&2; exit 1; }
