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
    had_fault: bool,
) -> list[Key]:
    """Return the keys of the curves that have points, and of the watches.

    Parameters
    ----------
    series : iterable of Series
        Of the loss and of the accuracy.
    had_fault : bool
        Whether a part of the curves was made with a fault on, of which there is no
        other word beside them.
    """
    roles = {one.role for one in series if len(one)}
    keys = [
        Key(mark_of(role, theme), role_in_words(role))
        for role in Role
        if role in roles and role is not Role.WATCH
    ]
    if had_fault and keys:
        mark = mark_of(Role.BATCH, theme, is_faulty=True)
        keys.append(Key(mark, translate("Curves", "with the fault")))
    return keys + list(_watch_keys(watches, theme))


def _watch_keys(watches: Sequence[WatchCurve], theme: Theme) -> Iterator[Key]:
    for place, curve in enumerate(watches[:MOST_WATCHES]):
        text = watch_text(curve.watch)
        if curve.since > curve.start:
            since = translate("Curves", "{watch}, from update {update} on")
            text = since.format(watch=text, update=format_count(curve.since))
        yield Key(mark_of(Role.WATCH, theme, place=place), text)
    rest = len(watches) - MOST_WATCHES
    if rest > 0:
        text = translate("Curves", "{count} more").format(count=format_count(rest))
        yield Key(Mark(theme.muted_text), text)
