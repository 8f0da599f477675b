from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QColor, QPainter
from PyQt6.QtWidgets import QApplication

from bpviz.views.kept_pictures import KeptPictures

CANVAS, INK = QColor("#ffffff"), QColor("#c00000")


class Counting:
    """Paints half of a picture and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, painter: QPainter) -> None:
        self.count += 1
        painter.fillRect(QRectF(0, 0, 5, 10), INK)


def test_what_has_been_painted_is_kept(qapp: QApplication) -> None:
    kept, paint = KeptPictures(), Counting()
    first = kept.pixmap("a", (10, 10), 1.0, CANVAS, paint)
    assert kept.pixmap("a", (10, 10), 1.0, CANVAS, paint) is first
    assert paint.count == 1
    image = first.toImage()
    assert (image.pixelColor(2, 5), image.pixelColor(8, 5)) == (INK, CANVAS)


def test_other_facts_sizes_and_screens_have_other_pictures(qapp: QApplication) -> None:
    kept, paint = KeptPictures(), Counting()
    kept.pixmap("a", (10, 10), 1.0, CANVAS, paint)
    kept.pixmap("b", (10, 10), 1.0, CANVAS, paint)
    kept.pixmap("a", (12, 10), 1.0, CANVAS, paint)
    fine = kept.pixmap("a", (10, 10), 2.0, CANVAS, paint)
    assert paint.count == 4
    assert (fine.width(), fine.devicePixelRatio()) == (20, 2.0)


def test_the_one_not_seen_for_longest_goes_first(qapp: QApplication) -> None:
    kept, paint = KeptPictures(), Counting()
    for number in range(200):
        kept.pixmap("used", (4, 4), 1.0, CANVAS, paint)
        kept.pixmap(number, (4, 4), 1.0, CANVAS, paint)
    assert paint.count == 201
    kept.pixmap(0, (4, 4), 1.0, CANVAS, paint)
    assert paint.count == 202
