"""What ``--json`` prints: one object, and nothing that JSON has no word for."""

import json

import msgspec


def print_json(result: object) -> None:
    """Print `result` on standard output.

    Parameters
    ----------
    result : object
        Of dicts, dataclasses, sequences, texts and numbers; a number that is not
        finite becomes null.
    """
    plain = msgspec.json.decode(msgspec.json.encode(result))
    # In ASCII, which every terminal and every pipe can carry.
    print(json.dumps(plain, allow_nan=False))
