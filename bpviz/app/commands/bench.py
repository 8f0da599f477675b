"""``bpviz bench``: how fast training and drawing are, beside other programs."""

import json
from argparse import ArgumentParser, Namespace


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.description = (
        "Measure how fast networks train: bpviz, the articles' own code, and\n"
        "scikit-learn, PyTorch and neural-network-digits where they are installed\n"
        "(`pip install bpviz[bench]`).\n\n"
        "All of them begin with the same parameters and see the same samples; that\n"
        "they compute the same is checked before any clock is started. Then they take\n"
        "turns, so that a machine with other work slows all of them alike. After that\n"
        "frames are drawn, here and with pyqtgraph, and presets are trained with and\n"
        "without a window that draws them."
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="measure for a few seconds instead of a few minutes, less exactly",
    )
    parser.add_argument(
        "--no-window",
        action="store_true",
        help="leave out drawing, and training while the window draws",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object with every number"
    )


def run(arguments: Namespace) -> int:
    """Measure, then print a table or JSON; a budget that is not met is no failure."""
    from dataclasses import asdict

    from bpviz.app.bench.measuring import FULL, QUICK
    from bpviz.app.bench.report import report_lines
    from bpviz.app.bench.suite import run_bench
    from bpviz.app.bench.window import measure_window
    from bpviz.app.bench.window_report import window_lines
    from bpviz.app.progress import Progress

    effort = QUICK if arguments.quick else FULL
    with Progress() as progress:
        result = run_bench(effort, progress.show)
    window = None
    if not arguments.no_window:
        with Progress() as progress:
            window = measure_window(effort, progress.show)
    if arguments.json:
        of_window = None if window is None else asdict(window)
        print(json.dumps(asdict(result) | {"window": of_window}, allow_nan=False))
        return 0
    for line in report_lines(result):
        print(line)
    if window is not None:
        print()
        for line in window_lines(window):
            print(line)
    return 0
