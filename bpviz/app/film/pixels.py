"""A picture as an array, which every kind of film is made of."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from PyQt6.QtGui import QImage

Pixels = npt.NDArray[np.uint8]
"""Shape (height, width, 3): red, green, blue."""


def pixels_of(image: "QImage") -> Pixels:
    """Return a copy of an image's pixels."""
    from PyQt6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    bits = plain.constBits()
    assert bits is not None  # It is an image.
    height, width, stride = plain.height(), plain.width(), plain.bytesPerLine()
    content: Pixels = np.frombuffer(bits.asstring(height * stride), np.uint8)
    # Every row takes a multiple of four bytes.
    rows = content.reshape(height, stride)[:, : 3 * width]
    return rows.reshape(height, width, 3)
