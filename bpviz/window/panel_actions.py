"""The table of the panels' actions, with a key for each."""

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.window.action_row import ActionRow

PANELS = (
    ActionRow(
        "panel_experiment", QT_TRANSLATE_NOOP("Actions", "&Experiment"), ("Ctrl+3",)
    ),
    ActionRow(
        "panel_debugger",
        QT_TRANSLATE_NOOP("Actions", "&Breakpoints, watches"),
        ("Ctrl+4",),
    ),
    ActionRow(
        "panel_inspector", QT_TRANSLATE_NOOP("Actions", "&Inspector"), ("Ctrl+5",)
    ),
    ActionRow("panel_results", QT_TRANSLATE_NOOP("Actions", "&Results"), ("Ctrl+6",)),
    ActionRow(
        "panel_gradients", QT_TRANSLATE_NOOP("Actions", "&Gradient check"), ("Ctrl+7",)
    ),
    ActionRow("panel_bug_lab", QT_TRANSLATE_NOOP("Actions", "Bug &lab"), ("Ctrl+8",)),
    ActionRow("panel_curves", QT_TRANSLATE_NOOP("Actions", "&Curves"), ("Ctrl+9",)),
)
"""In the order of the keys; an action is called ``panel_`` and its panel's name."""
