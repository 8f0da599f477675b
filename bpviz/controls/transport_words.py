"""The words of the transport bar, all in its context of translation."""

from math import inf

from PyQt6.QtCore import QCoreApplication

from bpviz.controls.pace import Pace
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.scene.numbers import format_count
from bpviz.training.steps import Granularity

translate = QCoreApplication.translate

GRANULARITIES = {
    Granularity.OPERATION: QT_TRANSLATE_NOOP("TransportBar", "Operation"),
    Granularity.UPDATE: QT_TRANSLATE_NOOP("TransportBar", "Update"),
    Granularity.EPOCH: QT_TRANSLATE_NOOP("TransportBar", "Epoch"),
}

FORWARD = {
    Granularity.OPERATION: QT_TRANSLATE_NOOP("TransportBar", "One operation forward"),
    Granularity.UPDATE: QT_TRANSLATE_NOOP("TransportBar", "One update forward"),
    Granularity.EPOCH: QT_TRANSLATE_NOOP("TransportBar", "One epoch forward"),
}

BACK = {
    Granularity.OPERATION: QT_TRANSLATE_NOOP("TransportBar", "One operation back"),
    Granularity.UPDATE: QT_TRANSLATE_NOOP("TransportBar", "One update back"),
    Granularity.EPOCH: QT_TRANSLATE_NOOP("TransportBar", "One epoch back"),
}


def pace_words(pace: Pace) -> str:
    """Return a pace in words: "100 updates/s"."""
    if pace.rate == inf:
        return translate("TransportBar", "no limit")
    template = (
        translate("TransportBar", "{count} operations/s")
        if pace.granularity is Granularity.OPERATION
        else translate("TransportBar", "{count} updates/s")
    )
    if pace.rate == 1:
        template = translate("TransportBar", "{count} operation/s")
    return template.format(count=format_count(round(pace.rate)))
