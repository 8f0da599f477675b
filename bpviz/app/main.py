"""The command line: finds the command, runs it, and says what went wrong.

Exit statuses: 0 where all went well, 1 for a run that failed, 2 for a wrong call or
something that cannot be read or written, 130 after Ctrl+C.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from bpviz.app.commands import COMMANDS, WINDOW
from bpviz.app.hints import check_first_word, unknown_words
from bpviz.app.parser import Parser, UsageError
from bpviz.messages import BpvizError, InputError

FAILED = 1
WRONG_CALL = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells count


def main(arguments: Sequence[str] | None = None) -> int:
    """Run bpviz.

    Parameters
    ----------
    arguments : sequence of str, optional
        What stands behind ``bpviz``; the command line's own when left out.

    Returns
    -------
    int
        The exit status.
    """
    _print_whatever_the_encoding()
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except InputError as error:
        return _fail(error, WRONG_CALL)
    except BpvizError as error:
        return _fail(error, FAILED)
    except MemoryError:
        return _fail("there is not enough memory for this; try smaller layers", FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output, such as `head`, has seen enough. What is still in
        # the buffer must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(error, WRONG_CALL)
    return status


def _run(arguments: list[str]) -> int:
    """Run the command that stands first; where there is none it is the window."""
    is_named = bool(arguments) and arguments[0] in COMMANDS
    if not is_named:
        check_first_word(arguments)
    name = arguments.pop(0) if is_named else WINDOW
    command = import_module(f"bpviz.app.commands.{name}")
    parser = Parser(prog=f"bpviz {name}" if is_named else "bpviz")
    command.configure(parser)
    # Options may also stand between positional arguments; argparse does not do that
    # for arguments behind a "--" (Python 3.11).
    is_divided = "--" in arguments
    read = parser.parse_known_args if is_divided else parser.parse_known_intermixed_args
    try:
        parsed, unknown = read(arguments)
    except SystemExit as finished:  # --help and --version
        return int(finished.code or 0)
    if unknown:
        raise UsageError(unknown_words(name, arguments, unknown))
    status: int = command.run(parsed)
    return status


def _fail(reason: object, status: int) -> int:
    sentence = " ".join(str(reason).split())
    print(f"bpviz: error: {sentence}", file=sys.stderr)
    return status


def _print_whatever_the_encoding() -> None:
    """Let a terminal that lacks a character show another one instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
