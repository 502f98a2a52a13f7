# `make site` builds the site, `make test` runs the tests. Both install what they need.
# The steps are the same as those in README.md for a machine without make.

PYTHON ?= python3
# How problems are written (text, github or json), and what a proposed change is compared with.
FORMAT ?= text
BASE ?= origin/main
OUTPUT ?=
VENV := .venv
BIN := $(VENV)/bin
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header pyproject.toml

.PHONY: help site pdf serve check summary report preview packages test audit bench lint schema lock clean

help: ## このヘルプを表示 / show this help
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*##/:/'

site: $(VENV)/.site ## サイトを site/ に作る / build the site into site/
	$(BIN)/strategy build

pdf: $(VENV)/.site ## 印刷用のPDFを pdf/ に作る / make the print edition into pdf/
	$(BIN)/strategy pdf

serve: $(VENV)/.site ## 見本を表示し、変更のたびに作り直す / live preview on http://127.0.0.1:8000/
	$(BIN)/strategy serve

check: $(VENV)/.site ## 内容を検査する / check data/ and docs/
	$(BIN)/strategy check --format $(FORMAT)

summary: $(VENV)/.site ## 変更案の要約（BASE と比べる）/ what a proposed change touches
	$(BIN)/strategy summary "$(BASE)" $(if $(OUTPUT),--output "$(OUTPUT)")

report: $(VENV)/.site ## 公開の状況を report.html にまとめる / state of the publication for a meeting
	$(BIN)/strategy report --output report.html

preview: $(VENV)/.site ## 見本を作る。preview.zip を展開し、index.html を開く / a preview that opens by double-click
	$(BIN)/strategy build --offline --site preview
	$(BIN)/python -m zipfile -c preview.zip preview

packages: ## ブラウザーと文字を用意する（Debian・Ubuntu、root）/ the browser and the fonts
	.ci/debian-packages

test: $(VENV)/.test tests/node_modules/.installed ## テスト（長い検査は make audit）/ all tests but the audit
	.ci/debian-packages
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest

audit: $(VENV)/.test tests/node_modules/.installed ## すべてのページの長い検査 / the long sweep over every page
	.ci/debian-packages
	PUBLICATION=. $(BIN)/python -m pytest tests/audit tests/site/test_validity.py tests/browser \
		--ignore tests/audit/test_lighthouse.py --record data/audit.yml
	PUBLICATION=. $(BIN)/python -m pytest tests/audit/test_lighthouse.py -n 0

bench: $(VENV)/.test ## 速さの測定 / measure speed
	$(BIN)/python tests/bench/build.py
	$(BIN)/python tests/bench/compare.py
	$(BIN)/python tests/bench/search.py
	$(BIN)/python tests/bench/pdf.py
	$(BIN)/python tests/bench/serve.py

lint: $(VENV)/.test ## 書式と型の検査 / style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schema: $(VENV)/.site ## data/schema/ を作り直す / rewrite data/schema/
	$(BIN)/strategy schema

lock: $(VENV)/.test ## 依存パッケージを固定し直す / renew the lock files
	$(LOCK) --upgrade --group build --output-file requirements.txt
	$(LOCK) --upgrade --group test --constraint requirements.txt --output-file requirements-test.txt

clean: ## 作ったものを消す / remove what was made
	rm -rf $(VENV) site pdf preview preview.zip report.html summary.md .site-* .preview-* .cache tests/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.created:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11+ is needed: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.site: $(VENV)/.created requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

$(VENV)/.test: $(VENV)/.site requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@

tests/node_modules/.installed: $(VENV)/.test tests/package-lock.json
	cd tests && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	touch $@
