"""The proof of one parameter's derivative: numerical beside backpropagated."""

from dataclasses import dataclass

from bpviz.nn.arrays import Array
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.steps import Moment


@dataclass(frozen=True, slots=True, eq=False)
class ParameterProof:
    """What became of one parameter's check, for the batch of a moment's update.

    Attributes
    ----------
    key : ParameterKey
        The parameter.
    moment : Moment
        Where the run stood.
    value : float
        The parameter before the update.
    backprop, numerical : float
        dL/dw both ways, L being the mean loss of the batch (and the penalty).
    relative_error : float
        As in `bpviz.nn.gradient_check`.
    crosses_kink : bool
        Whether a ReLU changes its mind within the step, so that they may differ.
    is_right : bool
        Whether they agree, or need not because of a kink.
    slice_values, slice_losses : ndarray
        Values of the parameter around `value`, and L with each of them, all else
        unchanged; (points,), not finite where the loss is not.
    """

    key: ParameterKey
    moment: Moment
    value: float
    backprop: float
    numerical: float
    relative_error: float
    crosses_kink: bool
    is_right: bool
    slice_values: Array
    slice_losses: Array
