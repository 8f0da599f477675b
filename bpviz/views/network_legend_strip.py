"""Paints the legends, and keeps their picture for as long as they stay the same."""

from collections.abc import Hashable
from dataclasses import replace

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QPainter

from bpviz.scene.colors import legend_colors
from bpviz.scene.network_scene import LEGEND_HEIGHT, NetworkScene
from bpviz.views.network_labels import draw_centered
from bpviz.views.network_legend import BAR_HEIGHT, Legend, legends
from bpviz.views.network_picture import as_image
from bpviz.views.network_style import NetworkStyle

# Pixels, from the top of the strip.
_BAR_TOP = 10
_NUMBERS = 28
_CAPTION = 46

_LEAST_DISTANCE = 4

_Place = tuple[float, float, str]
"""From where to where a text reaches, and the text."""


class LegendStrip:
    """The strip below the network.

    Parameters
    ----------
    style : NetworkStyle
        Its fonts and colours.
    """

    def __init__(self, style: NetworkStyle) -> None:
        self._style = style

    def paint(self, painter: QPainter, scene: NetworkScene) -> None:
        """Paint the legends of a scene at its lower edge."""
        pixmap = self._style.kept.pixmap(
            _facts(scene),
            (scene.width, LEGEND_HEIGHT),
            scene.options.pixel_ratio,
            self._style.canvas,
            lambda kept: self._draw(kept, scene),
        )
        painter.drawPixmap(QPointF(0, scene.height - LEGEND_HEIGHT), pixmap)

    def draw(self, painter: QPainter, scene: NetworkScene) -> None:
        """Draw the legends as shapes and text, where no picture of them is wanted."""
        top = scene.height - LEGEND_HEIGHT
        strip = QRectF(0, top, scene.width, LEGEND_HEIGHT)
        painter.fillRect(strip, self._style.canvas)
        painter.translate(0, top)
        self._draw(painter, scene)
        painter.translate(0, -top)

    def captions(self, every: tuple[Legend, ...]) -> list[str]:
        """Return the captions that are written, as long as there is room for them."""
        return [text for _, _, text in self._best_placed(every)]

    def _draw(self, painter: QPainter, scene: NetworkScene) -> None:
        """Draw the legends that no side of the picture cuts off."""
        every = tuple(
            legend
            for legend in legends(scene, self._style.small_metrics.horizontalAdvance)
            if self._is_inside(legend, scene.width)
        )
        painter.setFont(self._style.small)
        painter.setPen(self._style.muted)
        for legend in every:
            if self._has_room(legend, every):
                self._paint_legend(painter, legend)
        self._paint_captions(painter, every)

    def _is_inside(self, legend: Legend, width: int) -> bool:
        left, right = self._span(legend)
        return left >= 0 and right <= width

    def _has_room(self, legend: Legend, every: tuple[Legend, ...]) -> bool:
        """Tell whether a legend without a bar covers nothing of one that has one."""
        if legend.width:
            return True
        left, right = self._span(legend)
        return all(
            right + _LEAST_DISTANCE <= start or left >= end + _LEAST_DISTANCE
            for start, end in (self._span(other) for other in every if other.width)
        )

    def _span(self, legend: Legend) -> tuple[float, float]:
        """Return from where to where the line below the bar reaches."""
        advance = self._style.small_metrics.horizontalAdvance
        if not legend.width:
            half = advance(legend.name) / 2
            return legend.x - half, legend.x + half
        first, last = (advance(number) / 2 for number in legend.numbers)
        half = legend.width / 2
        if not last:
            half = max(half, advance(legend.name) / 2)
        return legend.x - half - first, legend.x + half + last

    def _paint_legend(self, painter: QPainter, legend: Legend) -> None:
        metrics = self._style.small_metrics
        if legend.width:
            dark = self._style.theme.is_dark
            colors = legend_colors(dark, legend.start, 2 * legend.width, legend.power)
            left = round(legend.x - legend.width / 2)
            top = _BAR_TOP + (BAR_HEIGHT - legend.height) // 2
            rect = QRectF(left, top, legend.width, legend.height)
            painter.drawImage(rect, as_image(colors[None]))
        for share, text in zip((-0.5, 0.5), legend.numbers, strict=True):
            x = legend.x + share * legend.width
            draw_centered(painter, x, _NUMBERS, text, metrics)
        for name in (legend.name, legend.short_name):
            if self._fits(name, legend):
                draw_centered(painter, legend.x, _NUMBERS, name, metrics)
                break

    def _paint_captions(self, painter: QPainter, every: tuple[Legend, ...]) -> None:
        """Write the captions, short ones where the long would cover each other."""
        metrics = self._style.small_metrics
        for left, right, text in self._best_placed(every):
            draw_centered(painter, (left + right) / 2, _CAPTION, text, metrics)

    def _best_placed(self, every: tuple[Legend, ...]) -> list[_Place]:
        """Return the longest captions of which the most can be written."""
        return max(map(self._placed, (every, *_shortened(every))), key=len)

    def _placed(self, every: tuple[Legend, ...]) -> list[_Place]:
        """Return where captions stand, but for those that cover a weightier one."""
        places: list[_Place] = []
        for legend in sorted(every, key=lambda legend: not legend.is_partial):
            if not legend.caption:
                continue
            width = self._style.small_metrics.horizontalAdvance(legend.caption)
            left, right = legend.x - width / 2, legend.x + width / 2
            left, right = left - _LEAST_DISTANCE, right + _LEAST_DISTANCE
            if all(right <= other[0] or left >= other[1] for other in places):
                places.append((left, right, legend.caption))
        return places

    def _fits(self, name: str, legend: Legend) -> bool:
        """Tell whether a name has room between the numbers of its legend."""
        if not legend.width:
            return True
        metrics = self._style.small_metrics
        taken = max(map(metrics.horizontalAdvance, legend.numbers))
        if not taken:
            return True
        room = legend.width - taken - 2 * _LEAST_DISTANCE
        return metrics.horizontalAdvance(name) <= room


def _facts(scene: NetworkScene) -> tuple[Hashable, ...]:
    """Return all that legends are made from: far sooner compared than they are made."""
    gaps = [
        (gap.is_computed, gap.scale, gap.power, gap.reach, gap.drawn)
        for gap in scene.gaps
    ]
    layers = [
        (
            layer.layout,  # Layouts are kept; the same object is the same place.
            layer.activation_scale,
            layer.delta_scale,
            layer.rings is None,
            layer.values.activations is None,
            layer.values.activations is not None
            and bool(layer.values.activations.min() < 0),
        )
        for layer in scene.layers
    ]
    return (scene.options, scene.scale_mode, tuple(gaps), tuple(layers))


def _shortened(every: tuple[Legend, ...]) -> tuple[tuple[Legend, ...], ...]:
    """Return the legends with shorter and shorter captions: first those of nodes."""
    shorter = tuple(replace(legend, caption=legend.short_caption) for legend in every)
    mixed = tuple(
        long if long.is_of_edges else short
        for long, short in zip(every, shorter, strict=True)
    )
    return mixed, shorter
