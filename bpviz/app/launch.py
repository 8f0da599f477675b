"""Opens the window and stays until it is closed."""

import gc
from typing import TYPE_CHECKING

from bpviz.app.qt_application import make_application

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.training.experiment import Experiment


def launch(
    beginning: "Experiment | Path", theme: str | None, language: str | None
) -> int:
    """Show the window; what it remembers counts where no option says otherwise.

    Parameters
    ----------
    beginning : Experiment or Path
        What to open; a path is that of a session file.
    theme : str, optional
        One of `choices.THEMES`.
    language : str, optional
        One of `choices.LANGUAGES`.

    Returns
    -------
    int
        The exit status.

    Raises
    ------
    RunError
        If no window can be opened on this machine.
    """
    app = make_application()
    # The slow imports, after all that can fail without them.
    from PyQt6.QtCore import QEvent

    from bpviz.app.exceptions import ExceptionKeeper
    from bpviz.app.signals import quit_on_signals
    from bpviz.look.theme_keeper import ThemeChoice
    from bpviz.window.create import open_window

    window = open_window(
        beginning,
        language=language,
        theme=None if theme is None else ThemeChoice(theme),
    )
    with ExceptionKeeper(window), quit_on_signals(app):
        window.show()
        window.parts.network.stay_ready()
        # What there is now lives as long as the window. To look through it for
        # garbage would stop both threads for 50 ms again and again.
        gc.freeze()
        status = app.exec()
    # Now, and not when Python happens to: it must not outlive the application.
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    return status
