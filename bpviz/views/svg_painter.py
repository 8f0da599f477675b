"""A painter that writes what is painted as SVG: lines stay lines, text stays text."""

from base64 import b64encode
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from PyQt6.QtCore import QBuffer, QIODevice, QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from typing_extensions import override

from bpviz.views.svg_text import families, font_attributes

_SMALL_PICTURE = 64
_ENLARGED = 8
"""Small pictures are stored with larger pixels: many programs blur what they enlarge,
whatever the file says."""


class SvgPainter(QPainter):
    """Takes the place of a painter and keeps shapes instead of pixels.

    Pens, brushes, fonts, opacity and shifts are Qt's own business; of its ways to
    draw it knows those that the picture of a network is made of. It is better than
    Qt's own generator because that one puts every line into two groups of its own.

    Parameters
    ----------
    width, height : int
        Of what is painted.
    background : QColor or None
        None for none. Then what is filled from side to side with any colour is left
        out, too: such strips are background.
    """

    def __init__(self, width: int, height: int, background: QColor | None) -> None:
        # A device makes a painter; nothing is drawn on this one.
        self._device = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        super().__init__(self._device)
        self._width = width
        self._is_transparent = background is None
        self._root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width} {height}",
                "font-family": families(self.font()),
                "style": "font-variant-numeric: tabular-nums",
            },
        )
        self._group = self._root
        if background is not None:
            self.fillRect(QRectF(0, 0, width, height), background)

    def text(self, title: str, description: str, width: float, height: float) -> str:
        """End painting and return the file's text.

        Parameters
        ----------
        title, description : str
            For those who cannot see the picture.
        width, height : float
            At which it is shown unless something else is asked for, in pixels.
        """
        self.end()
        self._root.set("width", _number(width))
        self._root.set("height", _number(height))
        for place, (name, words) in enumerate(
            (("title", title), ("desc", description))
        ):
            element = Element(name)
            element.text = words
            self._root.insert(place, element)
        indent(self._root, " ")
        return tostring(self._root, encoding="unicode", xml_declaration=False)

    def begin_group(self, name: str, **attributes: str) -> None:
        """Let what is drawn from now on be in a group with these attributes."""
        self._group = SubElement(self._root, "g", {"class": name, **attributes})

    def end_group(self) -> None:
        """Draw outside groups again."""
        self._group = self._root

    def add_line(self, ends: tuple[float, float, float, float], color: str) -> None:
        """Draw a line that is in all but its colour as its group says."""
        x0, y0, x1, y1 = map(_number, ends)
        SubElement(
            self._group,
            "line",
            {"x1": x0, "y1": y0, "x2": x1, "y2": y1, "stroke": color},
        )

    def add_text(self, x: float, baseline: float, text: str, anchor: str) -> None:
        """Write text so that it is in its place in any other font as well.

        Parameters
        ----------
        anchor : str
            ``start``, ``middle`` or ``end``: what of it is at `x`.
        """
        place = self.transform().map(QPointF(x, baseline))
        attributes = {"x": _number(place.x()), "y": _number(place.y())}
        if anchor != "start":
            attributes["text-anchor"] = anchor
        attributes |= font_attributes(self.font(), self._device.logicalDpiY())
        attributes["fill"] = self.pen().color().name()
        self._add("text", attributes).text = text

    def _add(self, kind: str, attributes: dict[str, str]) -> Element:
        if self.opacity() < 1:
            attributes["opacity"] = _number(self.opacity())
        return SubElement(self._group, kind, attributes)

    def _add_rect(self, rect: QRectF, attributes: dict[str, str]) -> Element:
        seen = self.transform().mapRect(rect)
        place = {
            "x": _number(seen.x()),
            "y": _number(seen.y()),
            "width": _number(seen.width()),
            "height": _number(seen.height()),
        }
        return self._add(
            "rect" if "href" not in attributes else "image", {**place, **attributes}
        )

    def _stroke(self) -> dict[str, str]:
        return _stroke(self.pen())

    def _fill_and_stroke(self) -> dict[str, str]:
        brush = self.brush()
        is_empty = brush.style() == Qt.BrushStyle.NoBrush
        return {"fill": "none" if is_empty else brush.color().name(), **self._stroke()}

    # From here on Qt's names, of whose forms only those are known that are used.

    @override
    def drawLine(self, *line: Any) -> None:
        self.drawLines(*line)

    @override
    def drawLines(self, *lines: Any) -> None:
        for line in lines:
            seen: QLineF = self.transform().map(line)
            ends = {"x1": seen.x1(), "y1": seen.y1(), "x2": seen.x2(), "y2": seen.y2()}
            place = {name: _number(value) for name, value in ends.items()}
            self._add("line", {**place, **self._stroke()})

    @override
    def drawEllipse(self, *circle: Any) -> None:
        center, radius, _ = circle
        seen: QPointF = self.transform().map(center)
        place = {
            "cx": _number(seen.x()),
            "cy": _number(seen.y()),
            "r": _number(radius),
        }
        self._add("circle", {**place, **self._fill_and_stroke()})

    @override
    def drawRect(self, *rect: Any) -> None:
        (place,) = rect
        self._add_rect(place, self._fill_and_stroke())

    @override
    def drawRoundedRect(self, *rect: Any) -> None:
        place, radius, _ = rect
        self._add_rect(place, {"rx": _number(radius), **self._fill_and_stroke()})

    @override
    def drawPolygon(self, *polygon: Any) -> None:
        seen: QPolygonF = self.transform().map(*polygon)
        corners = (seen[place] for place in range(seen.size()))
        points = " ".join(f"{_number(p.x())},{_number(p.y())}" for p in corners)
        self._add("polygon", {"points": points, **self._fill_and_stroke()})

    @override
    def drawText(self, *text: Any) -> None:
        place, words = text
        self.add_text(place.x(), place.y(), words, "start")

    @override
    def drawImage(self, *picture: Any) -> None:
        rect, image = picture
        self._add_rect(
            rect,
            {
                "preserveAspectRatio": "none",
                "style": "image-rendering: pixelated",
                "href": _embedded(image),
            },
        )

    @override
    def fillRect(self, *rect: Any) -> None:
        place, color = rect
        if not self._is_transparent or place.width() < self._width:
            self._add_rect(place, {"fill": color.name()})


def _stroke(pen: QPen) -> dict[str, str]:
    if pen.style() == Qt.PenStyle.NoPen:
        return {}
    width = pen.widthF()
    attributes = {"stroke": pen.color().name()}
    if width != 1:
        attributes["stroke-width"] = _number(width)
    if pen.style() == Qt.PenStyle.CustomDashLine:
        # Qt counts dashes in widths of the pen.
        dashes = (_number(part * width) for part in pen.dashPattern())
        attributes["stroke-dasharray"] = " ".join(dashes)
    return attributes


def _embedded(image: QImage) -> str:
    """Return a picture as the address that holds it."""
    if image.width() <= _SMALL_PICTURE:
        image = image.scaled(image.width() * _ENLARGED, image.height() * _ENLARGED)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return "data:image/png;base64," + b64encode(buffer.data().data()).decode()


def _number(value: float) -> str:
    """Return a number of pixels, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
