"""What somebody probably meant who has called bpviz wrongly."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from bpviz.app.commands import COMMANDS, WINDOW
from bpviz.app.parser import Parser, UsageError

_ALIKE = 0.7
"""From 0 for nothing in common to 1 for the same word."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like `word`, if any is."""
    from difflib import get_close_matches  # Right calls do without it.

    by_small = {one.lower(): one for one in known}
    found = get_close_matches(word.lower(), by_small, 1, _ALIKE)
    return by_small[found[0]] if found else None


def check_first_word(words: Sequence[str]) -> None:
    """Refuse a misspelt command, which would else be taken for something to open.

    Raises
    ------
    UsageError
        If the first word is like a command, and neither a preset nor a file.
    """
    if not words or words[0].startswith("-"):
        return
    first, *rest = words
    command = nearest(first, COMMANDS)
    if command is None or _can_be_opened(first):
        return
    raise UsageError(
        f"there is no command {first[:50]!r}, and no preset or file of that name; did "
        f"you mean `{' '.join(('bpviz', command, *rest))[:200]}`?"
    )


def unknown_words(name: str, words: Sequence[str], unknown: Sequence[str]) -> str:
    """Say which words a command does not know, and what to do.

    Parameters
    ----------
    name : str
        The command's.
    words, unknown : sequence of str
        All that it was called with, and those of them that it has no use for.
    """
    sentence = f"unrecognized arguments: {' '.join(unknown)}"
    hint = _hint(name, words, unknown)
    prog = "bpviz" if name == WINDOW else f"bpviz {name}"
    return f"{sentence}; {hint}" if hint else f"{sentence} (see {prog} --help)"


def _hint(name: str, words: Sequence[str], unknown: Sequence[str]) -> str:
    commands = [word for word in unknown if word in COMMANDS]
    if name == WINDOW and commands:
        rest = [word for word in words if word != commands[0]]
        call = " ".join(("bpviz", commands[0], *rest))
        return f"a command stands first: `{call[:200]}`"
    option = next((word.split("=")[0] for word in unknown if word[:1] == "-"), None)
    if option is None:
        return ""
    takers = [other for other in COMMANDS if option in _options(other)]
    if takers:
        *some, last = (f"`bpviz {taker}`" for taker in takers)
        listed = f"{', '.join(some)} and {last} take" if some else f"{last} takes"
        here = "the window does not" if name == WINDOW else f"`bpviz {name}` does not"
        return f"{listed} {option}, {here}"
    alike = nearest(option, _options(name))
    return f"did you mean {alike}?" if alike is not None else ""


def _options(name: str) -> list[str]:
    """Return the options of a command."""
    parser = Parser(prog=name)
    import_module(f"bpviz.app.commands.{name}").configure(parser)
    return parser.option_names


def _can_be_opened(word: str) -> bool:
    from bpviz.training.presets import PRESETS

    return word in PRESETS or Path(word).exists()
