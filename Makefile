# SPDX-License-Identifier: GPL-3.0-or-later
# What a planner or an engineer runs on a fresh Debian machine with Swift. Missing packages are installed by name through apt.

SYMBIO_PACKAGES := libglpk-dev libltdl-dev nettle-dev libyaml-dev libproj-dev libxlsxwriter-dev libzip-dev libxml2-dev node-d3 libjs-leaflet
TEST_PACKAGES := $(SYMBIO_PACKAGES) glpk-utils python3-venv chromium fonts-noto-core poppler-utils
SYMBIO := .build/release/symbio
BENCH_PACKAGES := coinor-cbc coinor-clp glpk-utils python3-venv
LANGUAGE ?= en
# What `make bench` passes on, such as BENCH="--sizes S --seeds 1 --peers pulp,highspy --limit 60".
BENCH ?= --sizes S,M --seeds 1,2,3
# Of scenarios with choices, the gap after the same time against CBC and HiGHS.
BENCH_CHOICES ?= --size M --seeds 1 --seconds 60

.PHONY: demo build test lint manual bench pathological what-ifs packages test-packages bench-packages

demo: build
	$(SYMBIO) solve Scenarios/chu-lai --lang $(LANGUAGE) --out results/chu-lai

# A start that looks for no libraries, and tells the loader of no symbols, costs half the processor time: the Swift libraries are linked in, and those in
# C that every run needs, too, where the system has their archives (Debian has). Without one of them all of these stay what they are, shared.
ARCHIVES := glpk colamd amd suitesparseconfig ltdl z nettle gmp yaml stdc++
ARCHIVE_FOLDER := .build/archives
PRODUCT := symbio
build: packages
	@rm -rf $(ARCHIVE_FOLDER) && mkdir -p $(ARCHIVE_FOLDER)
	@for library in $(ARCHIVES); do \
		archive=$$(clang -print-file-name=lib$$library.a); \
		[ -e "$$archive" ] || { rm -f $(ARCHIVE_FOLDER)/*; break; }; \
		ln -s "$$archive" $(ARCHIVE_FOLDER); \
	done
	swift build -c release --static-swift-stdlib --product $(PRODUCT) -Xlinker --no-export-dynamic \
		$$([ -n "$$(ls $(ARCHIVE_FOLDER))" ] && echo -Xswiftc -L$(CURDIR)/$(ARCHIVE_FOLDER) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
			-Xlinker -lcolamd -Xlinker -lamd -Xlinker -lsuitesparseconfig -Xlinker -lltdl -Xlinker -lz -Xlinker -lgmp)

# The form of the code; the tests in Swift; the manual, whose commands print what it shows; the report in a real browser; the Python model built apart from ours on random scenarios and on the scenarios of this folder.
test: lint manual test-packages build .venv/ready
	swift test
	.venv/bin/python Tests/Peers/descriptor.py $(SYMBIO)
	.venv/bin/python Tests/Peers/workbooks.py $(SYMBIO)
	.venv/bin/python Tests/Peers/manual.py $(SYMBIO)
	.venv/bin/python Tests/Browser/report.py $(SYMBIO)
	.venv/bin/python Tests/Peers/differential.py $(SYMBIO)

# The manual: the catalog of DocC with the pages of Docs beside it, each text in one place. A page's `other.md` becomes a link here.
MANUAL_CATALOG := .build/manual/Symbio.docc
MANUAL_PAGES := $(wildcard Docs/Specification/*.md Docs/Decisions/*.md) Docs/Criteria.md Docs/Measures.md
DOCC = $(shell swift -print-target-info | sed -n 's|.*"runtimeResourcePath": "\(.*\)/lib/swift".*|\1/bin/docc|p')
manual:
	@rm -rf $(MANUAL_CATALOG) results/manual
	@mkdir -p $(MANUAL_CATALOG) results/manual
	@cp Docs/Symbio.docc/* $(MANUAL_CATALOG)
	@for page in $(MANUAL_PAGES); do \
		sed -E 's#(\[[^]]*\]\(|`)(Docs/Specification/|Docs/)?($(subst $() ,|,$(basename $(notdir $(MANUAL_PAGES)))))\.md(\)|`)#<doc:\3>#g' $$page \
			> $(MANUAL_CATALOG)/$$(basename $$page); \
	done
	@test -x '$(DOCC)' || { echo 'docc is not beside swift: the toolchains of swift.org have it.'; exit 1; }
	$(DOCC) convert $(MANUAL_CATALOG) --warnings-as-errors --output-path results/manual
	@# What the program prints is up to 100 columns wide, which the letters of DocC cut off.
	@echo '.code-listing pre>code{font-size:11.5px!important}' >> results/manual/css/$$(cd results/manual/css && ls index.*.css)
	@echo '<!DOCTYPE html><meta http-equiv="refresh" content="0; url=/documentation/symbio/"><title>Symbio</title>' > results/manual/index.html
	@echo "The manual is in results/manual. To read it: python3 -m http.server --directory results/manual 8000, then http://localhost:8000"

# The program and its peers on the same scenarios: processor time, memory and optima, and the gaps of searches over choices, as tables and a plot in
# results/bench.
bench: build bench-packages .venv-bench/ready
	.venv-bench/bin/python Tests/Peers/bench.py $(SYMBIO) $(BENCH)
	.venv-bench/bin/python Tests/Peers/compare_choices.py $(SYMBIO) $(BENCH_CHOICES)

# Scenarios that are hard in one way each.
pathological: build bench-packages .venv-bench/ready
	.venv-bench/bin/python Tests/Peers/pathological.py $(SYMBIO)

# What-ifs against solves from the start, on scenarios of 1,000 firms.
what-ifs: PRODUCT := what-ifs
what-ifs: build
	for seed in 101 402 7 11 13; do python3 Tests/Peers/generate.py results/what-ifs/$$seed --size M --seed $$seed >/dev/null; done
	.build/release/what-ifs results/what-ifs/*

.venv-bench/ready: Tests/Peers/bench-requirements.txt
	python3 -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --requirement Tests/Peers/bench-requirements.txt
	touch $@

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

.venv/ready: Tests/Peers/requirements.txt
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --requirement Tests/Peers/requirements.txt
	touch $@

# $(1): packages. Asks for rights only where something is missing.
install-missing = missing=$$(for name in $(1); do dpkg-query --show --showformat='$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || echo $$name; done); \
	if [ -n "$$missing" ]; then \
		sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$sudo apt-get update && $$sudo apt-get install --yes --no-install-recommends $$missing; \
	fi

packages:
	@$(call install-missing,$(SYMBIO_PACKAGES))

bench-packages:
	@$(call install-missing,$(BENCH_PACKAGES))

test-packages:
	@$(call install-missing,$(TEST_PACKAGES))
