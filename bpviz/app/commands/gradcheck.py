"""``bpviz gradcheck``: backpropagation beside numerical differentiation."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from bpviz.app.choices import FAULTS
from bpviz.app.experiment_options import add_experiment_options, add_moment_option
from bpviz.app.parser import UsageError, whole_number

if TYPE_CHECKING:
    from bpviz.app.headless import HeadlessRun
    from bpviz.nn.arrays import Array
    from bpviz.nn.faults import Fault

ENTRIES = 100
SAMPLES = 3

_SLICE = 0.1  # seconds between two looks at how far it has come


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz gradcheck PRESET [experiment] [--updates N]\n"
        "                       [--samples N] [--all | --entries N] [--fault NAME]\n"
        "                       [--json]"
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
        "--fault",
        choices=FAULTS,
        metavar="NAME",
        help="make one classic mistake in backpropagation on purpose, in the updates "
        f"as in the check: {', '.join(FAULTS)}",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object with every number"
    )


def run(arguments: Namespace) -> int:
    """Train that far, check, and print what was found."""
    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.first_batch import first_batch
    from bpviz.app.gradcheck_report import differing, print_table, result_of
    from bpviz.app.headless import trained
    from bpviz.app.json_output import print_json
    from bpviz.app.progress import Progress
    from bpviz.nn.faults import Fault
    from bpviz.nn.gradient_check import TOLERANCE, GradientCheck

    experiment = experiment_of(arguments)
    first = first_parameters_of(arguments, experiment)
    fault = None if arguments.fault is None else Fault(arguments.fault)
    training = trained(experiment, first, arguments.updates, fault)
    inputs, targets = first_batch(training, arguments.samples, SAMPLES)
    if fault is not None:
        _check_difference(fault, training, len(inputs))
    check = GradientCheck(
        experiment.network,
        training.report.frame.parameters.flat,
        inputs,
        targets,
        l2=experiment.hyperparameters.l2,
        entries=None if arguments.all else arguments.entries,
        seed=experiment.seed,
        fault=fault,
        leaked=_leaked(training),
    )
    with Progress() as progress:
        while not check.advance(_SLICE):
            progress.show(check.done / check.count, f"entry {check.done:,}")
    if arguments.json:
        result = {
            "preset": experiment.preset,
            "updates": training.update,
            "samples": len(inputs),
            "fault": fault,
            "tolerance": TOLERANCE,
            **result_of(check),
        }
        print_json(result)
    else:
        print_table(check)
    if not check.is_right:
        raise differing(check)
    return 0


def _check_difference(fault: "Fault", training: "HeadlessRun", rows: int) -> None:
    """Refuse a fault that nobody could find."""
    from bpviz.nn.faults import applicable

    if fault not in applicable(training.opened.experiment.network, rows):
        raise UsageError(
            f"--fault {fault} makes no difference in this network with --samples {rows}"
        )


def _leaked(training: "HeadlessRun") -> "Array | None":
    """Return the gradients that a fault of the run has left from earlier batches."""
    from bpviz.nn.faults import Fault
    from bpviz.training.checked_passes import leaked_before

    frame = training.report.frame
    if frame.settings.fault is not Fault.LEAKING_GRADIENTS:
        return None
    trace = training.advance(1).frame.trace
    return None if trace is None else leaked_before(trace, frame.settings)
