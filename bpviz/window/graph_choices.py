"""What can be opened in the graph workspace, by key, and what people call it."""

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.presets import GRAPH_PRESETS

EXPRESSION, NEURON, NETWORK = "expression", "neuron", "network"

TITLES: dict[str, str] = {
    **{key: preset.title for key, preset in GRAPH_PRESETS.items()},
    EXPRESSION: QT_TRANSLATE_NOOP("Presets", "Your own expression"),
    NEURON: QT_TRANSLATE_NOOP("Presets", "One neuron of the network"),
    NETWORK: QT_TRANSLATE_NOOP("Presets", "The whole network"),
}

ABOUT: dict[str, str] = {
    **{key: preset.description for key, preset in GRAPH_PRESETS.items()},
    EXPRESSION: QT_TRANSLATE_NOOP(
        "Presets",
        "Type what you like; a name that stands in two places adds up its derivatives.",
    ),
    NEURON: QT_TRANSLATE_NOOP(
        "Presets",
        "One node of the network, with the weights and the sample of the moment.",
    ),
    NETWORK: QT_TRANSLATE_NOOP(
        "Presets",
        "The network with its weights and sample of the moment: a double click on a "
        "node unfolds it.",
    ),
}
