"""The process that paints the network paints what the window itself would paint."""

import io
import pickle
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtGui import QGuiApplication, QImage, QPainter
from PyQt6.QtWidgets import QApplication

from bpviz.look.theme import DARK, LIGHT
from bpviz.scene.colors import ColorArray
from bpviz.scene.options import ScaleMode, SceneOptions
from bpviz.training.frame import Frame
from bpviz.views.live_canvas import LiveCanvas
from bpviz.views.network_canvas import NetworkCanvas
from bpviz.views.picture_messages import (
    LENGTH,
    NO_NEWS,
    REQUEST,
    PictureAnswer,
    PictureLook,
    PictureOrder,
    PictureTerms,
    message,
)
from bpviz.views.picture_requests import PictureRequests
from bpviz.views.picture_service import PictureMaker, serve
from tests.scene.frames import frame_of

SIZE = 600, 400


@pytest.fixture
def order(qapp: QApplication) -> PictureOrder:
    look = PictureLook(False, QGuiApplication.font().toString(), "en")
    options = SceneOptions(edge_limit=1000)
    return PictureOrder(frame_of(2, 60, 70, 1), options, *SIZE, look)


@pytest.fixture
def asking() -> Iterator[PictureRequests]:
    """The window's side."""
    requests = PictureRequests()
    yield requests
    requests.forget()


@pytest.fixture
def maker(qapp: QApplication) -> PictureMaker:
    return PictureMaker(qapp)


def painted_here(
    frame: Frame,
    options: SceneOptions,
    *,
    dark: bool = False,
    size: tuple[int, int] = SIZE,
) -> npt.NDArray[np.uint32]:
    canvas = NetworkCanvas(DARK if dark else LIGHT)
    canvas.show_frame(frame)
    canvas.change(options)
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas.paint(painter, QSize(*size), 1.0, None)
    painter.end()
    width, height = size
    bits = image.constBits()
    assert bits is not None
    return np.frombuffer(bits.asstring(4 * width * height), np.uint32).reshape(
        height, width
    )


