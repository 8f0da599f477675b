"""Makes the window with everything it needs, for the program and for its pictures."""

from pathlib import Path

from PyQt6.QtWidgets import QApplication

from bpviz.look.fonts import load_fonts
from bpviz.look.theme_keeper import ThemeChoice, ThemeKeeper
from bpviz.look.translation import install_language
from bpviz.nn.arrays import Array
from bpviz.training.experiment import Experiment
from bpviz.training.messages import OpenExperiment, OpenFile
from bpviz.training.session import Session
from bpviz.window.main_window import MainWindow
from bpviz.window.settings import Settings


def open_window(
    beginning: Experiment | Path,
    *,
    language: str | None = None,
    theme: ThemeChoice | None = None,
    initial: Array | None = None,
) -> MainWindow:
    """Make a window that begins with an experiment or with a session file.

    It is not shown yet, and its `settled` signal tells when the beginning is there.

    Parameters
    ----------
    beginning : Experiment or Path
        What to open; a path is that of a session file.
    language : str, optional
        A key of `bpviz.look.translation.LANGUAGES`; when left out the one chosen last,
        and the system's at first.
    theme : ThemeChoice, optional
        When left out the one chosen last, and the system's at first.
    initial : Array, optional
        The experiment's first parameters, shape (parameter_count,), if not its own.

    Returns
    -------
    MainWindow
        It ends its training thread when it is closed.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs a QApplication")
    settings = Settings()
    load_fonts()
    install_language(app, language or settings.language)
    themes = app.findChild(ThemeKeeper) or ThemeKeeper(app)
    themes.choose(theme or settings.theme)
    window = MainWindow(Session, themes, settings)
    if isinstance(beginning, Experiment):
        window.playback.command(OpenExperiment(experiment=beginning, initial=initial))
    else:
        window.playback.command(OpenFile(path=str(beginning)))
    return window
