"""The gradient check of a moment, as far as it has come."""

from dataclasses import dataclass

from bpviz.nn.array_check import ArrayCheck
from bpviz.nn.arrays import Array
from bpviz.training.steps import Moment


@dataclass(frozen=True, slots=True, eq=False)
class GradientReport:
    """Backpropagated beside numerical gradients, for the batch of a moment's update.

    Attributes
    ----------
    moment : Moment
        Where the run stood.
    arrays : tuple of ArrayCheck
        What has been found so far, array by array.
    errors : tuple of Array
        For every array of `arrays` the relative error of each entry, in the shape
        that people see; nan where it is not checked (yet), and at a kink.
    done, count : int
        Entries that are done, and to be done.
    backprop_seconds, numerical_seconds, numerical_seconds_for_all : float
        As in `bpviz.nn.gradient_check.GradientCheck`.
    is_right : bool
        Whether all that is done agrees.
    update_error : float
        Largest absolute difference between the parameters after the update and what
        the optimizer's formula, written a second time, makes of those before it.
    update_is_right : bool
        Whether that is no more than rounding.
    """

    moment: Moment
    arrays: tuple[ArrayCheck, ...]
    errors: tuple[Array, ...]
    done: int
    count: int
    backprop_seconds: float
    numerical_seconds: float
    numerical_seconds_for_all: float
    is_right: bool
    update_error: float
    update_is_right: bool
