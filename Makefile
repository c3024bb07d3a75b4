# make run      the whole of Guanxi on this machine        (PORT=4566, FRESH=1 forgets the state of earlier runs)
# make site     show the running local stage what webapp/ is now: no new deployment, reload the page
# make logs     what its functions said in the last minutes
# make test     every check and every test
# make check    what needs no engine and no network: format, lint, types, import contracts, the template
# make checkov  checkov over the template                  (in an environment of its own, made the first time)
# make unit     the unit tests alone
# make bars     the rushes at full size: 10,000 ad clicks, 2,000 buyers of 100 pieces, 200 uploads at the quota's edge, 64 threads for 20 s
# make screenshots  a picture of each screen, on a phone, in the dark and wide, into docs/screens  (needs chromium)
# make story    the story, played against a stage          (API=… else the one that is up; CODE=…, MAILBOX=… on AWS)
# make bench    what each use case costs, and whether that stays so as data grows      (SMALL=1 is a quick look)
# make bench-ledger  what a transfer costs, how many a second, beside PostgreSQL if it is here  (SMALL=1)
# make bench-auction  auctions a second on one core; the second price beside Vickrey-Clarke-Groves
# make bench-bidding  how near a campaign with a target comes to it, in synthetic markets
# make bench-chat    how long a message takes from phone to phone, beside the engine's own floor  (SMALL=1)
# make bench-lending  from an accepted loan to spendable money, step by step           (SMALL=1)
# make bench-insights  what it costs to count an event and to read a dashboard, at 10³ and 10⁶ events  (SMALL=1)
# make bench-search  what a search reads, and how long it takes, from 10³ to 10⁶ listings  (SMALL=1)
# make reindex  build the index of search anew             (STAGE=prod; else the local stage; goes on where it stopped)
# make train    the scorecard fitted anew, its report and a simulated year of lending    (docs/scoring.md)
# make contract the API's description, docs/openapi.json, anew from the routes
# make clients  the Python and the TypeScript client, anew from docs/openapi.json     (this alone needs Node)
# make vendor   the web client's libraries anew, from tools/vendor/package.json   (this too needs Node)
# make fuzz     the API asked all that its description allows and forbids  (EXAMPLES=100000, SEED=1)
# make deploy   the same on AWS                            (STAGE=prod, REGION=…, PUBLIC_URL=…, GATEWAY=stripe, OWN_KEY=0, TRACE=1, SET="TIME_ZONE=Asia/Urumqi …")
# make lock     pin the libraries anew from requirements*.in
# make clean    remove all that was made here, the local state included

PYTHON ?= python3
PORT ?= 4566
FRESH ?=
STAGE ?=
REGION ?=
PUBLIC_URL ?=
GATEWAY ?=
OWN_KEY ?= 1
TRACE ?=
SET ?=
API ?=
CODE ?=
MAILBOX ?=
EXAMPLES ?= 100000
SEED ?= 1
SMALL ?=

VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
CHECKOV := .guanxi/checkov/bin/checkov

.PHONY: run logs test check checkov unit bars screenshots story bench bench-ledger bench-search bench-auction bench-bidding bench-chat bench-lending bench-insights reindex train deploy lock clean format contract clients vendor fuzz site
.DEFAULT_GOAL := run
.DELETE_ON_ERROR:

run: $(READY)
	@$(RUN) -m infra.run --port $(PORT) $(if $(filter-out 0,$(FRESH)),--fresh)

site: $(READY)
	@$(RUN) -m infra.site --port $(PORT)

logs: $(READY)
	@$(RUN) -m infra.logs --port $(PORT)

test: check unit
	@$(RUN) -m pytest tests/crash --numprocesses 2
	@$(RUN) -m pytest tests/concurrency tests/deployed tests/browser

# What `make test` does with a few, with as many as were promised.
bars: $(READY)
	@AD_CLICKS=10000 AD_LOOKS=3000 FLASH_BUYERS=2000 FLASH_PIECES=100 STORAGE_UPLOADS=200 LEDGER_SECONDS=20 QUOTE_PRESSES=64 \
		$(RUN) -m pytest -rP tests/concurrency/test_ads.py tests/concurrency/test_display.py tests/concurrency/test_flash_sale.py \
		tests/concurrency/test_storage.py tests/concurrency/test_ledger.py tests/concurrency/test_wholesale.py

# The browser's tests look at every screen; here they keep what they see.
screenshots: $(READY)
	@rm -rf docs/screens
	@SCREENS=docs/screens $(RUN) -m pytest tests/browser
	@$(RUN) -m tools.screens

