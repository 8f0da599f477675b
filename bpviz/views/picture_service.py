"""Paints the network in a process of its own: ``-m bpviz.views.picture_service``.

A window that paints thirty times a second takes Python's lock from the training thread
for some milliseconds each time. This process has a lock of its own. Requests come
through standard input, answers leave through standard output. It ends when its input
does.
"""

import os
import signal
import sys
from typing import BinaryIO, cast

from PyQt6 import sip
from PyQt6.QtCore import QPointF, QSize
from PyQt6.QtGui import QFont, QGuiApplication, QImage, QPainter

from bpviz.look.fonts import load_fonts
from bpviz.look.theme import DARK, LIGHT
from bpviz.look.translation import install_language
from bpviz.nn.blas import use_one_thread
from bpviz.scene.colors import ColorArray
from bpviz.views.network_canvas import NetworkCanvas
from bpviz.views.picture_messages import (
    LENGTH,
    NO_NEWS,
    PictureAnswer,
    PictureLook,
    PictureOrder,
    message,
    pickled,
)
from bpviz.views.picture_reader import PictureReader

_MODESTY = 5
"""How far other programs come before this one, from 0 to 19."""


class PictureMaker:
    """Answers requests, one after the other.

    Parameters
    ----------
    app : QGuiApplication
        It is made to look like the application that asks.
    """

    def __init__(self, app: QGuiApplication) -> None:
        self._app = app
        self._reader = PictureReader()
        self._look: PictureLook | None = None
        self._language = ""
        self._canvas: NetworkCanvas | None = None

    def answer(self, request: bytes) -> PictureAnswer:
        """Paint what is asked for into the shared memory."""
        order, picture = self._reader.read(request)
        canvas = self._prepared(order)
        if order.is_in_full:
            return self._list(order, canvas, picture)
        self._paint(order, canvas, picture)
        if canvas.options == order.options:
            return NO_NEWS
        return PictureAnswer(options=canvas.options)

    def _paint(
        self, order: PictureOrder, canvas: NetworkCanvas, picture: ColorArray
    ) -> None:
        height, width = picture.shape
        # PyQt6 paints into memory that it is told the place of, but into no array; its
        # type stub knows only bytes.
        memory, step = (
            cast("bytes", sip.voidptr(picture.ctypes.data)),
            picture.strides[0],
        )
        image = QImage(memory, width, height, step, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(order.options.pixel_ratio)
        painter = QPainter(image)
        size = QSize(order.width, order.height)
        canvas.paint(painter, size, order.options.pixel_ratio, None)
        painter.end()

    def _list(
        self, order: PictureOrder, canvas: NetworkCanvas, picture: ColorArray
    ) -> PictureAnswer:
        size = QSize(order.width, order.height)
        scene = canvas.scene(size, order.options.pixel_ratio)
        assert scene is not None  # It has a frame.
        bundle = scene.edge_picture
        if bundle is None:
            return PictureAnswer(gaps=scene.gaps)
        picture.reshape(-1)[: bundle.size] = bundle.reshape(-1)
        height, width = bundle.shape
        return PictureAnswer(gaps=scene.gaps, bundle_size=(width, height))

    def _prepared(self, order: PictureOrder) -> NetworkCanvas:
        """Return a canvas that is about to show what is asked for."""
        if self._canvas is None or order.look != self._look:
            self._canvas = self._dressed(order.look)
        canvas = self._canvas
        canvas.show_frame(order.frame)
        canvas.is_hurried = not order.is_in_full
        canvas.change(order.options)
        canvas.point_at(order.hovered, QPointF(*order.pointer))
        return canvas

    def _dressed(self, look: PictureLook) -> NetworkCanvas:
        self._look = look
        font = QFont()
        font.fromString(look.font)
        self._app.setFont(font)
        if look.language != self._language:
            self._language = install_language(self._app, look.language)
        return NetworkCanvas(DARK if look.is_dark else LIGHT)


def serve(maker: PictureMaker, requests: BinaryIO, answers: BinaryIO) -> None:
    """Give a sign of life, then answer until nothing comes any more."""
    answers.write(message())
    answers.flush()
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        answer = maker.answer(requests.read(*LENGTH.unpack(head)))
        answers.write(message(b"" if answer is NO_NEWS else pickled(answer)))
        answers.flush()
        # What a screen tells every program must not pile up.
        QGuiApplication.processEvents()


def main() -> None:
    """Serve the program that started this process."""
    # Ctrl+C in a terminal reaches every process; whoever started this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_one_thread()
    if sys.platform != "win32":
        os.nice(_MODESTY)  # Training comes first where processors are few.
    app = QGuiApplication(sys.argv[:1])
    load_fonts()
    serve(PictureMaker(app), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
