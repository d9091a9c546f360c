# Needs Python 3.11+ and make; everything else arrives in .venv, by version and hash, from the two lock files.

# The first one that runs: a shim of a version manager may be on PATH and still refuse to.
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
  "$$name" $(NEW_ENOUGH) 2>/dev/null && { echo "$$name"; break; }; done)
ifeq ($(OS),Windows_NT)
  BIN := .venv/Scripts
else
  BIN := .venv/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUN_STAMP := .venv/run.stamp
DEV_STAMP := .venv/dev.stamp
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup draft test check fmt format-check lint types contracts pytest pytest-fast \
  cover examples schemas docs bench eval lock system

help: ## 列出可用的命令
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

setup: $(DEV_STAMP) ## 建好 .venv（已是最新则什么也不做）

# What the program needs to run. `make draft` stops here: an officer needs no test tools.
# The lock files are complete, so pip resolves nothing: older ones stumble over extras (`coverage[toml]`) as soon as
# a newer release than the locked one is out. `pip check` then proves the set whole.
$(RUN_STAMP): requirements.lock pyproject.toml
	@"$(PYTHON)" $(NEW_ENOUGH) 2>/dev/null \
	  || { echo '需要 Python 3.11 或更高版本；如已安装，请用 make PYTHON=路径 指明。' >&2; exit 1; }
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear .venv \
	  || { echo '建立虚拟环境失败；Debian 系统请先安装 python3-venv。' >&2; exit 1; }
	$(PIP) install --require-hashes --no-deps -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	$(BIN)/python -m pip check
	@touch $@

draft: $(RUN_STAMP) ## 起草示例乡镇 2020 年的年报，写到 out/2020
	$(BIN)/assistant draft --year 2020 --previous examples/township/2019年报.docx --statistics examples/township/2020统计表.xlsx --notes examples/township/2020工作.yaml --out out/2020 --yes

STATIC := format-check lint types contracts

# Every check runs even when one before it failed, and pytest's own summary is the last word.
test: setup ## 全部检查和全部测试
	@failed=; \
	for part in $(STATIC); do $(MAKE) --no-print-directory $$part || failed="$$failed $$part"; done; \
	test -z "$$failed" || echo "没有通过：make$$failed" >&2; \
	$(MAKE) --no-print-directory pytest && test -z "$$failed"

check: $(STATIC) pytest-fast ## 提交前的检查：不含端到端和打包测试

fmt: setup ## 整理代码格式，能自动改的都改
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

format-check: setup
	$(BIN)/ruff format --check

lint: setup
	$(BIN)/ruff check

types: setup
	$(BIN)/pyright

contracts: setup
	$(BIN)/lint-imports

pytest: setup
	$(BIN)/pytest -n $(JOBS)

pytest-fast: setup
	$(BIN)/pytest -n $(JOBS) --ignore=tests/e2e --ignore=tests/packaging

cover: setup ## 哪些行和分支没有测试走到
	$(BIN)/pytest -n $(JOBS) --ignore=tests/packaging --cov --cov-report=term

examples: setup ## 重新生成示例乡镇的上年年报和统计表
	$(BIN)/python -m examples.build

schemas: setup ## 由模型重新生成 schemas/_meta，编辑器靠它提示
	$(BIN)/python -m tests.architecture.schemas

docs: setup ## 由规则和用例重新生成说明页的例子和 docs/rules
	$(BIN)/python -m tests.rules.examples
	$(BIN)/python -m tests.rules.pages

bench: setup ## 数字扫描的速度，与朴素的数字查找相比；一千份报告的批量核对
	$(BIN)/python -m evals.bench_scan
	$(BIN)/python -m evals.bench_batch

eval: setup ## 数字和陈述识别的得分，写入 evals/results.json（../shared 没有时只用自带的样本）
	$(BIN)/python -m evals

lock: ## 重新生成两份锁定文件（需要 uv），只记版本和哈希，不记地址
	uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --group dev pyproject.toml -o requirements-dev.lock
	uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --group install -c requirements-dev.lock pyproject.toml -o requirements.lock

system: ## 安装可选的系统软件包（Debian，需要 root）：把文档和网页变成图片、PDF 时才用得到
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	  libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk chromium
