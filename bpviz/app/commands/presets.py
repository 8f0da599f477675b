"""``bpviz presets``: what there is to begin with."""

from argparse import ArgumentParser, Namespace


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.description = (
        "List the presets: experiments that are ready to run. `bpviz PRESET` opens\n"
        "one in the window."
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object with every detail"
    )


def run(arguments: Namespace) -> int:
    """Print one preset a line, or all of them as JSON."""
    from bpviz.app.json_output import print_json
    from bpviz.training.presets import PRESETS

    if arguments.json:
        print_json({"presets": list(PRESETS.values())})
        return 0
    rows = [("PRESET", "NETWORK", "WHAT")]
    for preset in PRESETS.values():
        sizes = "-".join(map(str, preset.experiment.layer_sizes))
        rows.append((preset.key, sizes, preset.title))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
    return 0
