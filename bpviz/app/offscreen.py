"""The window on no screen, as it looks on any machine and to any person."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bpviz.app.parser import UsageError
from bpviz.app.qt_application import make_application
from bpviz.messages import RunError
from bpviz.scene.options import EdgeQuantity
from bpviz.training.messages import OpenExperiment, OpenFile

if TYPE_CHECKING:
    from PyQt6.QtCore import QEventLoop, QMessageLogContext, QSettings, QtMsgType
    from PyQt6.QtGui import QImage
    from PyQt6.QtWidgets import QApplication

    from bpviz.window.main_window import MainWindow

# What makes pictures differ between two desktops.
_DESKTOP = (
    *("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"),
    *("QT_ENABLE_HIGHDPI_SCALING", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks.

    Attributes
    ----------
    size : tuple of int
        Width and height in pixels.
    theme : str
        ``light`` or ``dark``.
    language : str
        One of `choices.LANGUAGES`.
    edges : str
        One of `choices.EDGES`.
    """

    size: tuple[int, int]
    theme: str
    language: str
    edges: str


class Stage:
    """A window that nobody sees, and pictures of it.

    Attributes
    ----------
    window : MainWindow
        It shows what it began with.
    """

    def __init__(self, app: "QApplication", window: "MainWindow") -> None:
        self.window = window
        self.mistakes: list[BaseException] = []
        self._app = app

    def settle(self) -> None:
        """Let the parts do what they put off, now: for a picture nobody is in a hurry.

        What they do when there has been nothing new for a while, they do at once; so
        it makes no difference how fast this machine is.
        """
        from PyQt6 import sip
        from PyQt6.QtCore import QTimer

        from bpviz.views.formula_renderer import formula_renderer

        is_settled = False
        while not is_settled and not self.mistakes:
            timers = self.window.findChildren(QTimer)
            waiting = [t for t in timers if t.isSingleShot() and t.isActive()]
            intervals = [timer.interval() for timer in waiting]
            for timer in waiting:
                timer.setInterval(0)
            self._app.processEvents()
            formula_renderer().finish()
            self._app.processEvents()
            for timer, interval in zip(waiting, intervals, strict=True):
                if not sip.isdeleted(timer):
                    timer.setInterval(interval)
            is_settled = not waiting

    def picture(self) -> "QImage":
        """Return the window as it stands, width x height as asked for."""
        image = self.window.grab().toImage()
        if self.mistakes:
            raise self.mistakes[0]
        return image


@contextmanager
def window_without_screen(
    beginning: OpenExperiment | OpenFile, look: Look
) -> Iterator[Stage]:
    """Open a window without a screen; what the person has set makes no difference.

    Parameters
    ----------
    beginning : OpenExperiment or OpenFile
        What it begins with; it is there when the context begins.
    look : Look
        How it looks.

    Raises
    ------
    UsageError
        If the window cannot be that small.
    RunError
        If Qt cannot draw on this machine, or the beginning cannot be opened.
    """
    with TemporaryDirectory(prefix="bpviz-") as name:
        folder = Path(name)
        _leave_the_desktop(folder, look.size)
        app = make_application()
        from PyQt6.QtCore import QEvent, QEventLoop, QSettings, qInstallMessageHandler

        before = qInstallMessageHandler(_silence)
        store = QSettings(str(folder / "bpviz.ini"), QSettings.Format.IniFormat)
        window = _window(app, store, look)
        stage, loop = Stage(app, window), QEventLoop()

        def give_up(_kind: object, mistake: BaseException, _trace: object) -> None:
            """Stop waiting for a window that a mistake in a slot has left half done."""
            stage.mistakes.append(mistake)
            loop.quit()

        sys.excepthook, hook_before = give_up, sys.excepthook
        try:
            _open(stage, beginning, look.size, loop)
            window.parts.network.set_quantity(EdgeQuantity(look.edges))
            stage.settle()
            yield stage
        finally:
            sys.excepthook = hook_before
            window.close()
            # Now, and not when Python happens to: it must not outlive the application.
            window.deleteLater()
            app.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
            store.sync()  # What is written later would bring the folder back.
            qInstallMessageHandler(before)


def _leave_the_desktop(folder: Path, size: tuple[int, int]) -> None:
    """Choose Qt's platform without a screen, and no person's settings of fonts."""
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


def _window(app: "QApplication", store: "QSettings", look: Look) -> "MainWindow":
    """Make the window as `bpviz.window.create` does, but with settings of its own."""
    from bpviz.look.fonts import load_fonts
    from bpviz.look.theme_keeper import ThemeChoice, ThemeKeeper
    from bpviz.look.translation import install_language
    from bpviz.training.session import Session
    from bpviz.window.main_window import MainWindow
    from bpviz.window.settings import Settings

    class Unremembered(Settings):
        """Settings in a folder that is about to go, whatever the system's place is."""

        def __init__(self) -> None:
            self._store = store

    load_fonts()
    install_language(app, look.language)
    themes = ThemeKeeper(app)
    themes.choose(ThemeChoice(look.theme))
    return MainWindow(Session, themes, Unremembered())


def _open(
    stage: Stage,
    beginning: OpenExperiment | OpenFile,
    size: tuple[int, int],
    loop: "QEventLoop",
) -> None:
    """Show the window and wait until its beginning is there."""
    window = stage.window
    window.playback.command(beginning)
    window.resize(*size)
    window.show()
    if (window.width(), window.height()) != size:
        raise UsageError(
            f"the window needs at least {window.width()}x{window.height()} pixels"
        )
    window.settled.connect(loop.quit)
    if not stage.mistakes:
        loop.exec()
    if stage.mistakes:
        raise stage.mistakes[0]
    if window.parts.error_bar.sentence:
        raise RunError("{reason}", reason=window.parts.error_bar.sentence)


def _silence(
    _kind: "QtMsgType", _context: "QMessageLogContext", _text: str | None
) -> None:
    """Drop what Qt says about a platform that is no desktop."""
