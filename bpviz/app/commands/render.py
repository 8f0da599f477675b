"""``bpviz render``: the window, or the network alone, at some moment, as a picture."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.app.experiment_options import add_experiment_options, add_moment_option
from bpviz.app.parser import UsageError, whole_number
from bpviz.app.picture_options import add_picture_options

if TYPE_CHECKING:
    from bpviz.app.headless import HeadlessRun


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz render PRESET [experiment] [--updates N] [--operation K]\n"
        "                    -o FILE.png|FILE.svg [--size 1280x720] [--edges WHAT]\n"
        "                    [--theme light|dark] [--lang en|zh_CN]"
    )
    parser.description = (
        "Draw the window, as it looks at some moment of a run, to a PNG file, or\n"
        "the network alone to an SVG file: lines and text that stay sharp and can be\n"
        "edited. It needs no screen, and what the window remembers makes no difference."
    )
    add_experiment_options(parser)
    add_moment_option(parser)
    parser.add_argument(
        "--operation",
        type=whole_number(0),
        default=0,
        metavar="K",
        help="and K operations of the next one (default: 0). An update of L layers has "
        "4 L + 3: load the batch; z and a of every layer; the loss; delta and gradient "
        "of every layer, from the last; the update of the parameters",
    )
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="the file to write, called .png (the window) or .svg (the network); an "
        "older one of that name is replaced",
    )
    add_picture_options(parser)


def run(arguments: Namespace) -> int:
    """Train that far, draw, and write the picture."""
    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.headless import trained
    from bpviz.app.offscreen import Look
    from bpviz.app.picture import picture_of, svg_of
    from bpviz.training.whole_file import check_writable, whole_file

    path = Path(arguments.output)
    draw = {".png": picture_of, ".svg": svg_of}.get(path.suffix.lower())
    if draw is None:
        raise UsageError(
            "pictures are written as PNG or SVG; call the file "
            f"{path.stem}.png or {path.stem}.svg"
        )
    check_writable(path, arguments.data, arguments.parameters)
    experiment = experiment_of(arguments)
    first = first_parameters_of(arguments, experiment)
    training = trained(experiment, first, arguments.updates)
    _go_into_the_update(training, arguments.operation)
    look = Look(arguments.size, arguments.theme, arguments.lang, arguments.edges)
    picture = draw(training, look)
    with whole_file(path) as file:
        file.write(picture)
    return 0


def _go_into_the_update(training: "HeadlessRun", operation: int) -> None:
    from bpviz.training.steps import operations_for

    count = len(operations_for(training.opened.experiment.network.depth))
    if operation > count:
        raise UsageError(
            f"--operation {operation} is more than the {count} operations that an "
            "update of this network has"
        )
    training.advance(operation)
