"""``bpviz record``: the window while a network learns, as a film."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.app.experiment_options import add_experiment_options
from bpviz.app.parser import UsageError, whole_number
from bpviz.app.picture_options import add_picture_options

if TYPE_CHECKING:
    from bpviz.app.headless import HeadlessRun

FPS = 20
FASTEST = 60
MOST_PICTURES = 300
"""Unless --every or --operations says otherwise; 15 seconds."""


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz record PRESET [experiment] --updates N -o FILE.gif|FILE.mp4\n"
        "                    [--every N | --operations N] [--fps N]\n"
        "                    [--size 1280x720] [--edges WHAT]\n"
        "                    [--theme light|dark] [--lang en|zh_CN]"
    )
    parser.description = (
        "Film the window while a network learns, from the beginning. It needs no\n"
        "screen, what the window remembers makes no difference, and the same call\n"
        "gives the same pictures. GIF needs Pillow and MP4 (H.264) needs ffmpeg:\n"
        '`pip install "bpviz[record]"` brings both.\n\n'
        "  bpviz record spiral --updates 2000 -o spiral.mp4 --theme dark\n"
        "  bpviz record mazur --updates 1 --operations 12 -o chain-rule.gif\n\n"
        "A run that diverges ends its film there: the film is written all the same,\n"
        "and the exit status is 1."
    )
    add_experiment_options(parser)
    film = parser.add_argument_group("film")
    film.add_argument(
        "--updates",
        type=whole_number(1),
        required=True,
        metavar="N",
        help="film N updates",
    )
    film.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="the file to write, .gif or .mp4; an older one of that name is replaced",
    )
    detail = film.add_mutually_exclusive_group()
    detail.add_argument(
        "--every",
        type=whole_number(1),
        metavar="N",
        help="one picture for every N updates (default: as many as make a film of no "
        f"more than {MOST_PICTURES} pictures)",
    )
    detail.add_argument(
        "--operations",
        type=whole_number(1),
        metavar="N",
        help="N pictures for every operation inside the updates, with the numbers on "
        "their way along the edges; an update of L layers has 4 L + 3 operations",
    )
    film.add_argument(
        "--fps",
        type=_fps,
        default=FPS,
        metavar="N",
        help=f"pictures a second (default: {FPS})",
    )
    add_picture_options(parser)


def run(arguments: Namespace) -> int:
    """Train, film and write the film."""
    from bpviz.app.experiment_building import experiment_of, first_parameters_of
    from bpviz.app.film.films import SUFFIXES, check_film
    from bpviz.app.headless import HeadlessRun, diverged
    from bpviz.messages import RunError
    from bpviz.training.whole_file import check_writable

    path = Path(arguments.output)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(
            f"films are written as GIF or MP4; call the file {path.stem}.gif or "
            f"{path.stem}.mp4"
        )
    check_writable(path, arguments.data, arguments.parameters)
    check_film(suffix, arguments.size, arguments.fps)
    experiment = experiment_of(arguments)
    first = first_parameters_of(arguments, experiment)
    training = HeadlessRun(experiment, first)
    _write(path, training, arguments)
    divergence = training.report.divergence
    if divergence is not None:
        raise RunError(
            "{reason}; the film {path} ends there",
            reason=diverged(divergence, experiment),
            path=path,
        )
    return 0


def _write(path: Path, training: "HeadlessRun", arguments: Namespace) -> None:
    from bpviz.app.film.films import film_writer
    from bpviz.app.offscreen import Look, window_without_screen
    from bpviz.app.progress import Progress
    from bpviz.training.messages import OpenExperiment
    from bpviz.training.whole_file import whole_file

    look = Look(arguments.size, arguments.theme, arguments.lang, arguments.edges)
    beginning = OpenExperiment(
        experiment=training.opened.experiment,
        initial=training.report.frame.parameters.flat,
    )
    every = arguments.every or -(-arguments.updates // (MOST_PICTURES - 1))
    with window_without_screen(beginning, look) as stage:
        # Qt can be loaded only now that it knows there is no screen.
        from bpviz.app.film.filming import Screenplay, film

        screenplay = Screenplay(arguments.updates, every, arguments.operations or 0)
        with (
            whole_file(path) as file,
            film_writer(path.suffix.lower(), file, look.size, arguments.fps) as writer,
            Progress() as progress,
        ):
            film(training, stage, writer, screenplay, progress)


def _fps(text: str) -> int:
    fps = whole_number(1)(text)
    if fps > FASTEST:
        raise ArgumentTypeError(f"must be no more than {FASTEST}; got {text[:50]!r}")
    return fps
