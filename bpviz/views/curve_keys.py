"""The keys above the curves: which line is what."""

from collections.abc import Iterable, Iterator, Sequence

from PyQt6.QtCore import QCoreApplication

from bpviz.look.theme import Theme
from bpviz.look.watch_words import watch_text
from bpviz.scene.numbers import format_count
from bpviz.training.watches import WatchCurve
from bpviz.views.curve_items import mark_of
from bpviz.views.curve_series import Role, Series
from bpviz.views.curve_words import role_in_words
from bpviz.views.legend import Key
from bpviz.views.marks import Mark

translate = QCoreApplication.translate

MOST_WATCHES = 4
"""Of more watches the rest are counted: their list has all their colours."""


def curve_keys(
    series: Iterable[Series],
    watches: Sequence[WatchCurve],
    theme: Theme,
    *,
    is_faulty: bool,
) -> list[Key]:
    """Return the keys of the curves that have points, and of the watches.

    Parameters
    ----------
    series : iterable of Series
        Of the loss and of the accuracy.
    is_faulty : bool
        Whether the run has a fault on.
    """
    roles = {one.role for one in series if len(one)}
    return [
        Key(mark_of(role, theme, is_faulty=is_faulty), role_in_words(role))
        for role in Role
        if role in roles and role is not Role.WATCH
    ] + list(_watch_keys(watches, theme))


def _watch_keys(watches: Sequence[WatchCurve], theme: Theme) -> Iterator[Key]:
    for place, curve in enumerate(watches[:MOST_WATCHES]):
        yield Key(mark_of(Role.WATCH, theme, place=place), watch_text(curve.watch))
    rest = len(watches) - MOST_WATCHES
    if rest > 0:
        text = translate("Curves", "{count} more").format(count=format_count(rest))
        yield Key(Mark(theme.muted_text), text)
