"""Draws the window, or the network alone, as it stands at the moment of a run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bpviz.app.headless import HeadlessRun
from bpviz.app.offscreen import Look, Stage, window_without_screen
from bpviz.messages import RunError
from bpviz.training.messages import OpenFile

if TYPE_CHECKING:
    from PyQt6.QtGui import QImage

_WINDOW = (1280, 720)


def picture_of(run: HeadlessRun, look: Look) -> bytes:
    """Return a picture of the window as PNG.

    Parameters
    ----------
    run : HeadlessRun
        Where it stands is what is drawn.
    look : Look
        How the window looks.

    Raises
    ------
    UsageError
        If the window cannot be that small.
    RunError
        If Qt cannot draw on this machine.
    """
    with _window_of(run, look) as stage:
        return _png(stage.picture())


def svg_of(run: HeadlessRun, look: Look) -> bytes:
    """Return a picture of the network as SVG.

    Parameters and failures are those of `picture_of`, but that it may be as small as
    one likes: the window that it comes from has a size of its own.
    """
    with _window_of(run, replace(look, size=_WINDOW)) as stage:
        from bpviz.views.network_export import NetworkPicture, network_svg

        network = stage.window.parts.network
        assert network.frame is not None  # The window shows a run.
        picture = NetworkPicture(
            network.frame,
            network.options,
            (network.width(), network.height()),
            *look.size,
            theme=network.theme,
        )
        return network_svg(picture).encode()


@contextmanager
def _window_of(run: HeadlessRun, look: Look) -> Iterator[Stage]:
    """Open a window on a run where it stands.

    The run goes into a session file and the window takes it up, as it would when a
    person opened it.
    """
    with TemporaryDirectory(prefix="bpviz-") as folder:
        session = Path(folder) / "run.bpviz"
        run.save(str(session))
        with window_without_screen(OpenFile(path=str(session)), look) as stage:
            yield stage


def _png(image: "QImage") -> bytes:
    from PyQt6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise RunError("Qt could not make a PNG file of the picture")
    return buffer.data().data()
