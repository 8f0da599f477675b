"""What Help shows: the keys, and what the program is and is made of."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from PyQt6.QtCore import PYQT_VERSION_STR, QCoreApplication, Qt, qVersion
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

import bpviz
from bpviz.look.icons import icon
from bpviz.look.type_scale import GRID, font_sizes
from bpviz.window.actions import action_texts, shortcut_texts

translate = QCoreApplication.translate

_LOGO_SIZE = 64


class ShortcutsDialog(QDialog):
    """Lists every action that has keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("HelpDialogs", "Keyboard shortcuts"))
        keys = shortcut_texts()
        rows = [(text, keys[name]) for name, text in action_texts().items()]
        rows += _network_keys()
        # Side by side, so that the list is no higher than a small screen.
        halves = QHBoxLayout()
        halves.setSpacing(6 * GRID)
        middle = -(-len(rows) // 2)
        for half in (rows[:middle], rows[middle:]):
            halves.addLayout(self._grid(half))
        _finish(self, halves)

    def _grid(self, rows: Sequence[tuple[str, str]]) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(GRID)
        for row, (text, key) in enumerate(rows):
            grid.addWidget(QLabel(text), row, 0)
            shortcut = QLabel(key)
            shortcut.setForegroundRole(self.palette().ColorRole.PlaceholderText)
            grid.addWidget(shortcut, row, 1)
        grid.setRowStretch(len(rows), 1)
        return grid


class AboutDialog(QDialog):
    """Says what the program is, its version and its licence, and those of its parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("HelpDialogs", "About bpviz"))
        column = QVBoxLayout()
        column.setSpacing(GRID)
        logo = QLabel()
        logo.setPixmap(icon("bpviz").pixmap(_LOGO_SIZE))
        column.addWidget(logo)
        name = QLabel(f"bpviz {bpviz.__version__}")
        font = name.font()
        font.setPointSizeF(font_sizes().display)
        name.setFont(font)
        column.addWidget(name)
        for text in (
            translate("HelpDialogs", "A time-travelling debugger for backpropagation."),
            translate(
                "HelpDialogs",
                "Free software under the GNU General Public License, version 3 or "
                "later, without any warranty.",
            ),
            _parts(),
            translate(
                "HelpDialogs",
                "MNIST by Yann LeCun, Corinna Cortes and Christopher Burges: "
                "CC BY-SA 3.0. Icons by Lucide: ISC. Chinese characters from Noto Sans "
                "SC, formulas in STIX Two Math: SIL Open Font License 1.1.",
            ),
        ):
            label = QLabel(text)
            label.setWordWrap(True)
            label.setMinimumWidth(50 * GRID)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        _finish(self, column)


def _network_keys() -> list[tuple[str, str]]:
    """Return what the network does by itself while it has the focus, and its keys."""
    return [
        (translate("HelpDialogs", "Walk from node to node"), "Shift+←↑→↓"),
        (translate("HelpDialogs", "Select nothing"), "Esc"),
        (translate("HelpDialogs", "Pause, or end a gradient check"), "Esc"),
        (translate("HelpDialogs", "Enlarge, reduce or fit the network"), "+, −, 0"),
    ]


def _parts() -> str:
    """Name what the program runs on, with versions and licences."""
    parts = (
        ("Python", platform.python_version(), "PSF"),
        ("NumPy", _version("numpy"), "BSD"),
        ("PyQt6", PYQT_VERSION_STR, "GPL 3"),
        ("Qt", qVersion() or "", "LGPL 3"),
        ("pyqtgraph", _version("pyqtgraph"), "MIT"),
        ("ziamath", _version("ziamath"), "MIT"),
        ("ziafont", _version("ziafont"), "MIT"),
        ("latex2mathml", _version("latex2mathml"), "MIT"),
        ("msgspec", _version("msgspec"), "BSD"),
        ("threadpoolctl", _version("threadpoolctl"), "BSD"),
    )
    return ", ".join(f"{name} {number} ({licence})" for name, number, licence in parts)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _finish(dialog: QDialog, content: QLayout) -> None:
    """Put a button to close it under the content; closed, it is gone."""
    dialog.finished.connect(dialog.deleteLater)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*[3 * GRID] * 4)
    column.setSpacing(3 * GRID)
    column.addLayout(content)
    column.addWidget(buttons)
    column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
