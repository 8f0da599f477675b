"""What a session says of an experiment that it has opened, without one."""

from bpviz.data.catalog import load_dataset
from bpviz.training.messages import Opened
from bpviz.training.presets import preset


def opened(key: str) -> Opened:
    """The experiment of a preset, with 30 updates an epoch."""
    experiment = preset(key).experiment
    data = experiment.data
    return Opened(experiment, load_dataset(data.key, data.seed, data.path), 30)
