# Every command a person or a build machine needs. Each sets up first; a finished set-up costs nothing.

PYTHON ?= python3.11
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test coverage bench soak bare lock

help:
	@echo "make run       set up and open the app with the practice case (without a display: walk it by itself)"
	@echo "make test      set up and run every check"
	@echo "make coverage  every test under branch coverage, each room beside its floor (about twice as long as make test)"
	@echo "make bench     measure speed and size, each figure beside its floor"
	@echo "make soak      the full-size reliability runs (ROW=name for one), resumable"
	@echo "make bare      make test in a fresh Debian chroot (needs root and debootstrap)"
	@echo "make lock      write requirements.lock anew after a change of pyproject.toml"

setup:
	@PYTHON="$(PYTHON)" sh .ci/setup

run: setup
	@sh .ci/open

test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python .ci/check.py

# Of its own, because measuring makes every line slower and make test must stay under ten minutes.
coverage: setup
	@$(BIN)/python .ci/coverage_gate.py

bench: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench $(ARGS)

soak: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.soak $(if $(ROW),--row $(ROW)) $(ARGS)

bare:
	@sh .ci/bare

lock: setup
	@sh .ci/lock
