# The same few commands at the desk and in CI. Needs: Python 3.11 or newer with venv and pip, make.

PYTHON ?= python3
BIN = .venv/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r
TOKEN_LINE = ^[[:space:]]*(export[[:space:]]+)?BOT_TOKEN[[:space:]]*=[[:space:]]*["']?[^[:space:]"'\#]

.PHONY: help run demo key check-settings test test-long check fmt hooks bench train-search bench-search chaos soak fuzz screens lock clean

help:
	@echo "make run    start the bot; without a BOT_TOKEN, the demo in a browser"
	@echo "make demo   the demo, whatever the settings say"
	@echo "make key FILE=/media/stick/seminar-bot.key  make a key for the database"
	@echo "make check-settings  say what is wrong with the settings, the database and the backups"
	@echo "make test   run the tests; T=tests/handlers/faq or T='-k word' for some (the page's need Chromium, 'make check')"
	@echo "make test-long  every test at full size: kills, hours and people by the thousand"
	@echo "make check  lint, format, types, and what the program says of itself"
	@echo "make fmt    put the code into its form, and mend what ruff can mend"
	@echo "make hooks  look at each commit before it is made (pre-commit)"
	@echo "make bench  measure; BENCH_SHORT=1 for a short run"
	@echo "make train-search  train the search anew from tests/search/labelled and the texts"
	@echo "make bench-search  how well and how fast the search works; trains a model a writer"
	@echo "make chaos  everything that can fail, at full size; CHAOS_WRITE=1 writes docs/reliability.md"
	@echo "make soak   thirty days on virtual time in one process: what it holds must not grow; writes docs/soak.md"
	@echo "make fuzz   feed the bot 100,000 updates that are almost like Telegram's"
	@echo "make screens  take the pictures of docs/screens anew (needs Chromium and a font with emoji)"
	@echo "make lock   lock the dependencies anew (needs uv)"
	@echo "make clean  remove what make has made; data/ stays"

run: .venv/run.stamp
	@if [ -n "$$BOT_TOKEN" ] || grep -Eqs "$$TOKEN_LINE" .env; then \
		exec $(BIN)/python -m bot run; \
	else \
		echo "No BOT_TOKEN in the environment or .env: this is the demo."; \
		exec $(BIN)/python -m bot demo; \
	fi

demo: .venv/run.stamp
	@exec $(BIN)/python -m bot demo

key:
	@[ -n "$$FILE" ] || { echo "Say where the key goes: make key FILE=/media/stick/seminar-bot.key"; exit 1; }
	@$(MAKE) --no-print-directory -s .venv/run.stamp
	@exec $(BIN)/python -m bot key new "$$FILE"

check-settings: .venv/run.stamp
	@exec $(BIN)/python -m bot check

test: .venv/test.stamp
	@$(RUN_TESTS) $(T)

test-long: .venv/test.stamp
	@SIZE=full $(RUN_TESTS) $(T)

check: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m bot check

fmt: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

hooks: .venv/dev.stamp
	$(BIN)/pre-commit install

bench: .venv/run.stamp
	$(BIN)/python -m tests.bench

train-search: .venv/train.stamp
	$(ONE_THREAD) $(BIN)/python -m tests.search.training

bench-search: .venv/train.stamp
	$(ONE_THREAD) $(BIN)/python -m tests.bench.search

chaos: .venv/test.stamp
	@SIZE=full $(RUN_TESTS) tests/process tests/chaos tests/delivery tests/core/faq tests/core/test_retry_after.py \
		tests/handlers/inbox/webhook tests/handlers/broadcasts/test_misleading_chat.py

soak: .venv/test.stamp
	$(BIN)/python -m tests.soak

fuzz: .venv/test.stamp
	$(BIN)/python -m tests.fuzz.run

screens: .venv/dev.stamp
	$(BIN)/python -m tests.page.screens

# What Python compiles goes to build/, also where it should write nothing beside the sources: parts share it.
RUN_TESTS = PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=$(CURDIR)/build/pycache $(BIN)/python -m tests.side_by_side

lock:
	$(LOCK) --extra charts pyproject.toml -o requirements.txt
	$(LOCK) --extra charts --extra postgres pyproject.toml -o requirements-postgres.txt
	$(LOCK) --extra charts --extra postgres --extra test pyproject.toml -o requirements-test.txt
	$(LOCK) --extra charts --extra postgres --extra test --extra dev pyproject.toml -o requirements-dev.txt
	$(LOCK) --extra train --constraint requirements-dev.txt pyproject.toml -o $(TRAINING)

TRAINING = tests/search/training/requirements.txt
ONE_THREAD = OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

LOCK = uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage build tests/artifacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

export TOKEN_LINE

# pip comes last when a venv is made: a half-made one (Debian without python3-venv) is made again.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/pip
	@echo "Installing what the bot needs"
	@$(PIP) requirements.txt
	@touch $@

.venv/test.stamp: requirements-test.txt | .venv/bin/pip
	@echo "Installing what the tests need"
	@$(PIP) requirements-test.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt | .venv/bin/pip
	@echo "Installing what the checks need"
	@$(PIP) requirements-dev.txt
	@touch $@

.venv/train.stamp: $(TRAINING) | .venv/bin/pip
	@echo "Installing what training the search needs"
	@$(PIP) $(TRAINING)
	@touch $@
