# `make run` and `make test` set up what they need on their own, and ask nothing.
SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
bin := .venv/bin

# The only variable of use from outside: which Python makes the environment.
export PYTHON

.PHONY: help run test long coverage oracles fuzz assurance assurance-full lint bench screenshots bundle deb bare-debian release-check lock clean

help:
	@echo 'make run      open the window; without a display, show the main job in build/demo'
	@echo 'make test     run the tests (ARGS="tests/matcher -x" chooses)'
	@echo 'make long     run the tests that take minutes, and properties on many more examples (ARGS chooses)'
	@echo 'make coverage run the tests, and see that what decides an order is covered branch by branch'
	@echo 'make oracles  hold results against other libraries and brute force (minutes)'
	@echo 'make fuzz     hand each reader of files strange ones for two minutes (ONLY="fhir csv" chooses; Linux)'
	@echo 'make assurance  try in four minutes what SECURITY.md promises (ONLY="t1a,t8" chooses)'
	@echo 'make assurance-full  the same as often as SECURITY.md says, and write its table anew'
	@echo 'make lint     check form, style and types'
	@echo 'make bench    measure speed and memory; a million profiles take half an hour (PROFILES=100000 takes fewer)'
	@echo 'make screenshots  write every page in every look to build/screenshots (ONLY="en-dark" chooses)'
	@echo 'make bundle   freeze the program into dist/Rapport, sign the list of its files, and try it'
	@echo 'make deb      make the bundle and dist/rapport_VERSION_amd64.deb of it (needs dpkg-deb and objdump)'
	@echo 'make bare-debian  make that package, install it on a Debian 12 with nothing else, run and remove it (root, debootstrap)'
	@echo 'make release-check  all that has to hold before a release, and what was not run (ONLY="tree key" chooses)'
	@echo 'make lock     choose the newest versions that fit and write requirements/ anew (needs uv)'
	@echo 'make clean    remove what was built; environments stay'

run:
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
		sh .ci/setup window && exec $(bin)/rapport; \
	else \
		sh .ci/setup run && QT_QPA_PLATFORM=offscreen exec $(bin)/rapport demo --out build/demo; \
	fi

test:
	@sh .ci/test $(ARGS)

# One after the other: some measure memory, and one freezes the program.
long:
	@sh .ci/test -m "long or hypothesis" --hypothesis-profile thorough --timeout 900 -o faulthandler_timeout=0 --numprocesses 0 $(ARGS)

coverage:
	@sh .ci/test $(ARGS) --cov

oracles:
	@sh .ci/setup oracles
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 .venv-oracles/bin/python -m pytest -c tests/oracles/pytest.toml tests/oracles $(ARGS)

readers := csv mapped spreadsheet nppes npi-api fhir json schema-org answers

fuzz:
	@sh .ci/setup fuzz
	@for reader in $(or $(ONLY),$(readers)); do \
		echo "$$reader"; \
		PYTHONPATH="$$PWD:$$PWD/tests" .venv-fuzz/bin/python tests/fuzz/fuzz_readers.py $$reader \
			-max_total_time=120 $(ARGS) || exit 1; \
	done

# Kills, power cuts, full disks and damage; where root, strace or a screen is missing, it says so.
assure := PYTHONPATH="$$PWD:$$PWD/tests" $(bin)/python tests/assurance/run.py

assurance:
	@sh .ci/setup test
	@$(assure) $(if $(ONLY),--only "$(ONLY)") $(ARGS)

assurance-full:
	@sh .ci/setup test
	@$(assure) --full $(if $(ONLY),--only "$(ONLY)") $(ARGS)

lint:
	@sh .ci/setup dev
	@$(bin)/ruff format --check .
	@$(bin)/ruff check .
	@$(bin)/python -m mypy

bench:
	@sh .ci/setup dev
	@$(bin)/python -m pytest tests/benchmarks --override-ini python_files="bench_*.py" --override-ini python_functions="bench_*" \
		-p no:randomly -p no:xdist --timeout 0 --quiet --capture no $(ARGS)

screenshots:
	@sh .ci/setup dev
	@$(bin)/python tests/screenshots/make_screenshots.py --only "$(ONLY)"

bundle:
	@sh .ci/setup bundle
	@$(bin)/python .ci/bundle.py
	@dist/Rapport/Rapport --verify
	@QT_QPA_PLATFORM=offscreen dist/Rapport/Rapport --smoke

# Of a bundle of these very sources, which is made anew only where there is none.
deb: bundle
	@$(bin)/python .ci/deb.py

# Of the package made just now, whatever others there are.
bare-debian: deb
	@sh .ci/bare-debian "$$(ls -t dist/rapport_*.deb | head -n 1)"

release-check:
	@sh .ci/release-check $(ONLY)

# The newest versions that fit pyproject.toml, for every system, with the hash of every file.
lock_with := uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv: python3 -m pip install uv'; exit 1; }
	$(lock_with) --group install pyproject.toml --output-file requirements/run.txt
	$(lock_with) --group dev --constraint requirements/run.txt pyproject.toml --output-file requirements/dev.txt
	$(lock_with) --group oracles --constraint requirements/run.txt pyproject.toml --output-file requirements/oracles.txt
	$(lock_with) --group fuzz --constraint requirements/run.txt pyproject.toml --output-file requirements/fuzz.txt

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find matcher ui resources tests -name __pycache__ -type d -prune -exec rm -rf {} +
