"""The names of the parameters, long and short."""

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

ALIASES = {"weights": "W", "biases": "b"}
"""What the third article calls them: W1, b1, W2, b2."""


class Parameters(dict[str, Any]):
    """The parameters by name, which also go by their short names; copies forget these.

    Whoever goes through the names meets each array once.
    """

    def __missing__(self, key: object) -> Any:
        """Look a short name up, or say what names there are."""
        if long_name(key) in self.keys():
            return self[long_name(key)]
        raise KeyError(
            f"{key}: the parameters are {' '.join(self)}, or {_short_names(self)}"
        )

    @override
    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or super().__contains__(long_name(key))

    @override
    def get(self, key: str, default: Any = None) -> Any:
        return super().get(key, super().get(long_name(key), default))


def long_name(key: object) -> str:
    """Return what a short name stands for; empty where it is none."""
    text = str(key)
    for kind, letter in ALIASES.items():
        if text.startswith(letter) and text[len(letter) :].isdecimal():
            return f"{kind}_{text[len(letter) :]}"
    return ""


def short_name(name: str) -> str:
    """Return the short name of an array: W1 for weights_1."""
    kind, _, number = name.partition("_")
    return ALIASES[kind] + number


def _short_names(names: Mapping[str, Any]) -> str:
    return " ".join(map(short_name, names))
