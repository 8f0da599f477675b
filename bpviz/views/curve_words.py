"""The names and the numbers of the curves, for people."""

from math import ceil

from PyQt6.QtCore import QCoreApplication

from bpviz.scene.numbers import format_count
from bpviz.views.curve_series import Role

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


def batches_in_words(count: int) -> str:
    """Return what a point of the batches' curve is that stands for so many."""
    if count == 1:
        return role_in_words(Role.BATCH)
    return translate("Curves", "mean of {count} batches").format(
        count=format_count(count)
    )


def share_in_words(hundredths: float) -> str:
    """Return an accuracy."""
    return translate("Curves", "{share} %").format(share=f"{hundredths:.2f}")


def update_in_words(update: int, updates_per_epoch: int | None) -> str:
    """Return the number of an update and, where that is known, its epoch's."""
    number = format_count(update)
    if updates_per_epoch is None:
        return translate("Curves", "update {update}").format(update=number)
    return translate("Curves", "update {update} · epoch {epoch}").format(
        update=number, epoch=format_count(ceil(update / updates_per_epoch))
    )
