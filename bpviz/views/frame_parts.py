"""Takes a frame apart into its arrays and what little else it holds, and joins both.

From one moment of a run to the next hardly anything but the numbers in the arrays
changes. So whoever sends many frames sends their form once.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import RunSettings
from bpviz.training.frame import Frame
from bpviz.training.steps import Moment

AnyArray = npt.NDArray[Any]
"""Of floating-point numbers, or of the samples' indices."""

ArrayKind = tuple[np.dtype, tuple[int, ...]]
"""The type of an array's numbers, and its shape."""


class FrameForm(NamedTuple):
    """All of a frame but its arrays and when it was.

    Attributes
    ----------
    session, network, settings, trace_settings
        Those of the `Frame`.
    vectors : tuple of int
        Which of the arrays are the frame's parameters, then the trace's own, those
        after its update, and the gradients of a faulty backpropagation, if there are
        such; one array may be several of them.
    l2 : float or None
        That of the trace; None if there is no trace.
    kinds : tuple of ArrayKind
        Of every array.
    """

    session: int
    network: Network
    settings: RunSettings
    trace_settings: RunSettings | None
    vectors: tuple[int, ...]
    l2: float | None
    kinds: tuple[ArrayKind, ...]


def taken_apart(frame: Frame) -> tuple[FrameForm, list[AnyArray]]:
    """Return a frame's form and its arrays, but for answers to probe points."""
    trace = frame.trace
    states = [frame.parameters]
    others: tuple[AnyArray, ...] = ()
    if trace is not None:
        states += trace.parameters, trace.parameters_after
        if trace.faulty_gradients is not None:
            states.append(trace.faulty_gradients)
        others = (
            *(trace.samples, trace.targets, trace.losses),
            *(*trace.activations, *trace.pre_activations, *trace.deltas),
        )
    # The parameters after an update are mostly those of the frame.
    distinct: dict[int, int] = {}
    vectors = tuple(
        distinct.setdefault(id(state.flat), len(distinct)) for state in states
    )
    arrays: list[AnyArray] = [
        states[vectors.index(place)].flat for place in range(len(distinct))
    ]
    arrays += others
    form = FrameForm(
        frame.session,
        frame.network,
        frame.settings,
        frame.trace_settings,
        vectors,
        None if trace is None else trace.l2,
        tuple([(array.dtype, array.shape) for array in arrays]),
    )
    return form, arrays


def put_together(
    form: FrameForm, moment: Moment, epoch: int, arrays: Sequence[AnyArray]
) -> Frame:
    """Return the frame of some form with these very arrays."""
    states = [Parameters(form.network, arrays[place]) for place in form.vectors]
    others = arrays[max(form.vectors) + 1 :]
    return Frame(
        session=form.session,
        network=form.network,
        moment=moment,
        epoch=epoch,
        parameters=states[0],
        trace=None if form.l2 is None else _trace(form.l2, states[1:], others),
        settings=form.settings,
        trace_settings=form.trace_settings,
    )


def _trace(
    l2: float, states: Sequence[Parameters], arrays: Sequence[AnyArray]
) -> BackpropTrace:
    parameters, parameters_after, *faulty = states
    samples, targets, losses, *layers = arrays
    depth = len(layers) // 3  # The input is an activation, too.
    return BackpropTrace(
        parameters=parameters,
        parameters_after=parameters_after,
        samples=samples,
        targets=targets,
        activations=tuple(layers[: depth + 1]),
        pre_activations=tuple(layers[depth + 1 : 2 * depth + 1]),
        deltas=tuple(layers[2 * depth + 1 :]),
        losses=losses,
        l2=l2,
        faulty_gradients=faulty[0] if faulty else None,
    )
