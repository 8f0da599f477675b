"""``bpviz``: the window."""

from argparse import ArgumentParser, Namespace

from bpviz import __version__
from bpviz.app.choices import LANGUAGES, THEMES
from bpviz.app.commands import COMMANDS


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    width = max(map(len, COMMANDS))
    parser.usage = (
        "bpviz [PRESET | FILE] [--theme THEME] [--lang LANGUAGE]\n"
        "       bpviz COMMAND ..."
    )
    parser.description = (
        "A time-travelling debugger for backpropagation: watch a neural network\n"
        "learn, hold it still at any operation, check its numbers, and go back."
    )
    parser.epilog = "\n".join(
        [
            "commands, which open no window (bpviz COMMAND --help says more):",
            *(f"  {name:{width}}  {what}" for name, what in COMMANDS.items()),
        ]
    )
    parser.add_argument(
        "what",
        nargs="?",
        metavar="PRESET | FILE",
        help="what to open: a preset (see `bpviz presets`), a session file (.bpviz), "
        "or data of one's own: a table (.csv), arrays (.npz), IDX files like MNIST's "
        "or a folder of them",
    )
    parser.add_argument(
        "--theme", choices=THEMES, help="how the window looks (default: as last time)"
    )
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help="its language (default: as last time, at first the system's)",
    )
    parser.add_argument("--version", action="version", version=f"bpviz {__version__}")


def run(arguments: Namespace) -> int:
    """Open the window and stay until it is closed."""
    from bpviz.app.launch import launch
    from bpviz.app.opening import opening

    return launch(opening(arguments.what), arguments.theme, arguments.lang)
