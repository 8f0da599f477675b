"""The layers of the program hold, and the contract that says so would notice."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

CHECK_CONTRACTS = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(config_filename=sys.argv[1], no_cache=True))
"""

IMPORT_ALL_OF = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

LAYERS = "Each layer imports only the layers below it"
WITHOUT_QT = "The model half of the program does not know Qt exists"
DOES_NOT_DRAW = "The worker does not draw"

needs_import_linter = pytest.mark.skipif(
    importlib.util.find_spec("importlinter") is None,
    reason="import-linter is not installed; it comes with the extra 'test'",
)


def run(code: str, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        # Wide, so that the names of the contracts stay on one line.
        env={**os.environ, "COLUMNS": "200"},
    )


@needs_import_linter
def test_layers_import_one_way() -> None:
    finished = run(CHECK_CONTRACTS, "pyproject.toml", folder=ROOT)
    assert finished.returncode == 0, finished.stdout + finished.stderr


@needs_import_linter
@pytest.mark.parametrize(
    ("contract", "file", "text"),
    [
        (LAYERS, "views/sideways.py", "import bpviz.worker"),
        (LAYERS, "nn/upwards.py", "import bpviz.training"),
        (LAYERS, "unplanned/__init__.py", ""),
        (WITHOUT_QT, "scene/painted.py", "from PyQt6.QtGui import QColor"),
        (WITHOUT_QT, "training/plotted.py", "import pyqtgraph"),
        (DOES_NOT_DRAW, "worker/plotted.py", "import pyqtgraph"),
    ],
)
def test_contract_notices(tmp_path: Path, contract: str, file: str, text: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "bpviz", tmp_path / "bpviz", ignore=lambda _, names: {"__pycache__"}
    )
    offender = tmp_path / "bpviz" / file
    offender.parent.mkdir(exist_ok=True)
    offender.write_text(f'"""A module that breaks the rule."""\n{text}\n')
    finished = run(CHECK_CONTRACTS, "pyproject.toml", folder=tmp_path)
    assert finished.returncode == 1
    assert f"{contract} BROKEN" in finished.stdout
    module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert f"bpviz.{module}" in finished.stdout


@pytest.mark.parametrize("package", ["nn", "data", "training", "scene"])
def test_model_half_loads_without_qt(package: str) -> None:
    finished = run(IMPORT_ALL_OF, f"bpviz.{package}", folder=ROOT)
    assert finished.returncode == 0, finished.stderr
    loaded = set(finished.stdout.split())
    assert "numpy" in loaded
    assert not loaded & {"PyQt6", "pyqtgraph"}
