"""Which sample of a batch a breakpoint was met by."""

import numpy as np

from bpviz.nn.metrics import answers, right_answers
from bpviz.nn.trace import BackpropTrace
from bpviz.training.conditions import Condition, SampleComes, WrongAnswer


def row_of(condition: Condition, trace: BackpropTrace) -> int | None:
    """Return the row of the first sample that meets `condition`.

    None where it is not about samples, or no sample of the batch meets it.
    """
    match condition:
        case SampleComes(sample):
            rows = np.flatnonzero(trace.samples == sample)
        case WrongAnswer():
            right = right_answers(trace.activations[-1], answers(trace.targets))
            rows = np.flatnonzero(~right)
        case _:
            return None
    return int(rows[0]) if len(rows) else None
