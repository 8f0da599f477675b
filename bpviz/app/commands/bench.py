"""``bpviz bench``: how fast training is, beside other programs on this machine."""

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
        "turns, so that a machine with other work slows all of them alike."
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="measure for a few seconds instead of a few minutes, less exactly",
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
    from bpviz.app.progress import Progress

    with Progress() as progress:
        result = run_bench(QUICK if arguments.quick else FULL, progress.show)
    if arguments.json:
        print(json.dumps(asdict(result), allow_nan=False))
    else:
        for line in report_lines(result):
            print(line)
    return 0
