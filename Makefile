# make run: see claims.  make test: see that they are right.  make help: the rest.

SHELL := /bin/bash
.DELETE_ON_ERROR:

HESHU := .build/release/heshu
# Swift's libraries inside the tool, where the toolchain has them: a tenth faster, and it runs where no Swift is.
STATIC = $(if $(wildcard $(dir $(realpath $(shell command -v swift)))../lib/swift_static),--static-swift-stdlib)
BUILD = swift build -c release --product heshu $(STATIC)
NEWSLETTERS := Corpus/newsletters
IMAGE := Sources/CGrammarImage/zh.image
SWIFT_FILES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: help run test score setup build grammars bench record format lint install clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: build ## read the newsletters of Corpus/ and show their claims as a table
	@$(HESHU) extract --format table --only claim $(NEWSLETTERS)

test: setup ## everything: units, grammar examples, corpus thresholds
	swift build --build-tests
	swift test --skip-build

score: build ## how right the claims of Corpus/ are, by field and by newsletter
	@$(HESHU) extract --format jsonl --with-text $(NEWSLETTERS) | $(HESHU) evaluate Corpus - --by-document $(ARGS)

setup: ## look for Swift and the libraries; install what Debian has and the machine lacks
	@.ci/setup

build: setup ## the tool, in .build/release
	$(BUILD)

grammars: build ## compile Grammars/ into the tool; then make build again, or make test
	$(HESHU) grammars compile Grammars -o $(IMAGE)
	$(BUILD)

bench: build ## speed, memory and start-up beside ICU's word break (BENCH="--size 16" for a quick look)
	swift run -c release --package-path Benchmarks heshu-bench --heshu $(HESHU) $(BENCH)

record: ## make bench, and keep its figures in Benchmarks/record
	$(MAKE) bench BENCH="--record Benchmarks/record $(BENCH)"

format: ## format every Swift file
	swift format format --in-place --recursive --parallel $(wildcard $(SWIFT_FILES))

lint: ## say what format would change
	swift format lint --strict --recursive --parallel $(wildcard $(SWIFT_FILES))

PREFIX ?= /usr/local
install: build ## copy the tool to $(PREFIX)/bin
	install -D -m 755 $(HESHU) $(DESTDIR)$(PREFIX)/bin/heshu

clean: ## remove what was built
	swift package clean
	rm -rf Benchmarks/.build