def asked(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> tuple[PictureAnswer, ColorArray | None]:
    """Return what the one answers and paints if it is asked by the other."""
    answer = maker.answer(asking.request(order)[LENGTH.size :])
    return answer, asking.painted(order, answer)


def painted(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> ColorArray:
    answer, picture = asked(maker, asking, order)
    assert answer is NO_NEWS
    assert picture is not None
    return picture


def test_it_paints_what_the_window_would_paint(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    first = painted(maker, asking, order)
    here = painted_here(order.frame, order.options)
    np.testing.assert_array_equal(first, here)
    other = frame_of(2, 60, 70, 1, seed=9)
    second = painted(maker, asking, replace(order, frame=other))
    np.testing.assert_array_equal(second, painted_here(other, order.options))
    # That one stays on the screen while another is painted.
    np.testing.assert_array_equal(first, here)
    assert (first != second).any()


def test_it_lists_every_edge_when_asked_to(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    in_full = replace(
        order, is_in_full=True, options=replace(order.options, edge_limit=None)
    )
    answer, bundle = asked(maker, asking, in_full)
    assert [len(gap.values) for gap in answer.gaps] == [120, 4200, 70]
    assert bundle is not None
    assert answer.bundle_size == (bundle.shape[1], bundle.shape[0])
    assert bundle.shape[0] < SIZE[1]  # without headings and legends


def test_a_request_says_what_has_changed_and_no_more(
    asking: PictureRequests, order: PictureOrder
) -> None:
    same = LENGTH.size + REQUEST.size
    assert same < len(asking.request(order)) < order.frame.parameters.flat.nbytes
    other = frame_of(2, 60, 70, 1, seed=9)
    assert len(asking.request(replace(order, frame=other))) == same
    # An equal one, though another.
    options = replace(order.options)
    assert len(asking.request(replace(order, options=options))) == same
    changes: list[dict[str, Any]] = [
        {"options": replace(options, row=1)},
        {"width": 500},
        {"look": replace(order.look, is_dark=True)},
        {"hovered": (1, 2)},
        {"pointer": (1.0, 2.0)},
        {"is_in_full": True},
        {"frame": frame_of(2, 60, 71, 1)},
    ]
    for change in changes:
        changed = replace(order, **change)
        assert len(asking.request(changed)) > same, change
        assert len(asking.request(changed)) == same, change
        assert len(asking.request(order)) > same, change
    asking.forget()
    assert len(asking.request(order)) > same


def test_what_changes_is_painted_that_way(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    painted(maker, asking, order)
    # Larger arrays than there is room for, fewer, another size, and back again.
    for frame, size in (
        (frame_of(2, 300, 200, 1), SIZE),
        (frame_of(2, 3, 1), SIZE),
        (frame_of(2, 3, 1), (300, 500)),
        (order.frame, SIZE),
    ):
        width, height = size
        options = replace(order.options, precision=len(frame.network.layer_sizes))
        wanted = replace(
            order, frame=frame, options=options, width=width, height=height
        )
        np.testing.assert_array_equal(
            painted(maker, asking, wanted), painted_here(frame, options, size=size)
        )


def test_it_answers_until_nothing_comes(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    locking = replace(
        order, options=replace(order.options, scale_mode=ScaleMode.LOCKED)
    )
    answers = io.BytesIO()
    serve(maker, io.BytesIO(asking.request(order) + asking.request(order)), answers)
    assert answers.getvalue() == 3 * message()  # the sign of life is empty, too
    for wanted in (locking, order):
        serve(maker, io.BytesIO(asking.request(wanted)), answers)
    answers.seek(0)
    read = []
    while head := answers.read(LENGTH.size):
        read.append(answers.read(*LENGTH.unpack(head)))
    assert [bool(content) for content in read] == [*[False] * 4, True, False, False]
    assert isinstance(pickle.loads(read[4]), PictureAnswer)
    np.testing.assert_array_equal(
        asking.painted(order, NO_NEWS), painted_here(order.frame, order.options)
    )


def test_it_tells_which_scales_it_was_the_first_to_lock(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    order = replace(order, options=replace(order.options, scale_mode=ScaleMode.LOCKED))
    answer, picture = asked(maker, asking, order)
    assert picture is not None
    here = NetworkCanvas(LIGHT)
    here.show_frame(order.frame)
    here.change(order.options)
    here.scene(QSize(*SIZE), 1.0)
    assert all(end is not None for end in here.options.locked_scales)
    assert answer.options == here.options
    canvas = LiveCanvas(LIGHT)
    canvas.change(order.options)
    canvas.show_picture(order, answer, picture)
    assert canvas.options == here.options


def test_it_wears_the_windows_theme_and_speaks_its_language(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    english = painted(maker, asking, order).copy()
    look = replace(order.look, language="zh_CN")
    assert (painted(maker, asking, replace(order, look=look)) != english).any()
    np.testing.assert_array_equal(painted(maker, asking, order), english)
    look = replace(order.look, is_dark=True)
    np.testing.assert_array_equal(
        painted(maker, asking, replace(order, look=look)),
        painted_here(order.frame, order.options, dark=True),
    )


def test_a_file_that_is_shared_is_not_left_behind(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    request = asking.request(order)
    terms = pickle.loads(request[LENGTH.size + REQUEST.size :])
    assert isinstance(terms, PictureTerms)
    assert Path(terms.path).exists()
    asking.painted(order, maker.answer(request[LENGTH.size :]))
    if sys.platform != "win32":
        assert not Path(terms.path).exists()


def test_the_first_request_has_to_bring_the_terms(
    maker: PictureMaker, asking: PictureRequests, order: PictureOrder
) -> None:
    asking.request(order)
    with pytest.raises(ValueError, match="terms"):
        maker.answer(asking.request(order)[LENGTH.size :])