check: $(READY)
	@$(RUN) -m ruff format --check .
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy
	@$(VENV)/bin/lint-imports
	@$(RUN) -m infra.lint

checkov: $(READY) $(CHECKOV)
	@$(RUN) -m infra.lint
	@$(CHECKOV) --file .guanxi/packages/template.json --framework cloudformation --compact --quiet \
		--skip-download --download-external-modules false && echo "checkov finds nothing unexplained."

# In two processes, each with whole classes of tests: they share nothing but the packages in .guanxi.
unit: $(READY)
	@$(RUN) -m pytest tests/unit --numprocesses 2 --dist loadscope

story: $(READY)
	@$(RUN) -m story --port $(PORT) $(if $(API),--api $(API)) $(if $(CODE),--code $(CODE)) $(if $(MAILBOX),--mailbox $(MAILBOX))

bench: $(READY)
	@$(RUN) -m bench $(if $(filter-out 0,$(SMALL)),--small)

bench-ledger: $(READY)
	@$(RUN) -m bench.ledger $(if $(filter-out 0,$(SMALL)),--small)

bench-auction: $(READY)
	@$(RUN) -m bench.auction

bench-bidding: $(READY)
	@$(RUN) -m bench.bidding

bench-chat: $(READY)
	@$(RUN) -m bench.chat --port $(PORT) $(if $(API),--api $(API)) $(if $(filter-out 0,$(SMALL)),--small)

bench-lending: $(READY)
	@$(RUN) -m bench.lending $(if $(filter-out 0,$(SMALL)),--small)

bench-insights: $(READY)
	@$(RUN) -m bench.insights $(if $(filter-out 0,$(SMALL)),--small)

bench-search: $(READY)
	@$(RUN) -m bench.search $(if $(filter-out 0,$(SMALL)),--small)

reindex: $(READY)
	@$(RUN) -m infra.reindex --port $(PORT) $(if $(STAGE),--stage $(STAGE)) $(if $(REGION),--region $(REGION))

train: $(READY)
	@$(RUN) -m training

format: $(READY)
	@$(RUN) -m ruff format .
	@$(RUN) -m ruff check --fix .

contract: $(READY)
	@$(RUN) -m tools.contract

clients: $(READY)
	@$(RUN) -m tools.clients

vendor:
	@cd tools/vendor && npm ci --silent && node vendor.mjs

fuzz: $(READY)
	@$(RUN) -m fuzz --examples $(EXAMPLES) --seed $(SEED)

deploy: $(READY)
	@test -n "$(STAGE)" || { echo "Which stage? For example: make deploy STAGE=prod" >&2; exit 2; }
	@$(RUN) -m infra.deploy --stage $(STAGE) $(if $(REGION),--region $(REGION)) $(if $(PUBLIC_URL),--public-url $(PUBLIC_URL)) $(if $(filter 0,$(OWN_KEY)),--aws-keys) \
		$(if $(GATEWAY),--gateway $(GATEWAY)) $(if $(filter-out 0,$(TRACE)),--trace) $(foreach one,$(SET),--set '$(one)')

lock: $(READY)
	@$(RUN) -m pip install --quiet uv
	@$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate \
		requirements-dev.in --output-file requirements-dev.txt
	@$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate \
		requirements.in --constraint requirements-dev.txt --output-file requirements.txt

clean:
	rm -rf $(VENV) .guanxi .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis clients/typescript/node_modules

# The environment, made once and again only when the lock changes.
$(READY): requirements-dev.txt
	@command -v $(PYTHON) >/dev/null 2>&1 || \
		{ echo "Guanxi needs Python 3.11 or newer, and there is no '$(PYTHON)' here: install it, or name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Guanxi needs Python 3.11 or newer, and '$(PYTHON)' is $$($(PYTHON) -V 2>&1): name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(RUN) || { echo "  Making $(VENV)"; $(PYTHON) -m venv $(VENV); } || \
		{ rm -rf $(VENV); echo "Python can't make a virtual environment here (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "  Installing the libraries (a minute or two, the first time)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

# Apart from the environment: it pins other versions of botocore.
$(CHECKOV):
	@echo "  Installing checkov in .guanxi/checkov (a minute or two, once)"
	@rm -rf .guanxi/checkov
	@$(PYTHON) -m venv .guanxi/checkov
	@.guanxi/checkov/bin/python -m pip install --quiet --disable-pip-version-check checkov==3.3.30
	@touch $@
