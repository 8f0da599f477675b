"""Asks for the name of a file to open or to write."""

from pathlib import Path

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def ask_for_session(parent: QWidget) -> str | None:
    """Ask which session file to open; None if the person changes their mind."""
    path, _ = QFileDialog.getOpenFileName(
        parent, translate("FileDialogs", "Open"), "", _sessions()
    )
    return path or None


def ask_where_to_save(parent: QWidget, suggestion: str) -> str | None:
    """Ask where to write the session; None if the person changes their mind."""
    path, _ = QFileDialog.getSaveFileName(
        parent, translate("FileDialogs", "Save as"), f"{suggestion}.bpviz", _sessions()
    )
    return _with_ending(path, ".bpviz") if path else None


def ask_where_to_export(parent: QWidget, suggestion: str) -> str | None:
    """Ask where to write a picture; None if the person changes their mind."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        translate("FileDialogs", "Export picture"),
        f"{suggestion}.png",
        translate("FileDialogs", "Pictures (*.png)"),
    )
    return _with_ending(path, ".png") if path else None


def _sessions() -> str:
    return translate("FileDialogs", "bpviz sessions (*.bpviz)")


def _with_ending(path: str, ending: str) -> str:
    return path if Path(path).suffix else path + ending
