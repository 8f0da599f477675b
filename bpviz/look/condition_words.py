"""Conditions under which a run pauses, in words."""

from PyQt6.QtCore import QCoreApplication

from bpviz.look.parameter_words import parameter_words
from bpviz.scene.numbers import format_count, format_number
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)

translate = QCoreApplication.translate


def condition_text(condition: Condition) -> str:
    """Say under which condition a run pauses: "loss above 0.5"."""
    match condition:
        case LossCondition(is_above, value):
            text = (
                translate("Conditions", "loss above {value}")
                if is_above
                else translate("Conditions", "loss below {value}")
            )
            return text.format(value=format_number(value))
        case WrongAnswer():
            return translate("Conditions", "a sample is answered wrongly")
        case SampleComes(sample):
            text = translate("Conditions", "sample {sample} comes")
            return text.format(sample=format_count(sample + 1))
        case SignChange(key):
            text = translate("Conditions", "{parameter} changes sign")
            return text.format(parameter=parameter_words(key))
        case GradientNorm(is_above, value, layer):
            text = (
                translate("Conditions", "gradient norm {of} above {value}")
                if is_above
                else translate("Conditions", "gradient norm {of} below {value}")
            )
            return text.format(of=_of_layer(layer), value=format_number(value))


def paused_text(condition: Condition) -> str:
    """Say why a run has paused."""
    text = translate("Conditions", "Paused: {condition}.")
    return text.format(condition=condition_text(condition))


def _of_layer(layer: int) -> str:
    if layer == 0:
        return translate("Conditions", "of all layers")
    return translate("Conditions", "of layer {layer}").format(layer=layer)
