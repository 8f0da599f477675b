"""``bpviz trace``: every number of one update, as a file of arrays."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bpviz.app.experiment_options import add_experiment_options, add_moment_option


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = "bpviz trace PRESET [experiment] [--updates N] -o FILE.npz"
    parser.description = (
        "Write everything that update N + 1 computes to a file, which numpy.load\n"
        "reads:\n\n"
        "  activations_0 ... L          the input, and a of every layer\n"
        "  pre_activations_1 ... L      z of every layer\n"
        "  deltas_1 ... L               dL/dz, for every sample by itself\n"
        "  samples, targets             which samples they are, and what is right\n"
        "  losses, loss                 of every sample, and their mean\n"
        "  weights_l, biases_l          before the update: (inputs, nodes), (nodes,)\n"
        "  weight_gradients_l, bias_gradients_l\n"
        "  weights_after_l, biases_after_l\n"
        "  experiment                   JSON text\n\n"
        "Rows are samples; layer l counts from 1."
    )
    add_experiment_options(parser)
    add_moment_option(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE.npz",
        help="the file to write; an older one of that name is replaced",
    )


def run(arguments: Namespace) -> int:
    """Train that far, write the file, and say what is in it."""
    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.headless import trained
    from bpviz.app.trace_file import write_trace
    from bpviz.training.whole_file import check_writable

    path = Path(arguments.output)
    check_writable(path, arguments.data, arguments.parameters)
    experiment = experiment_of(arguments)
    first = first_parameters_of(arguments, experiment)
    report = trained(experiment, first, arguments.updates).advance(operations=1)
    trace = report.frame.trace
    assert trace is not None  # It stands inside an update.
    write_trace(path, trace, experiment)
    print(
        f"{path}: update {arguments.updates + 1:,} of {experiment.preset}, samples in "
        f"the batch: {len(trace.losses):,}, loss {trace.loss:.6g}"
    )
    return 0
