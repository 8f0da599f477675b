"""The menu of a sample that is shown: let the next update learn from it."""

from collections.abc import Callable

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QMenu, QWidget

from bpviz.scene.numbers import format_count
from bpviz.training.changes import SampleChoice

translate = QCoreApplication.translate


def sample_menu(
    parent: QWidget, sample: int, choose: Callable[[SampleChoice], object]
) -> QMenu:
    """Make a menu for a sample, by its index from 0; people count from 1."""
    menu = QMenu(parent)
    text = translate("Results", "Step sample {number} next")
    action = menu.addAction(text.format(number=format_count(sample + 1)))
    assert action is not None  # A menu makes what it adds.
    action.triggered.connect(lambda: choose(SampleChoice(sample=sample)))
    return menu
