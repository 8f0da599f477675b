"""What a gradient check has found, as the command line tells it."""

from math import isfinite
from typing import Any

from bpviz.messages import RunError
from bpviz.nn.gradient_check import TOLERANCE, GradientCheck


def result_of(check: GradientCheck) -> dict[str, Any]:
    """Return what was found, for a program."""
    arrays = [
        {
            "name": f"{array.kind}_{array.layer}",
            "entries": array.size,
            "entries_checked": array.checked,
            "kinks": array.kinks,
            "mean_absolute_difference": array.mean_absolute_difference,
            "max_relative_error": array.max_relative_error,
            "max_relative_error_at": array.worst,
        }
        for array in check.arrays()
    ]
    return {
        "passed": check.is_right,
        "arrays": arrays,
        "backprop_seconds": check.backprop_seconds,
        "numerical_seconds": check.numerical_seconds,
        "numerical_seconds_for_all": check.numerical_seconds_for_all,
        "ratio": check.numerical_seconds_for_all / check.backprop_seconds,
    }


def print_table(check: GradientCheck) -> None:
    """Print what was found, for people."""
    print("array       checked     of     mean |difference|  max relative error  at")
    for array in check.arrays():
        place = "" if array.worst is None else ", ".join(map(str, array.worst))
        print(
            f"{array.kind}_{array.layer}".ljust(10)
            + f"{array.checked:>9,} {array.size:>10,}"
            + f"{array.mean_absolute_difference:>15.2e}"
            + f"{array.max_relative_error:>20.1e}"
            + f"  [{place}]"
        )
    kinks = sum(array.kinks for array in check.arrays())
    if kinks:
        print(f"{kinks:,} entries left out: a ReLU bends between the two evaluations")
    ratio = check.numerical_seconds_for_all / check.backprop_seconds
    print(
        f"backpropagation {check.backprop_seconds:.3g} s, numerical differentiation "
        f"{check.numerical_seconds_for_all:.3g} s for every entry: {ratio:,.0f} times "
        "as long"
    )
    if check.is_right:
        print("the gradients agree")


def differing(check: GradientCheck) -> RunError:
    """Return what to say where the two ways differ most."""
    array = max(check.arrays(), key=lambda array: array.max_relative_error)
    template = (
        "the gradients differ: in {name} at {place} the relative error is {error:.1e}, "
        "more than {tolerance:g}"
    )
    if not isfinite(array.max_relative_error):
        template = (
            "the gradients cannot be compared: in {name} at {place} one of them is no "
            "finite number; try smaller weights"
        )
    return RunError(
        template,
        name=f"{array.kind}_{array.layer}",
        place=list(array.worst or ()),
        error=array.max_relative_error,
        tolerance=TOLERANCE,
    )
