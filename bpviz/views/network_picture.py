"""Paints an input that is a picture, and the weights that a node puts on its pixels."""

from typing import cast

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QImage, QPainter

from bpviz.scene.colors import ColorArray
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.layer_scene import LayerScene
from bpviz.views.network_style import NetworkStyle

_SMALL_SHARE = 0.32
_DISTANCE = 16


def paint_picture(painter: QPainter, layer: LayerScene, style: NetworkStyle) -> None:
    """Paint a layer as a picture, and small below it the sample that it stands for."""
    layout = layer.layout
    width, height = layout.right - layout.left, layout.bottom - layout.top
    rect = QRectF(layout.left, layout.top, width, height)
    _paint_framed(painter, layer.picture, rect, style)
    if layer.sample is not None:
        _paint_framed(painter, layer.sample, sample_place(layout), style)


def sample_place(layout: LayerLayout) -> QRectF:
    """Return where the sample is while the picture shows something else."""
    width, height = layout.right - layout.left, layout.bottom - layout.top
    return QRectF(
        layout.left,
        layout.bottom + _DISTANCE,
        round(width * _SMALL_SHARE),
        round(height * _SMALL_SHARE),
    )


def as_image(colors: ColorArray) -> QImage:
    """Wrap an array of 0xAARRGGBB, shape (height, width), without a copy.

    The array has to live as long as the image is painted.
    """
    height, width = colors.shape
    # PyQt6 takes any buffer and copies none; its type stub knows only bytes.
    data = cast("bytes", colors.data)
    step = colors.strides[0]
    return QImage(data, width, height, step, QImage.Format.Format_RGB32)


def _paint_framed(
    painter: QPainter, colors: ColorArray | None, rect: QRectF, style: NetworkStyle
) -> None:
    painter.fillRect(rect, style.canvas)
    if colors is not None:
        painter.drawImage(rect, as_image(colors))
    painter.setPen(style.hairline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
