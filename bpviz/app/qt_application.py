"""Makes the one QApplication, after everything that must be so before Qt is loaded."""

import os
from typing import TYPE_CHECKING

from bpviz.app.system_libraries import what_is_missing
from bpviz.messages import RunError
from bpviz.resources import asset

if TYPE_CHECKING:
    from PyQt6.QtWidgets import QApplication


def make_application() -> "QApplication":
    """Load Qt and return the application, which knows its name and its icon.

    Raises
    ------
    RunError
        If Qt cannot be loaded or would end the process: with what is missing, and
        what brings it.
    """
    missing = what_is_missing()
    if missing is not None:
        raise RunError("{reason}", reason=missing)
    # Where another Qt is installed too, pyqtgraph and its kind might take that one.
    os.environ["PYQTGRAPH_QT_LIB"] = "PyQt6"
    os.environ["QT_API"] = "pyqt6"
    try:
        from PyQt6.QtGui import QIcon
        from PyQt6.QtWidgets import QApplication
    except ImportError as error:
        raise RunError("Qt cannot be loaded: {reason}", reason=error) from error
    app = QApplication(["bpviz"])
    # No organisation: it would be a second folder around that of the settings.
    app.setApplicationName("bpviz")
    app.setDesktopFileName("bpviz")
    app.setWindowIcon(QIcon(str(asset("icons", "bpviz.svg"))))
    return app
