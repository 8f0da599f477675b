"""Draws the window on no screen, as it stands at the moment of a run."""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bpviz.app.headless import HeadlessRun
from bpviz.app.parser import UsageError
from bpviz.app.qt_application import make_application
from bpviz.messages import RunError

if TYPE_CHECKING:
    from PyQt6.QtCore import QMessageLogContext, QtMsgType
    from PyQt6.QtGui import QPixmap
    from PyQt6.QtWidgets import QApplication

# What makes pictures differ between two desktops.
_DESKTOP = (
    *("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"),
    *("QT_ENABLE_HIGHDPI_SCALING", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"),
)


def picture_of(
    run: HeadlessRun, size: tuple[int, int], theme: str, language: str
) -> bytes:
    """Return a picture of the window as PNG.

    The run goes into a session file and the window takes it up, as it would when a
    person opened it.

    Parameters
    ----------
    run : HeadlessRun
        Where it stands is what is drawn.
    size : tuple of int
        Width and height in pixels.
    theme : str
        ``light`` or ``dark``.
    language : str
        One of `choices.LANGUAGES`.

    Raises
    ------
    UsageError
        If the window cannot be that small.
    RunError
        If Qt cannot draw on this machine.
    """
    with TemporaryDirectory(prefix="bpviz-") as folder:
        session = Path(folder) / "run.bpviz"
        run.save(str(session))
        _leave_the_desktop(Path(folder), size)
        app = make_application()
        return _png(_grabbed(app, session, size, theme, language))


def _leave_the_desktop(folder: Path, size: tuple[int, int]) -> None:
    """Choose Qt's platform without a screen, and settings that nobody has changed."""
    screens = folder / "screens.json"
    # Larger than the window, which would fill a screen that has no room for a frame.
    width, height = (length + 100 for length in size)
    place = {"name": "picture", "x": 0, "y": 0, "width": width, "height": height}
    screen = {**place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens.write_text(json.dumps({"screens": [screen]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    for name in _DESKTOP:
        os.environ.pop(name, None)


def _grabbed(
    app: "QApplication", session: Path, size: tuple[int, int], theme: str, language: str
) -> "QPixmap":
    from PyQt6.QtCore import QEventLoop, qInstallMessageHandler

    from bpviz.look.theme_keeper import ThemeChoice
    from bpviz.window.create import open_window

    before = qInstallMessageHandler(_silence)
    window = open_window(session, language=language, theme=ThemeChoice(theme))
    loop = QEventLoop()
    mistakes: list[BaseException] = []

    def give_up(_kind: object, mistake: BaseException, _trace: object) -> None:
        """Stop waiting for a window that a mistake in a slot has left half done."""
        mistakes.append(mistake)
        loop.quit()

    sys.excepthook, hook_before = give_up, sys.excepthook
    try:
        window.resize(*size)
        window.show()
        if (window.width(), window.height()) != size:
            raise UsageError(
                f"the window needs at least {window.width()}x{window.height()} pixels"
            )
        window.settled.connect(loop.quit)
        if not mistakes:
            loop.exec()
        if mistakes:
            raise mistakes[0]
        if window.parts.error_bar.sentence:
            raise RunError("{reason}", reason=window.parts.error_bar.sentence)
        app.processEvents()  # What the parts have put off until the next turn.
        return window.grab()
    finally:
        sys.excepthook = hook_before
        window.close()
        qInstallMessageHandler(before)


def _png(pixmap: "QPixmap") -> bytes:
    from PyQt6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not pixmap.save(buffer, "PNG"):
        raise RunError("Qt could not make a PNG file of the picture")
    return buffer.data().data()


def _silence(
    _kind: "QtMsgType", _context: "QMessageLogContext", _text: str | None
) -> None:
    """Drop what Qt says about a platform that is no desktop."""
