"""``bpviz gradcheck``: backpropagation beside numerical differentiation."""

from argparse import ArgumentParser, Namespace
from math import isfinite
from typing import TYPE_CHECKING, Any

from bpviz.app.experiment_options import add_experiment_options, add_moment_option
from bpviz.app.parser import whole_number
from bpviz.messages import RunError

if TYPE_CHECKING:
    from bpviz.nn.gradient_check import GradientCheck

ENTRIES = 100
SAMPLES = 3

_SLICE = 0.1  # seconds between two looks at how far it has come


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz gradcheck PRESET [experiment] [--updates N]\n"
        "                       [--samples N] [--all | --entries N] [--json]"
    )
    parser.description = (
        "Compare the gradients that backpropagation finds with those found by trying:\n"
        "the loss with a parameter a little larger and a little smaller. A relative\n"
        "error is |numerical - backprop| over the larger of the two, as far as that\n"
        "is more than rounding makes of it. All is computed in float64, whatever the\n"
        "experiment uses. Exit status 1 if the gradients differ."
    )
    add_experiment_options(parser)
    add_moment_option(parser)
    parser.add_argument(
        "--samples",
        type=whole_number(1),
        metavar="N",
        help=f"use the first N training samples (default: {SAMPLES}, or all if there "
        "are fewer)",
    )
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument(
        "--all", action="store_true", help="check every entry of every array"
    )
    amount.add_argument(
        "--entries",
        type=whole_number(1),
        default=ENTRIES,
        metavar="N",
        help="check N entries of each array, drawn with the experiment's seed "
        "(default: %(default)s)",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object with every number"
    )


def run(arguments: Namespace) -> int:
    """Train that far, check, and print what was found."""
    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.first_batch import first_batch
    from bpviz.app.headless import trained
    from bpviz.app.json_output import print_json
    from bpviz.app.progress import Progress
    from bpviz.nn.gradient_check import TOLERANCE, GradientCheck

    experiment = experiment_of(arguments)
    first = first_parameters_of(arguments, experiment)
    training = trained(experiment, first, arguments.updates)
    inputs, targets = first_batch(training, arguments.samples, SAMPLES)
    check = GradientCheck(
        experiment.network,
        training.report.frame.parameters.flat,
        inputs,
        targets,
        l2=experiment.hyperparameters.l2,
        entries=None if arguments.all else arguments.entries,
        seed=experiment.seed,
    )
    with Progress() as progress:
        while not check.advance(_SLICE):
            progress.show(check.done / check.count, f"entry {check.done:,}")
    if arguments.json:
        result = {
            "preset": experiment.preset,
            "updates": training.update,
            "samples": len(inputs),
            "tolerance": TOLERANCE,
            **_result(check),
        }
        print_json(result)
    else:
        _print_table(check)
    if not check.is_right:
        raise _differing(check)
    return 0


def _result(check: "GradientCheck") -> dict[str, Any]:
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


def _print_table(check: "GradientCheck") -> None:
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


def _differing(check: "GradientCheck") -> RunError:
    from bpviz.nn.gradient_check import TOLERANCE

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
