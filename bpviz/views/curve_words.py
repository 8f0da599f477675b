"""The names and the numbers of the curves, for people."""

from math import ceil

from PyQt6.QtCore import QCoreApplication

from bpviz.scene.numbers import format_count, format_decimals, format_number
from bpviz.views.curve_series import Role, Series

translate = QCoreApplication.translate


def role_in_words(role: Role) -> str:
    """Return what the legend calls a curve."""
    match role:
        case Role.BATCH:
            return translate("Curves", "batch")
        case Role.TRAIN:
            return translate("Curves", "training")
        case Role.TEST:
            return translate("Curves", "test")
        case Role.WATCH:
            return translate("Curves", "watch")


def batches_in_words(count: int, update: float) -> str:
    """Return what a point of the batches' curve is that stands for so many.

    Parameters
    ----------
    update : float
        Where it stands: how many updates were complete before the one that used the
        batch.
    """
    if count == 1:
        return translate("Curves", "batch of update {update}").format(
            update=format_count(round(update) + 1)
        )
    return translate("Curves", "mean of {count} batches").format(
        count=format_count(count)
    )


def share_in_words(hundredths: float) -> str:
    """Return an accuracy."""
    return translate("Curves", "{share} %").format(share=format_decimals(hundredths, 2))


def update_in_words(update: int, updates_per_epoch: int | None) -> str:
    """Return which update was the last and, where that is known, its epoch."""
    number = format_count(update)
    if updates_per_epoch is None:
        return translate("Curves", "after update {update}").format(update=number)
    return translate("Curves", "after update {update} · epoch {epoch}").format(
        update=number, epoch=format_count(ceil(update / updates_per_epoch))
    )


def accuracy_in_words(series: Series, index: int) -> tuple[str, str]:
    """Return the name and the value of a point of an accuracy."""
    return role_in_words(series.role), share_in_words(float(series.values[index]))


def loss_in_words(series: Series, index: int) -> tuple[str, str]:
    """Return the name and the value of a point of a loss."""
    value = format_number(float(series.values[index]))
    if series.role is Role.BATCH:
        place = float(series.updates[index])
        return batches_in_words(series.batches, place), value
    return role_in_words(series.role), value
