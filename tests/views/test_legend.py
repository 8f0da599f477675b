"""A legend shows every key, in as many rows as that takes."""

import pytest
from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from bpviz.views.legend import Key, Legend
from bpviz.views.marks import Mark, Shape

KEYS = [
    Key(Mark("#ff0000", Shape.CIRCLE), "first"),
    Key(Mark("#00ff00", Shape.SQUARE, filled=False), "second"),
    Key(Mark("#0000ff", line_width=2.0), "third"),
]


@pytest.fixture
def legend(qtbot: QtBot) -> Legend:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_keys(KEYS)
    legend.show()
    return legend


def test_keys_have_one_row_where_they_fit_and_more_where_not(legend: Legend) -> None:
    legend.resize(legend.sizeHint().width(), legend.height())
    one_row = legend.height()
    legend.resize(legend.minimumSizeHint().width(), legend.height())
    assert legend.height() == 3 * one_row


def test_it_is_named_after_its_keys(legend: Legend) -> None:
    assert legend.accessibleName() == "first, second, third"


def test_fewer_keys_need_fewer_rows(legend: Legend) -> None:
    legend.resize(legend.minimumSizeHint().width(), legend.height())
    tall = legend.height()
    legend.show_keys(KEYS[:1])
    assert legend.height() < tall


@pytest.mark.parametrize("filled", [True, False])
def test_hollow_marks_are_hollow(filled: bool) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    mark = Mark("#ff0000", Shape.CIRCLE, size=12.0, filled=filled)
    mark.paint_key(painter, QRectF(0, 0, 20, 20))
    painter.end()
    assert (image.pixelColor(10, 10).name() == "#ff0000") == filled
    assert image.pixelColor(10, 4).name() != "#ffffff"
