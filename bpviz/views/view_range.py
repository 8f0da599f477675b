"""The part of the data that a plot shows, and how zooming and panning change it."""

from dataclasses import dataclass, replace
from math import isfinite

SMALLEST_SHARE = 1e-12
"""Below this share of the numbers in view, floats run out of digits."""


@dataclass(frozen=True, slots=True)
class ViewRange:
    """A rectangle in the units of the axes."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def zoomed(
        self, x: float, y: float, x_factor: float, y_factor: float
    ) -> "ViewRange":
        """Return what is seen when sizes are multiplied about the point (x, y)."""
        zoomed = ViewRange(
            x + (self.left - x) * x_factor,
            x + (self.right - x) * x_factor,
            y + (self.bottom - y) * y_factor,
            y + (self.top - y) * y_factor,
        )
        return zoomed if zoomed.can_be_shown() else self

    def moved(self, x_distance: float, y_distance: float) -> "ViewRange":
        """Return what is seen from further along."""
        return ViewRange(
            self.left + x_distance,
            self.right + x_distance,
            self.bottom + y_distance,
            self.top + y_distance,
        )

    def with_y(self, bottom: float, top: float) -> "ViewRange":
        """Return the same columns with other rows."""
        return replace(self, bottom=bottom, top=top)

    def padded(self, x_share: float, y_share: float) -> "ViewRange":
        """Return what is seen with these shares of the size added on each side."""
        x_margin = x_share * self.width
        y_margin = y_share * self.height
        return ViewRange(
            self.left - x_margin,
            self.right + x_margin,
            self.bottom - y_margin,
            self.top + y_margin,
        )

    def can_be_shown(self) -> bool:
        """Tell whether floats can tell its edges apart, and something between them."""
        edges = (self.left, self.right, self.bottom, self.top)
        if not all(map(isfinite, edges)):
            return False
        return all(
            size > SMALLEST_SHARE * max(abs(low), abs(high), SMALLEST_SHARE)
            for size, low, high in (
                (self.width, self.left, self.right),
                (self.height, self.bottom, self.top),
            )
        )


def range_around(low: float, high: float, share: float) -> tuple[float, float]:
    """Return the ends of an axis that shows `low` to `high` and a margin.

    Parameters
    ----------
    share : float
        The margin on each side, of the distance; a single place gets some room too.
    """
    margin = share * (high - low) or abs(low) * share or 0.5
    return low - margin, high + margin
