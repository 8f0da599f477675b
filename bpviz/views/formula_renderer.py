"""Typesets formulas in the background and keeps the latest pictures of them.

A formula takes ziamath 5 to 70 ms, too long for the thread that the window lives on,
and ziamath itself a quarter of a second to import.
"""

import atexit
import sys
from collections import OrderedDict
from functools import lru_cache
from typing import NamedTuple

from PyQt6.QtCore import (
    QByteArray,
    QCoreApplication,
    QObject,
    QPointF,
    QRectF,
    QRunnable,
    Qt,
    QThreadPool,
    pyqtSignal,
    pyqtSlot,
)
from PyQt6.QtGui import QImage, QPainter
from PyQt6.QtSvg import QSvgRenderer
from typing_extensions import override

_SWITCH_SECONDS = 0.0005
"""How soon whoever waits for the interpreter's lock gets it while a formula is drawn.

ziamath lets go of it only when asked, which Python does after 5 ms: each time the
window, and training beside it, needs the lock.
"""

_MOST_KEPT = 192
_MOST_WANTED = 24


class FormulaKey(NamedTuple):
    """A formula as it is to be seen.

    Attributes
    ----------
    latex : str
        What is written.
    pixels : float
        Size of the type, in pixels of the window.
    color : str
        ``"#rrggbb"``.
    ratio : float
        Pixels of the screen for one of the window.
    """

    latex: str
    pixels: float
    color: str
    ratio: float


class FormulaRenderer(QObject):
    """Makes pictures of formulas, one after another, the last one wanted first.

    Signals
    -------
    made(FormulaKey)
        There is a picture that has been wanted.
    """

    made = pyqtSignal(object)
    _drawn = pyqtSignal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        # None is the picture of what cannot be typeset.
        self._kept: OrderedDict[FormulaKey, QImage | None] = OrderedDict()
        self._wanted: OrderedDict[FormulaKey, None] = OrderedDict()
        self._is_busy = False
        self._usual_interval = sys.getswitchinterval()
        # Emitted on the other thread, so it waits for its turn on this one.
        self._drawn.connect(self._on_drawn)

    def picture(self, key: FormulaKey) -> QImage | None:
        """Return a picture if there is one."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def want(self, key: FormulaKey) -> None:
        """Have a picture made, unless there is one or that was tried in vain.

        What was wanted long ago and has not been begun is forgotten.
        """
        if key in self._kept:
            return
        self._wanted[key] = None
        self._wanted.move_to_end(key)
        while len(self._wanted) > _MOST_WANTED:
            self._wanted.popitem(last=False)
        self._go_on()

    def finish(self) -> None:
        """Wait until everything that is wanted has been made."""
        while self._is_busy:
            self._pool.waitForDone()
            QCoreApplication.sendPostedEvents(self)

    def stop(self) -> None:
        """Make no more pictures, and wait for the one under way."""
        self._wanted.clear()
        self._pool.waitForDone()
        sys.setswitchinterval(self._usual_interval)

    def _go_on(self) -> None:
        if self._wanted and not self._is_busy:
            self._is_busy = True
            sys.setswitchinterval(_SWITCH_SECONDS)
            key, _ = self._wanted.popitem()
            self._pool.start(_Job(key, self))

    # A slot, so that what is posted is posted to this object itself: see `finish`.
    @pyqtSlot(object, object)
    def _on_drawn(self, key: FormulaKey, picture: QImage | None) -> None:
        self._is_busy = False
        sys.setswitchinterval(self._usual_interval)
        self._kept[key] = picture
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self._go_on()
        if picture is not None:
            self.made.emit(key)


class _Job(QRunnable):
    """Draws one formula, on another thread."""

    def __init__(self, key: FormulaKey, renderer: FormulaRenderer) -> None:
        super().__init__()
        self._key = key
        self._renderer = renderer

    @override
    def run(self) -> None:
        try:
            picture: QImage | None = _drawn(self._key)
        except Exception:  # noqa: BLE001 - the plain text stands there already
            picture = None
        self._renderer._drawn.emit(self._key, picture)


@lru_cache(maxsize=1)
def formula_renderer() -> FormulaRenderer:
    """Return the renderer that the whole program shares."""
    renderer = FormulaRenderer()
    # A thread that still runs Python while Python ends would crash the program.
    atexit.register(renderer.stop)
    return renderer


def svg_of(latex: str, pixels: float, color: str) -> str:
    """Typeset a formula."""
    from ziamath.config import config
    from ziamath.zmath import Latex

    # WORKAROUND ziamath 0.13: as SVG 2 it draws glyphs through <symbol> and <use>,
    # which Qt 6.11 places wrongly; https://ziamath.readthedocs.io says how to do
    # without.
    config.svg2 = False
    return Latex(latex, size=pixels, color=color).svg()


def _drawn(key: FormulaKey) -> QImage:
    source = svg_of(key.latex, key.pixels, key.color)
    svg = QSvgRenderer(QByteArray(source.encode()))
    size = svg.viewBoxF().size() * key.ratio
    width, height = round(size.width() + 1), round(size.height() + 1)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg.render(painter, QRectF(QPointF(), size))
    painter.end()
    image.setDevicePixelRatio(key.ratio)
    return image
