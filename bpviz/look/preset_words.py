"""What an experiment is called, and what it is: a preset, or what has become of it."""

from PyQt6.QtCore import QCoreApplication

from bpviz.look.words import activation_words
from bpviz.scene.numbers import format_count
from bpviz.training.experiment import ALL_SAMPLES, Experiment
from bpviz.training.presets import PRESETS

translate = QCoreApplication.translate


def preset_title(experiment: Experiment) -> str:
    """Return its preset's title, and whether it is changed; empty without a preset."""
    preset = PRESETS.get(experiment.preset)
    if preset is None:
        return ""
    title = translate("Presets", preset.title)
    if _facts(experiment) == _facts(preset.experiment):
        return title
    return translate("Presets", "{preset} (changed)").format(preset=title)


def preset_description(experiment: Experiment) -> str:
    """Describe the preset while that is true, else what is there in its place."""
    preset = PRESETS.get(experiment.preset)
    if preset is None:
        return ""
    if _facts(experiment) == _facts(preset.experiment):
        return translate("Presets", preset.description)
    words = translate("Presets", "Changed: {layers} with {activations}, {batches}.")
    return words.format(
        layers="-".join(map(str, experiment.layer_sizes)),
        activations=", ".join(
            activation_words(name) for name in dict.fromkeys(experiment.activations)
        ),
        batches=_batches(experiment.batch_size),
    )


def _facts(experiment: Experiment) -> tuple[object, ...]:
    """Return what the titles and descriptions of presets tell of."""
    return (
        experiment.data.key,
        experiment.data.path,
        experiment.layer_sizes,
        experiment.activations,
        experiment.loss,
        experiment.batch_size,
        experiment.batch_order,
        experiment.initialisation,
    )


def _batches(size: int) -> str:
    if size == ALL_SAMPLES:
        return translate("Presets", "all samples at once")
    if size == 1:
        return translate("Presets", "one sample at a time")
    return translate("Presets", "batches of {size}").format(size=format_count(size))
