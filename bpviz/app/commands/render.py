"""``bpviz render``: the window at some moment, as a picture."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.app.choices import LANGUAGES
from bpviz.app.experiment_options import add_experiment_options, add_moment_option
from bpviz.app.parser import UsageError, whole_number

if TYPE_CHECKING:
    from bpviz.app.headless import HeadlessRun

SIZE = (1280, 720)
MOST = 8192
"""Pixels of a side."""


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz render PRESET [experiment] [--updates N] [--operation K]\n"
        "                    -o FILE.png [--size 1280x720] [--theme light|dark]\n"
        "                    [--lang en|zh_CN]"
    )
    parser.description = (
        "Draw the window, as it looks at some moment of a run, to a PNG file. It\n"
        "needs no screen, and what the window remembers makes no difference."
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
        metavar="FILE.png",
        help="the file to write; an older one of that name is replaced",
    )
    parser.add_argument(
        "--size",
        type=_size,
        default=SIZE,
        metavar="WIDTHxHEIGHT",
        help="in pixels (default: 1280x720)",
    )
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="(default: light)"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="(default: en)")


def run(arguments: Namespace) -> int:
    """Train that far, draw, and write the picture."""
    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.headless import trained
    from bpviz.app.picture import picture_of
    from bpviz.training.whole_file import check_writable, whole_file

    path = Path(arguments.output)
    if path.suffix.lower() != ".png":
        raise UsageError(f"pictures are written as PNG; call the file {path.stem}.png")
    check_writable(path, arguments.data, arguments.parameters)
    experiment = experiment_of(arguments)
    first = first_parameters_of(arguments, experiment)
    training = trained(experiment, first, arguments.updates)
    _go_into_the_update(training, arguments.operation)
    picture = picture_of(training, arguments.size, arguments.theme, arguments.lang)
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


def _size(text: str) -> tuple[int, int]:
    sides = re.fullmatch(r"(\d{1,6})x(\d{1,6})", text, re.ASCII)
    size = (int(sides[1]), int(sides[2])) if sides else (0, 0)
    if not 1 <= min(size) <= max(size) <= MOST:
        raise ArgumentTypeError(
            f"must be like 1280x720, of no more than {MOST} each; got {text[:50]!r}"
        )
    return size
