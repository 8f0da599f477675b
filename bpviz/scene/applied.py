"""Which settings a frame's trace was computed with.

A change is made between two updates: right after one, the settings of a frame may be
those of the next already, while the trace is that of the last.
"""

from dataclasses import replace

from bpviz.training.changes import RunSettings
from bpviz.training.frame import Frame


def applied_settings(frame: Frame) -> RunSettings:
    """Return the settings that the trace of `frame` was computed with.

    A secret fault is left out: formulas are then the right ones, and that the numbers
    do not follow them is for the person to find.
    """
    settings = frame.trace_settings or frame.settings
    if settings.fault_is_secret:
        settings = replace(settings, fault=None)
    if frame.trace is None or frame.trace.l2 == settings.hyperparameters.l2:
        return settings
    l2 = frame.trace.l2
    return replace(settings, hyperparameters=replace(settings.hyperparameters, l2=l2))
