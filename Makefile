# Each target works alone, on a machine with Python 3.11 or later and make: it installs what it needs into .venv.
# The first Python that runs and is new enough (a name on the PATH may be a shim for one that is not set up).
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help briefing demo test check golden catalogues bench soak lock clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

briefing: $(READY)  ## today's edition from feeds.yaml into out/
	@$(BIN)/briefing build || { code=$$?; [ $$code -eq 3 ] && exit 0 || exit $$code; }

demo: $(READY)  ## the same without a network: the sample feeds, edition of 2025-12-07
	@$(BIN)/briefing demo

test: $(READY)  ## all tests
	@sh scripts/system-libraries test
	@$(BIN)/python -m pytest

check: $(READY)  ## style, types, floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

golden: $(READY)  ## write the golden files anew; read the diff
	@BRIEFING_GOLDEN=write $(BIN)/python -m pytest tests/test_golden.py

catalogues: $(READY)  ## gather the phrases that pages print, and compile each language's
	@$(BIN)/python scripts/catalogues.py

bench: $(READY)  ## the benchmarks
	@code=0; for script in collect demo render extract stories summaries questions answers vet sentences; do \
	  echo "== $$script"; $(BIN)/python benchmarks/$$script.py || code=1; done; exit $$code

soak: $(READY)  ## the sample editions made over and over: the same bytes, and no growth
	@$(BIN)/python benchmarks/soak.py

lock:  ## choose the newest versions within the bounds (needs uv)
	uv pip compile -q pyproject.toml --universal --python-version 3.11 --all-extras --group dev --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header -o requirements.lock

clean:  ## remove what make made
	rm -rf $(VENV) out

# The lock is whole, so nothing is resolved (older pips stumble over lxml[html-clean]).
$(READY): requirements.lock pyproject.toml scripts/system-libraries
	@sh scripts/system-libraries
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or later is needed and was not found: install it (apt-get install python3 \
	  python3-venv), or set PYTHON=/path/to/python3" >&2; exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make a virtual environment here: apt-get install python3-venv (or set PYTHON=…)" >&2; exit 1; }
	@echo "installing what briefing needs into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
