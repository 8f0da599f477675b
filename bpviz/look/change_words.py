"""What was changed in a run, in words: "learning rate 0.5 instead of 0.1"."""

from collections.abc import Iterator, Sequence

from PyQt6.QtCore import QCoreApplication

from bpviz.look.parameter_words import node_words, parameter_words
from bpviz.look.words import fault_words
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters, OptimizerName
from bpviz.scene.numbers import format_count, format_number
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    LoggedChange,
    NodeSwitch,
    ParameterEdit,
    RunSettings,
    SampleChoice,
    SettingsChange,
)

translate = QCoreApplication.translate

OPTIMIZERS: dict[OptimizerName, str] = {
    "sgd": QT_TRANSLATE_NOOP("Choices", "gradient descent"),
    "momentum": QT_TRANSLATE_NOOP("Choices", "momentum"),
    "rmsprop": QT_TRANSLATE_NOOP("Choices", "RMSprop"),
    "adam": QT_TRANSLATE_NOOP("Choices", "Adam"),
}
"""What people call every optimizer, in the context ``Choices``."""

_NUMBERS = {
    "learning_rate": QT_TRANSLATE_NOOP("ChangeWords", "learning rate"),
    "momentum": QT_TRANSLATE_NOOP("ChangeWords", "momentum"),
    "decay": QT_TRANSLATE_NOOP("ChangeWords", "decay"),
    "beta1": QT_TRANSLATE_NOOP("ChangeWords", "β₁"),
    "beta2": QT_TRANSLATE_NOOP("ChangeWords", "β₂"),
    "epsilon": QT_TRANSLATE_NOOP("ChangeWords", "ε"),
    "l2": QT_TRANSLATE_NOOP("ChangeWords", "L2 penalty"),
}


def change_text(change: Change, before: RunSettings | None = None) -> str:
    """Say what a change did.

    Parameters
    ----------
    change : Change
        What was changed.
    before : RunSettings or None
        What was in force until then; None where that is not known.
    """
    match change:
        case SettingsChange(hyperparameters):
            return _settings_text(hyperparameters, before)
        case ParameterEdit(key, value):
            text = translate("ChangeWords", "{parameter} set to {value}")
            return text.format(
                parameter=parameter_words(key), value=format_number(value)
            )
        case NodeSwitch(layer, node, is_on):
            text = (
                translate("ChangeWords", "{node} on again")
                if is_on
                else translate("ChangeWords", "{node} off")
            )
            return text.format(node=node_words(layer, node))
        case SampleChoice(sample):
            text = translate("ChangeWords", "sample {sample} next")
            return text.format(sample=format_count(sample + 1))
        case FaultSwitch(Fault() as fault, is_secret):
            title = fault_words(RunSettings(fault=fault, fault_is_secret=is_secret))
            return translate("ChangeWords", "fault: {title}").format(title=title)
        case FaultSwitch():
            return translate("ChangeWords", "no fault any more")


def changes_text(changes: Sequence[LoggedChange], before: Sequence[RunSettings]) -> str:
    """Say what several changes did, and from which update on.

    Parameters
    ----------
    changes : sequence of LoggedChange
        Earliest first.
    before : sequence of RunSettings
        What was in force before each.
    """
    template = translate("ChangeWords", "{change} after update {update}")
    return translate("ChangeWords", ", ").join(
        template.format(
            change=change_text(logged.change, settings),
            update=format_count(logged.update),
        )
        for logged, settings in zip(changes, before, strict=True)
    )


def _settings_text(after: Hyperparameters, before: RunSettings | None) -> str:
    if before is None:
        text = translate("ChangeWords", "{name} {value}")
        rate = format_number(after.learning_rate)
        name = translate("ChangeWords", _NUMBERS["learning_rate"])
        return text.format(name=name, value=rate)
    parts = list(_differences(after, before.hyperparameters))
    if not parts:
        return translate("ChangeWords", "the same settings")
    return translate("ChangeWords", ", ").join(parts)


def _differences(after: Hyperparameters, before: Hyperparameters) -> Iterator[str]:
    template = translate("ChangeWords", "{name} {value} instead of {former}")
    if after.optimizer != before.optimizer:
        yield translate("ChangeWords", "{value} instead of {former}").format(
            value=translate("Choices", OPTIMIZERS[after.optimizer]),
            former=translate("Choices", OPTIMIZERS[before.optimizer]),
        )
    for field, name in _NUMBERS.items():
        value, former = getattr(after, field), getattr(before, field)
        if value != former:
            yield template.format(
                name=translate("ChangeWords", name),
                value=format_number(value),
                former=format_number(former),
            )
