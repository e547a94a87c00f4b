# The two commands: `make run` and `make test`. Both set up what they need.
PYTHON := .venv/bin/python
TESTS ?= tests
WORKERS ?= auto
export RASA_TELEMETRY_ENABLED := false

.PHONY: run test train check locales bench bench-nlu encoder embeddings leaks nlu-data setup relock

run: setup  ## train if needed, start everything, print the addresses; Ctrl-C stops it
	@$(PYTHON) -m bot.launch

test: setup $(if $(filter tests,$(TESTS)),train)  ## all tests; TESTS=tests/rulebook for some, WORKERS=0 in one process
	@$(PYTHON) -m pytest -n $(WORKERS) $(TESTS)

train: setup  ## train the model if anything it is made from changed
	@$(PYTHON) -m bot.launch.training

check: setup  ## lint, format, types, catalogues, addresses
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m bot.i18n.catalogues check
	@bin/check-addresses

locales: setup  ## bring the catalogues up to date with the sentences in the sources
	@$(PYTHON) -m bot.i18n.catalogues update

bench:  ## list the benches; run one with .venv/bin/python bench/NAME.py
	@for file in bench/*.py; do printf '%-32s %s\n' "$$file" "$$(sed -n '1s/"""//gp' "$$file")"; done

setup:  ## make .venv from requirements.lock
	@bin/setup

relock:  ## resolve requirements.in anew (needs uv)
	@bin/relock

leaks: setup  ## is a message of the folder TANYA_EVAL_DIR in the training data?
	@$(PYTHON) -m bench.leaks

bench-nlu: setup  ## how well messages are understood, against the default pipeline
	@$(PYTHON) -m bench.understanding $(ARGS)

encoder: setup  ## tune the sentence encoder on the training messages (twenty minutes)
	@$(PYTHON) -m bench.encoder $(ARGS)

embeddings: setup  ## keep what the encoder makes of messages that are new
	@$(PYTHON) -m bench.encoder --embeddings

nlu-data: setup  ## counts, near-duplicates, conflicts and speakers of the training data
	@$(PYTHON) -m bench.nlu_data

bench-mutation: setup  ## would a wrong figure of the law be noticed by an agreed case?
	@$(PYTHON) -m bench.mutation --check
