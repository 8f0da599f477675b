"""Reports as a session would make them, without one."""

import numpy as np

from bpviz.data.order import BatchOrder
from bpviz.data.worked_examples import chain
from bpviz.nn.arrays import frozen
from bpviz.nn.parameters import Parameters
from bpviz.training.conditions import Condition
from bpviz.training.curve_points import Curves, LossPoints
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.frame import Frame
from bpviz.training.messages import Divergence, Opened, Report
from bpviz.training.steps import Moment

EXPERIMENT = Experiment(
    preset="chain",
    data=DataChoice(key="chain"),
    layer_sizes=(1, 1),
    activations=("sigmoid",),
    loss="squared_error",
    batch_order=BatchOrder.IN_ORDER,
    epochs=20,
)
UPDATES_PER_EPOCH = 5

_NONE = np.empty(0)
_CURVES = Curves(LossPoints(1, 1, _NONE, _NONE, _NONE), ())


def opened() -> Opened:
    return Opened(EXPERIMENT, chain(), UPDATES_PER_EPOCH)


def report(
    number: int,
    *,
    session: int = 1,
    moment: Moment | None = None,
    reached: bool = True,
    diverged: bool = False,
    opened: Opened | None = None,
    saved: str | None = None,
    paused_by: Condition | None = None,
) -> Report:
    moment = moment or Moment()
    network = EXPERIMENT.network
    parameters = Parameters(network, frozen(np.zeros(network.parameter_count)))
    frame = Frame(
        session=session,
        network=network,
        moment=moment,
        epoch=moment.update // UPDATES_PER_EPOCH,
        parameters=parameters,
        trace=None,
    )
    return Report(
        number=number,
        session=session,
        frame=frame,
        curves=_CURVES,
        reached=reached,
        divergence=Divergence(moment.update, "loss", 0) if diverged else None,
        opened=opened,
        saved=saved,
        paused_by=paused_by,
    )
