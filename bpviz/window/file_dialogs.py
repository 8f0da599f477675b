"""Asks for the name of a file to open or to write."""

from pathlib import Path

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate

_SESSION_SUFFIX = ".bpviz"
_DATA = "*.csv *.tsv *.txt *.npz *ubyte* *idx*"


def ask_what_to_open(parent: QWidget) -> str | None:
    """Ask for a session or data of one's own; None if the person changes their mind."""
    everything = translate("FileDialogs", "Sessions and data ({patterns})").format(
        patterns=f"*{_SESSION_SUFFIX} {_DATA}"
    )
    data = translate("FileDialogs", "Data ({patterns})").format(patterns=_DATA)
    path, _ = QFileDialog.getOpenFileName(
        parent,
        translate("FileDialogs", "Open"),
        "",
        ";;".join((everything, _sessions(), data)),
    )
    return path or None


def is_session(path: str) -> bool:
    """Whether a file is called like a session, and not like data."""
    return Path(path).suffix.lower() == _SESSION_SUFFIX


def ask_where_to_save(parent: QWidget, suggestion: str) -> str | None:
    """Ask where to write the session; None if the person changes their mind."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        translate("FileDialogs", "Save as"),
        f"{suggestion}{_SESSION_SUFFIX}",
        _sessions(),
    )
    return _with_ending(path, _SESSION_SUFFIX) if path else None


def ask_where_to_export(
    parent: QWidget, suggestion: str, ending: str = ".png"
) -> str | None:
    """Ask where to write a picture; None if the person changes their mind.

    Parameters
    ----------
    ending : str
        What files of its format are called.
    """
    path, _ = QFileDialog.getSaveFileName(
        parent,
        translate("FileDialogs", "Export picture"),
        f"{suggestion}{ending}",
        translate("FileDialogs", "Pictures ({patterns})").format(patterns=f"*{ending}"),
    )
    if not path or path.lower().endswith(ending):
        return path or None
    return path + ending


def _sessions() -> str:
    return translate("FileDialogs", "bpviz sessions (*.bpviz)")


def _with_ending(path: str, ending: str) -> str:
    return path if Path(path).suffix else path + ending
