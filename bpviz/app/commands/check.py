"""``bpviz check``: a student's own gradients beside those of backpropagation."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bpviz.app.experiment_options import add_experiment_options
from bpviz.app.parser import UsageError, real_number, whole_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.nn.diagnosis import ArrayDiagnosis
    from bpviz.nn.gradient_case import GradientCase

PRESET = "xor"
SAMPLES = 5
"""Neither 1 nor 2, so that a sum, a mean and a forgotten half can be told apart."""

SECONDS = 10.0


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz check FILE.py [PRESET] [experiment] [--samples N]\n"
        "                   [--timeout SECONDS] [--json]"
    )
    parser.description = (
        "Check gradients of your own: RUN THE PYTHON FILE, call its function\n"
        "gradient(x, t, parameters) with a few samples of a preset, and compare what\n"
        "it returns with backpropagation. The answer names the first array that is\n"
        "wrong on the way back from the loss, and how: transposed, with the opposite\n"
        "sign, summed instead of averaged, without an activation's derivative, ...\n\n"
        "  def gradient(x, t, parameters):\n"
        '      w1, b1 = parameters["weights_1"], parameters["biases_1"]\n'
        "      ...\n"
        '      return {"weights_1": dw1, "biases_1": db1,\n'
        '              "weights_2": dw2, "biases_2": db2}\n\n'
        "  x            samples, a row each: (samples, inputs)\n"
        "  t            what is right: (samples, outputs); one-hot for classes\n"
        "  parameters   a dict: weights_l (inputs, nodes) and biases_l (nodes,) of\n"
        "               every layer l = 1, 2, ...: z = x @ weights_1 + biases_1\n"
        "  to return    a dict with the same names and shapes: the derivatives of the\n"
        "               loss, which is the mean over the samples\n\n"
        "The short names W1, b1, W2, b2, ... do as well, to read and to return. All\n"
        "numbers are float64. The squared error of a sample is the sum over the\n"
        "outputs of (a - t)^2, without a half. With --l2 X, X * W belongs to the\n"
        "gradient of every W. Biases that begin at 0 are drawn here, so that one that\n"
        "is forgotten shows, unless --parameters gives them. The network and the loss\n"
        "are those of the preset (see `bpviz presets`): --layers 2,3,2 --activations\n"
        "relu,softmax --loss softmax_cross_entropy makes another; they are printed\n"
        "first.\n\n"
        "The file is run as you would run it yourself, with all that you may do:\n"
        "check no file that you would not run. It runs in a process of its own,\n"
        "without a keyboard, which is ended when its time is up. Its __name__ is not\n"
        '"__main__", and what it prints goes to standard error.\n\n'
        "Exit status 0 if every array is right, 1 if one is wrong or there is nothing\n"
        "to compare, 2 for a wrong call or a file that cannot be read."
    )
    parser.add_argument("file", metavar="FILE.py", help="the Python file to run")
    add_experiment_options(parser, default=PRESET)
    parser.add_argument(
        "--samples",
        type=whole_number(1),
        metavar="N",
        help=f"use the first N training samples (default: {SAMPLES}, or all if there "
        "are fewer); with 3 or more a sum, a mean and a factor 2 can be told apart",
    )
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=SECONDS,
        metavar="SECONDS",
        help="how long the file may take, imports and all (default: %(default)g)",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object with every number"
    )


def run(arguments: Namespace) -> int:
    """Run the file, compare, and print what was found."""
    from bpviz.app.check.child import CheckError, gradients_of
    from bpviz.app.check.words import case_lines, fault_sentence
    from bpviz.app.json_output import print_json
    from bpviz.data.files import readable
    from bpviz.messages import RunError
    from bpviz.nn.diagnosis import diagnose
    from bpviz.training.presets import PRESETS

    path = Path(arguments.file)
    if arguments.file in PRESETS and not path.exists():
        raise UsageError(
            f"{arguments.file} is a preset; the Python file stands before it: "
            f"bpviz check FILE.py {arguments.file}"
        )
    with readable(path), path.open("rb"):
        pass
    preset, case, are_drawn = _case(arguments)
    result = {"preset": preset, **_facts(case), "biases_drawn": are_drawn}
    if not arguments.json:
        lines = case_lines(case, are_drawn=are_drawn)
        print(*lines, "", sep="\n", flush=True)
    try:
        given = gradients_of(path, case, arguments.timeout)
    except CheckError as error:
        if arguments.json:
            failure = {"kind": error.kind, "sentence": str(error)}
            print_json({**result, "passed": False, "failure": failure})
        raise
    diagnoses = diagnose(case, given)
    wrong = [found for found in diagnoses if found.mistake is not None]
    sentence = fault_sentence(case, diagnoses, given) if wrong else None
    if arguments.json:
        print_json(
            {
                **result,
                "passed": not wrong,
                "arrays": [asdict(found) for found in diagnoses],
                "first_wrong": wrong[0].name if wrong else None,
                "sentence": sentence,
            }
        )
    else:
        _print_table(diagnoses)
    if sentence is not None:
        raise RunError("{sentence}", sentence=sentence)
    return 0


def _case(arguments: Namespace) -> "tuple[str, GradientCase, bool]":
    """Return the preset's key, what the student's function is asked, and of what.

    The last is whether biases were drawn where the preset has 0.
    """
    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.first_batch import first_batch
    from bpviz.app.headless import HeadlessRun
    from bpviz.messages import RunError
    from bpviz.nn.gradient_case import GradientCase, with_biases

    experiment = experiment_of(arguments)
    first = first_parameters_of(arguments, experiment)
    training = HeadlessRun(experiment, first)
    inputs, targets = first_batch(training, arguments.samples, SAMPLES)
    begun = flat = training.report.frame.parameters.flat
    if first is None:
        flat = with_biases(experiment.network, begun, experiment.seed)
    are_drawn = bool((flat != begun).any())
    l2 = experiment.hyperparameters.l2
    case = GradientCase(experiment.network, flat, inputs, targets, l2)
    if not case.is_finite:
        raise RunError(
            "the gradients of this network are no finite numbers; try smaller first "
            "weights (--init xavier)"
        )
    return experiment.preset, case, are_drawn


def _facts(case: "GradientCase") -> dict[str, Any]:
    from bpviz.nn.diagnosis import TOLERANCE

    network = case.network
    return {
        "layers": network.layer_sizes,
        "activations": network.activations,
        "loss": network.loss,
        "l2": case.l2,
        "samples": case.rows,
        "tolerance": TOLERANCE,
        "passed": False,
        "arrays": [],
        "first_wrong": None,
        "sentence": None,
        "failure": None,
    }


def _print_table(diagnoses: "Sequence[ArrayDiagnosis]") -> None:
    print("array       shape         max relative error  at")
    for found in diagnoses:
        error = found.max_relative_error
        size = "-" if error is None else f"{error:.1e}"
        place = "" if found.worst is None else list(found.worst)
        print(
            f"{found.name:10}  {found.given_shape!s:12}  {size:>18}  {place!s:10}  "
            + ("right" if found.mistake is None else "wrong")
        )
    if all(found.mistake is None for found in diagnoses):
        print("every gradient is right")


def _seconds(text: str) -> float:
    seconds = real_number(text)
    if not 0 < seconds <= 1e6:
        raise ArgumentTypeError(f"must be more than 0 seconds; got {text[:50]!r}")
    return seconds
