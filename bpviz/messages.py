"""Sentences for people: how text without Qt is marked and how failures speak.

Qt-free code cannot translate, so it marks its text with `QT_TRANSLATE_NOOP`
(the name that Qt's extraction tool looks for) and the part that shows the text
translates it. An expected failure carries its sentence as a template and the
values to fill in, so that it can be shown in any language.
"""

from typing_extensions import override


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802
    """Mark `text` for translation in `context` and return it unchanged."""
    del context
    return text


class BpvizError(Exception):
    """A failure with a sentence for the person at the keyboard.

    Parameters
    ----------
    template : str
        The English sentence with ``{name}`` fields, marked with
        ``QT_TRANSLATE_NOOP("Errors", ...)``.
    **values : object
        What the fields stand for.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    @override
    def __str__(self) -> str:
        return self.template.format(**self.values)


class InputError(BpvizError, ValueError):
    """Something given to the program cannot be used: a value, a file, a shape."""


class RunError(BpvizError):
    """A run that started well and failed, such as one that diverged."""
