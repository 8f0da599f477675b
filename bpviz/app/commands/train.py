"""``bpviz train``: a run from its beginning to its end, without a window."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bpviz.app.experiment_options import add_experiment_options
from bpviz.app.parser import whole_number

if TYPE_CHECKING:
    from bpviz.app.headless import HeadlessRun
    from bpviz.training.messages import Divergence

RESULTS = ("train_loss", "test_loss", "train_accuracy", "test_accuracy")


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz train PRESET [experiment] [--epochs N | --updates N]\n"
        "                   [--json] [--history FILE.csv] [--save FILE.bpviz]"
    )
    parser.description = (
        "Train the network of a preset and say how good it has become. The numbers\n"
        "are those that the window shows for the same experiment."
    )
    add_experiment_options(parser)
    length = parser.add_argument_group(
        "length", "As long as the preset says, unless one of these is given."
    ).add_mutually_exclusive_group()
    length.add_argument("--epochs", type=whole_number(1), metavar="N")
    length.add_argument("--updates", type=whole_number(1), metavar="N")
    output = parser.add_argument_group("output")
    output.add_argument(
        "--json", action="store_true", help="print one JSON object with every number"
    )
    output.add_argument(
        "--history",
        metavar="FILE.csv",
        help="write loss and accuracy at the beginning, after every epoch and at the "
        "end (in very long runs after every 2nd, 4th, ... epoch)",
    )
    output.add_argument(
        "--save",
        metavar="FILE.bpviz",
        help="write the run to a session file, which `bpviz FILE.bpviz` opens",
    )


def run(arguments: Namespace) -> int:
    """Train, write what is to be written, and print the result."""
    from dataclasses import replace
    from time import perf_counter

    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.headless import HeadlessRun, diverged
    from bpviz.app.history import write_history
    from bpviz.app.json_output import print_json
    from bpviz.app.progress import Progress
    from bpviz.training.whole_file import check_writable

    read = (arguments.data, arguments.parameters)
    if arguments.history is not None:
        check_writable(Path(arguments.history), *read, arguments.save)
    if arguments.save is not None:
        check_writable(Path(arguments.save), *read)
    experiment = experiment_of(arguments)
    if arguments.epochs is not None:
        experiment = replace(experiment, epochs=arguments.epochs, updates=0)
    if arguments.updates is not None:
        experiment = replace(experiment, updates=arguments.updates)
    training = HeadlessRun(experiment, first_parameters_of(arguments, experiment))
    planned = experiment.epochs * training.opened.updates_per_epoch
    start = perf_counter()
    with Progress() as progress:
        divergence = training.train(experiment.updates or planned, progress)
        if divergence is None:
            divergence = training.evaluate()
    seconds = perf_counter() - start
    if arguments.history is not None:
        write_history(Path(arguments.history), training.report.curves.evaluations)
    if arguments.save is not None:
        training.save(arguments.save)
    if arguments.json:
        print_json(_result(training, divergence, seconds))
    elif divergence is None:
        _print_summary(training, seconds)
    if divergence is not None:
        raise diverged(divergence, experiment)
    return 0


def _result(
    training: "HeadlessRun", divergence: "Divergence | None", seconds: float
) -> dict[str, Any]:
    """Return what ``--json`` prints; null stands for what has no meaning.

    A run that diverged has come to nothing: it has no losses and no accuracies.
    """
    last = training.report.curves.evaluations[-1] if divergence is None else None
    return {
        "preset": training.opened.experiment.preset,
        "updates": training.update,
        "epochs": training.report.frame.epoch,
        **{name: getattr(last, name, None) for name in RESULTS},
        "seconds": seconds,
        "samples_per_second": training.samples_per_second,
        "diverged": divergence is not None,
        "divergence": divergence,
        "experiment": training.opened.experiment,
    }


def _print_summary(training: "HeadlessRun", seconds: float) -> None:
    experiment = training.opened.experiment
    last = training.report.curves.evaluations[-1]
    sizes = "-".join(map(str, experiment.layer_sizes))
    speed = training.samples_per_second
    print(
        f"{experiment.preset} {sizes}: {_counted(last.update, 'update')}, "
        f"{_counted(last.epoch, 'epoch')}, {seconds:.1f} s"
        + ("" if speed is None else f", {speed:,.0f} samples/s")
    )
    for name, loss, accuracy in (
        ("train", last.train_loss, last.train_accuracy),
        ("test", last.test_loss, last.test_accuracy),
    ):
        if loss is not None:
            words = "" if accuracy is None else f"  accuracy {accuracy:.2%}"
            print(f"{name:5}  loss {loss:.6g}{words}")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
