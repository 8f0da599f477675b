"""The process that paints the network paints what the window itself would paint."""

import io
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtGui import QGuiApplication, QImage, QPainter
from PyQt6.QtWidgets import QApplication

from bpviz.look.theme import DARK, LIGHT
from bpviz.scene.options import ScaleMode, SceneOptions
from bpviz.training.frame import Frame
from bpviz.views.network_canvas import NetworkCanvas
from bpviz.views.picture_messages import (
    LENGTH,
    PictureAnswer,
    PictureLook,
    PictureOrder,
    PictureRequest,
    message,
)
from bpviz.views.picture_service import PictureMaker, serve
from bpviz.views.shared_pictures import SharedPictures, create_file, room_for
from tests.scene.frames import frame_of

SIZE = 600, 400


@pytest.fixture
def order(qapp: QApplication) -> PictureOrder:
    look = PictureLook(False, QGuiApplication.font().toString(), "en")
    options = SceneOptions(edge_limit=1000)
    return PictureOrder(frame_of(2, 60, 70, 1), options, *SIZE, look)


class Asking:
    """The window's side: memory, and requests for what is to be painted into it."""

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        self.path = path
        self.shared = SharedPictures(path, size)
        self.size = size

    def request(
        self, order: PictureOrder, place: int, path: str = ""
    ) -> PictureRequest:
        arrays: list[pickle.PickleBuffer] = []
        data = pickle.dumps(order, 5, buffer_callback=arrays.append)
        lengths = self.shared.put([array.raw() for array in arrays])
        return PictureRequest(place, data, lengths, path, self.size)

    def first(self, order: PictureOrder, place: int) -> PictureRequest:
        return self.request(order, place, str(self.path))


@pytest.fixture
def asking() -> Iterator[Asking]:
    path = create_file(SIZE, 1 << 20)
    yield Asking(path, SIZE)
    path.unlink()


@pytest.fixture
def maker(qapp: QApplication) -> PictureMaker:
    return PictureMaker(qapp)


def painted_here(
    frame: Frame, options: SceneOptions, *, dark: bool = False
) -> npt.NDArray[np.uint32]:
    canvas = NetworkCanvas(DARK if dark else LIGHT)
    canvas.show_frame(frame)
    canvas.change(options)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas.paint(painter, QSize(*SIZE), 1.0, None)
    painter.end()
    bits = image.constBits()
    assert bits is not None
    return np.frombuffer(bits.asstring(4 * SIZE[0] * SIZE[1]), np.uint32).reshape(
        SIZE[1], SIZE[0]
    )


def test_it_paints_what_the_window_would_paint(
    maker: PictureMaker, asking: Asking, order: PictureOrder
) -> None:
    answer = maker.answer(asking.first(order, 1))
    here = painted_here(order.frame, order.options)
    np.testing.assert_array_equal(asking.shared.pictures[1], here)
    assert not asking.shared.pictures[0].any()
    assert (answer.size, answer.gaps) == (SIZE, ())


def test_it_lists_every_edge_when_asked_to(
    maker: PictureMaker, asking: Asking, order: PictureOrder
) -> None:
    in_full = replace(
        order, is_in_full=True, options=replace(order.options, edge_limit=None)
    )
    answer = maker.answer(asking.first(in_full, 0))
    assert [len(gap.values) for gap in answer.gaps] == [120, 4200, 70]
    assert answer.size is not None
    assert answer.size[1] < SIZE[1]  # without headings and legends


def test_the_arrays_of_an_order_lie_in_the_shared_memory(
    asking: Asking, order: PictureOrder
) -> None:
    request = asking.first(order, 0)
    count = order.frame.parameters.flat.nbytes
    assert len(request.order) < 4096 < count
    assert count in request.lengths
    arrays = asking.shared.parts(request.lengths)
    received: PictureOrder = pickle.loads(request.order, buffers=arrays)
    np.testing.assert_array_equal(
        received.frame.parameters.flat, order.frame.parameters.flat
    )
    assert received.frame.parameters.weights[1].shape == (60, 70)
    parts = [memoryview(b"a" * length) for length in request.lengths]
    assert sum(request.lengths) <= room_for(parts) <= asking.shared.numbers.nbytes


def test_it_answers_until_nothing_comes(
    maker: PictureMaker, asking: Asking, order: PictureOrder
) -> None:
    dark = replace(order, look=replace(order.look, is_dark=True))
    requests = io.BytesIO(
        message(asking.first(order, 0)) + message(asking.request(order, 1))
    )
    answers = io.BytesIO()
    serve(maker, requests, answers)
    first, second = asking.shared.pictures
    np.testing.assert_array_equal(first, second)
    serve(maker, io.BytesIO(message(asking.request(dark, 1))), answers)
    answers.seek(0)
    read = []
    while head := answers.read(LENGTH.size):
        read.append(pickle.loads(answers.read(*LENGTH.unpack(head))))
    assert [read[0], read[3]] == [None, None]  # the signs of life
    assert {type(read[i]) for i in (1, 2, 4)} == {PictureAnswer}
    np.testing.assert_array_equal(
        asking.shared.pictures[1], painted_here(order.frame, order.options, dark=True)
    )


def test_it_tells_which_scales_it_was_the_first_to_lock(
    maker: PictureMaker, asking: Asking, order: PictureOrder
) -> None:
    options = replace(order.options, scale_mode=ScaleMode.LOCKED)
    answer = maker.answer(asking.first(replace(order, options=options), 0))
    here = NetworkCanvas(LIGHT)
    here.show_frame(order.frame)
    here.change(options)
    here.scene(QSize(*SIZE), 1.0)
    assert all(end is not None for end in here.options.locked_scales)
    assert answer.options == here.options
    canvas = NetworkCanvas(LIGHT)
    canvas.change(options)
    canvas.show_picture(order, answer, asking.shared.pictures[0])
    assert canvas.options == here.options


def test_it_speaks_the_windows_language(
    maker: PictureMaker, asking: Asking, order: PictureOrder
) -> None:
    maker.answer(asking.first(order, 0))
    look = replace(order.look, language="zh_CN")
    maker.answer(asking.request(replace(order, look=look), 1))
    english, chinese = asking.shared.pictures
    assert (english != chinese).any()
    maker.answer(asking.request(order, 1))
    first, second = asking.shared.pictures
    np.testing.assert_array_equal(first, second)
