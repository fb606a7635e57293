# Each target is the only command it takes: it makes .venv and installs what is missing first.
#   make run      start the program (without a screen: draw every page as a picture)
#   make test     linters, types, layers, then the whole test suite
#   make pictures draw every page and wizard page, light and dark, into build/pictures
#   make bench    print the figures at 100,000 rejections and 10,000 stories
#   make bundle   build dist/rebound with PyInstaller and try it on a virtual screen
# PYTHON=/path/to/python3 chooses the interpreter.

.NOTPARALLEL:
.PHONY: run test lint pictures bench bundle clean libraries-run libraries-test libraries-bundle

BIN := .venv/bin
READY := .venv/.ready
OFFSCREEN := QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen}
# Qt's offscreen windows warn that they cannot be asked for a size; nobody can do anything about it.
DRAW := QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES=default.warning=false $(BIN)/rebound demo --pictures build/pictures

run: libraries-run $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/rebound; fi; \
	echo "There is no screen here, so every page is drawn into build/pictures instead."; \
	$(DRAW)

test: libraries-test $(READY) lint
	$(OFFSCREEN) $(BIN)/python -m pytest

lint: libraries-run $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pictures: libraries-run $(READY)
	$(DRAW)

bench: libraries-run $(READY)
	$(OFFSCREEN) $(BIN)/python tests/benchmarks/run.py

bundle: libraries-bundle $(READY)
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/bundle packaging/rebound.spec
	du -sh dist/rebound
	desktop-file-validate packaging/linux/*.desktop
	appstreamcli validate --no-net packaging/linux/*.metainfo.xml
	$(BIN)/python packaging/smoke_test.py dist/rebound/rebound

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

libraries-run libraries-test libraries-bundle: libraries-%:
	@python=$$(packaging/find-python.sh) && packaging/linux/system-libraries.sh $* "$$python"

$(READY): pyproject.toml constraints.txt
	@python=$$(packaging/find-python.sh) && \
	{ [ -x $(BIN)/pip ] || "$$python" -m venv .venv; } && \
	echo "Installing Rebound and its tools into .venv" && \
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev,bundle]' -c constraints.txt
	@touch $@
