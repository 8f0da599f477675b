"""What is exported is what is on the screen: as pixels, and as shapes and text."""

from base64 import b64decode
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt
import pytest
from PyQt6.QtCore import QByteArray, QSize
from PyQt6.QtGui import QColor, QImage, QPainter
from PyQt6.QtSvg import QSvgRenderer
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.look.translation import install_language
from bpviz.scene.numbers import format_number
from bpviz.scene.options import EdgeQuantity
from bpviz.training.frame import Frame
from bpviz.views.network_export import NetworkPicture, network_image, network_svg
from bpviz.views.network_view import NetworkView
from tests.look.conftest import app
from tests.scene.frames import UPDATED, frame_of

__all__ = ["app"]

SIZE = (900, 480)
SVG = "{http://www.w3.org/2000/svg}"

Pixels = npt.NDArray[np.int16]


@pytest.fixture
def view(app: QApplication, qtbot: QtBot) -> NetworkView:
    widget = NetworkView()
    qtbot.addWidget(widget)
    widget.set_theme(LIGHT)
    widget.resize(*SIZE)
    return widget


def picture_of(
    view: NetworkView,
    *,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
    theme: Theme | None = None,
    is_transparent: bool = False,
) -> NetworkPicture:
    assert view.frame is not None
    return NetworkPicture(
        view.frame,
        view.options,
        SIZE,
        *size,
        theme or view.theme,
        scale,
        is_transparent,
    )


def root_of(view: NetworkView) -> ElementTree.Element:
    return ElementTree.fromstring(network_svg(picture_of(view)))


def pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    assert bits is not None
    flat = np.frombuffer(bits.asstring(image.sizeInBytes()), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[..., :3].astype(np.int16)


def opened(svg: str, size: tuple[int, int] = SIZE) -> QImage:
    """The SVG as another program shows it, on a colour that no theme has."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def edge_lines(root: ElementTree.Element, hairline: str) -> list[ElementTree.Element]:
    lines = root.iter(f"{SVG}line")
    return [line for line in lines if line.get("stroke") != hairline]


SMALL = frame_of(2, 3, 2, done=UPDATED, seed=2)
LARGE = frame_of(2, 60, 80, 3, done=UPDATED)
PIXELS = frame_of(100, 12, 4, done=UPDATED)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("frame", "shape", "selected"),
    [
        (SMALL, None, None),
        (LARGE, None, None),
        (PIXELS, (10, 10), None),
        (PIXELS, (10, 10), (1, 5)),
    ],
    ids=["small", "large", "picture", "weights as a picture"],
)
def test_the_svg_shows_what_the_screen_shows(
    view: NetworkView,
    theme: Theme,
    frame: Frame,
    shape: tuple[int, int] | None,
    selected: tuple[int, int] | None,
) -> None:
    view.set_theme(theme)
    view.set_names(("p", "q"), ("r", "s"), shape)
    view.show_frame(frame)
    if selected is not None:
        view.select_node(*selected)
    screen = pixels(view.grab().toImage())
    svg = pixels(opened(network_svg(picture_of(view))))
    differences = np.abs(screen - svg).max(axis=-1)
    # Lines are smoothed in the one and not in the other.
    assert differences.mean() < 6
    assert (differences > 100).mean() < 0.015
    # And what is compared is not just canvas.
    assert np.abs(screen - screen[2, 2]).max(axis=-1).mean() > 2 * differences.mean()


@pytest.mark.parametrize("frame", [SMALL, LARGE], ids=["small", "large"])
def test_every_edge_is_a_line_of_its_own_colour(
    view: NetworkView, frame: Frame
) -> None:
    view.show_frame(frame)
    view.set_edge_limit(1000)
    gaps = picture_of(view).scene(1.0).gaps
    expected = Counter(
        f"#{color & 0xFFFFFF:06x}"
        for gap in gaps
        for color in gap.lines.colors.tolist()
    )
    found = Counter(
        line.get("stroke") for line in edge_lines(root_of(view), LIGHT.border)
    )
    assert found == expected
    assert sum(found.values()) == sum(gap.drawn for gap in gaps)
    assert sum(found.values()) < sum(gap.total for gap in gaps) or frame is SMALL


def test_edges_below_zero_are_dashed_there_too(view: NetworkView) -> None:
    view.show_frame(SMALL)
    lines = edge_lines(root_of(view), LIGHT.border)
    weights = np.concatenate([w.ravel() for w in SMALL.parameters.weights])
    dashed = [line for line in lines if line.get("stroke-dasharray")]
    assert 0 < len(dashed) == np.count_nonzero(weights < 0)
    for line in dashed:
        color = QColor(line.get("stroke"))
        assert color.blue() > color.red()


def test_text_is_text(view: NetworkView) -> None:
    view.set_names(("x", "x²"), ("answer", "other"))
    view.show_frame(SMALL)
    texts = [element.text for element in root_of(view).iter(f"{SVG}text")]
    weights = {
        format_number(w) for m in SMALL.parameters.weights for w in m.ravel().tolist()
    }
    assert weights < set(texts)
    assert {"x", "x²", "answer", "Input", "weight"} < set(texts)
    assert "sans-serif" in root_of(view).get("font-family", "")


def test_text_is_in_the_language_of_the_moment(
    app: QApplication, view: NetworkView
) -> None:
    view.show_frame(SMALL)
    install_language(app, "zh_CN")
    try:
        svg = network_svg(picture_of(view))
    finally:
        install_language(app, "en")
    assert "输入" in svg
    assert "Noto Sans SC" in svg


def test_text_is_anchored_where_it_belongs(view: NetworkView) -> None:
    view.set_names(("x", "y"), ("p", "q"))
    view.show_frame(SMALL)
    anchors = {
        element.text: element.get("text-anchor", "start")
        for element in root_of(view).iter(f"{SVG}text")
    }
    assert anchors["x"] == "end"
    assert anchors["p"] == "start"
    assert anchors["Input"] == "middle"


def test_an_input_picture_is_embedded_in_sharp_pixels(view: NetworkView) -> None:
    view.set_names((), ("a", "b", "c", "d"), (10, 10))
    view.show_frame(PIXELS)
    first = next(root_of(view).iter(f"{SVG}image"))
    image = QImage.fromData(b64decode(first.get("href", "").partition(",")[2]))
    assert image.width() == image.height()
    assert image.width() % 10 == 0
    side = image.width() // 10
    block = pixels(image)[3 * side : 4 * side, 6 * side : 7 * side].reshape(-1, 3)
    assert (block == block[0]).all()
    place = float(first.get("width", "0"))
    assert place == picture_of(view).scene(1.0).layers[0].layout.cell * 10


def test_it_is_described_in_words(view: NetworkView) -> None:
    view.show_frame(SMALL)
    description = root_of(view).findtext(f"{SVG}desc")
    assert description is not None
    assert "2-3-2" in description


def test_a_picture_can_have_any_size(view: NetworkView) -> None:
    view.show_frame(LARGE)
    before, screen = view.options, view.grab().toImage()
    image = network_image(picture_of(view, size=(640, 700), scale=1.5))
    assert image.size() == QSize(960, 1050)
    svg = ElementTree.fromstring(
        network_svg(picture_of(view, size=(640, 700), scale=2))
    )
    assert (svg.get("width"), svg.get("height")) == ("1280", "1400")
    assert svg.get("viewBox") == "0 0 640 700"
    assert view.options == before
    assert view.grab().toImage() == screen


def test_at_the_screens_size_the_picture_is_the_screens(view: NetworkView) -> None:
    view.set_names(("x", "y"), ("p", "q"))
    view.show_frame(SMALL)
    view.select_node(1, 1)
    view.zoom(1.4)
    view.set_quantity(EdgeQuantity.GRADIENT)
    screen, image = view.grab().toImage(), network_image(picture_of(view))
    assert (pixels(screen) == pixels(image)).all()


def test_the_other_theme_can_be_exported(view: NetworkView) -> None:
    view.show_frame(SMALL)
    image = network_image(picture_of(view, theme=DARK))
    view.set_theme(DARK)
    assert (pixels(image) == pixels(view.grab().toImage())).all()


def test_a_transparent_picture_shows_the_same_on_its_canvas(view: NetworkView) -> None:
    view.show_frame(LARGE)
    image = network_image(picture_of(view, is_transparent=True))
    assert image.pixelColor(2, 2).alpha() == 0
    assert image.pixelColor(2, SIZE[1] - 2).alpha() == 0
    laid = QImage(*SIZE, QImage.Format.Format_RGB32)
    laid.fill(QColor(LIGHT.window))
    painter = QPainter(laid)
    painter.drawImage(0, 0, image)
    painter.end()
    opaque = pixels(network_image(picture_of(view)))
    assert np.abs(pixels(laid) - opaque).max() <= 2


def test_a_transparent_svg_has_nothing_behind_the_network(view: NetworkView) -> None:
    view.show_frame(SMALL)
    image = opened(network_svg(picture_of(view, is_transparent=True)))
    green = QColor("#00ff00")
    assert image.pixelColor(2, 2) == green
    assert image.pixelColor(2, SIZE[1] - 2) == green
    assert image.pixelColor(SIZE[0] // 2, 70) == green


def test_what_is_enlarged_stays_in_view(view: NetworkView) -> None:
    view.show_frame(SMALL)
    view.zoom(2.0)
    picture = picture_of(view)
    here = picture.scene(1.0).layers[1].layout
    twice = replace(picture, width=2 * SIZE[0]).scene(1.0).layers[1].layout
    assert float(twice.x[0]) / (2 * SIZE[0]) == pytest.approx(
        float(here.x[0]) / SIZE[0], abs=0.06
    )
