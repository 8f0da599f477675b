"""How much room the names beside the network need."""

from collections.abc import Sequence

from PyQt6.QtCore import QCoreApplication, Qt
from PyQt6.QtGui import QFontMetricsF

from bpviz.look.type_scale import GRID
from bpviz.scene.name_labels import NAME_GAP
from bpviz.views.network_style import NetworkStyle

translate = QCoreApplication.translate

_LONGEST_NAME = 120.0
_LEAST_MARGIN = 40
_WIDEST_NUMBER = "−0.0000"
_WIDEST_ANSWER = "−0.000"


def elided(names: Sequence[str], style: NetworkStyle) -> tuple[str, ...]:
    """Return names that are not longer than there is room for."""
    elide = style.body_metrics.elidedText
    return tuple(
        elide(name, Qt.TextElideMode.ElideRight, _LONGEST_NAME) for name in names
    )


def margins_for(
    input_names: Sequence[str], output_names: Sequence[str], style: NetworkStyle
) -> tuple[int, int]:
    """Return the margins left and right of the network, in pixels of the grid.

    Parameters
    ----------
    input_names, output_names : sequence of str
        Elided already.
    """
    advance = style.small_metrics.horizontalAdvance
    target = translate("NetworkView", "target {value}").format(value=_WIDEST_NUMBER)
    right = _widest(output_names, style.body_metrics)
    if len(output_names) > 2:  # In one line with its name, above what it should be.
        right += NAME_GAP + advance(_WIDEST_ANSWER)
    right = max(right, advance(target))
    return (
        _on_grid(_widest(input_names, style.body_metrics)),
        _on_grid(right),
    )


def _widest(names: Sequence[str], metrics: QFontMetricsF) -> float:
    return max((metrics.horizontalAdvance(name) for name in names), default=0.0)


def _on_grid(width: float) -> int:
    """Return a multiple of the grid with the gap to the node and one to the border."""
    margin = width + 2 * NAME_GAP
    return max(-(-int(margin) // GRID) * GRID, _LEAST_MARGIN)
