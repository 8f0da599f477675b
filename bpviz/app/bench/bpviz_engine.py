"""bpviz itself: the engine that the window and the command line train with."""

from dataclasses import replace

from bpviz.app.bench.setting import Layers, Setting
from bpviz.training.engine import Engine
from bpviz.training.experiment import DtypeName


class BpvizEngine:
    """`Engine.run_block`, with its conversion of samples and its record of losses."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        experiment = replace(setting.experiment, dtype=dtype)
        self._engine = Engine(experiment, setting.dataset)

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        engine = self._engine
        goal = engine.updates + updates
        while engine.updates < goal:
            engine.run_block(goal - engine.updates)

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        parameters = self._engine.parameters()
        return tuple(zip(parameters.weights, parameters.biases, strict=True))
