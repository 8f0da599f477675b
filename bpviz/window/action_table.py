"""The table of every action: its menu, its words, its keys, its icon."""

from collections.abc import Iterator

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.window.action_row import ActionRow, MenuRow
from bpviz.window.panel_actions import PANELS

MENUS = (
    MenuRow(
        "file",
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            MenuRow("presets", QT_TRANSLATE_NOOP("Actions", "Open &preset")),
            ActionRow(
                "open",
                QT_TRANSLATE_NOOP("Actions", "&Open…"),
                ("Ctrl+O",),
                "folder-open",
            ),
            ActionRow(
                "save", QT_TRANSLATE_NOOP("Actions", "&Save as…"), ("Ctrl+S",), "save"
            ),
            ActionRow(
                "export",
                QT_TRANSLATE_NOOP("Actions", "&Export picture…"),
                ("Ctrl+E",),
                "image-down",
                begins_group=True,
            ),
            ActionRow(
                "quit",
                QT_TRANSLATE_NOOP("Actions", "&Quit"),
                ("Ctrl+Q",),
                begins_group=True,
            ),
        ),
    ),
    MenuRow(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            ActionRow(
                "undo",
                QT_TRANSLATE_NOOP("Actions", "&Undo the change"),
                ("Ctrl+Z",),
                "undo-2",
            ),
            ActionRow(
                "redo",
                QT_TRANSLATE_NOOP("Actions", "&Redo the change"),
                ("Ctrl+Shift+Z", "Ctrl+Y"),
                "redo-2",
            ),
            ActionRow(
                "palette",
                QT_TRANSLATE_NOOP("Actions", "&Find a command…"),
                ("Ctrl+Shift+P",),
                "command",
                begins_group=True,
            ),
        ),
    ),
    MenuRow(
        "run",
        QT_TRANSLATE_NOOP("Actions", "&Run"),
        (
            ActionRow(
                "run",
                QT_TRANSLATE_NOOP("Actions", "&Run or pause"),
                ("Space", "F5"),
                "play",
            ),
            ActionRow(
                "update",
                QT_TRANSLATE_NOOP("Actions", "One &update forward"),
                ("Right", "F10"),
                "step-forward",
                begins_group=True,
                repeats=True,
            ),
            ActionRow(
                "update_back",
                QT_TRANSLATE_NOOP("Actions", "One update &back"),
                ("Left",),
                "step-back",
                repeats=True,
            ),
            ActionRow(
                "operation",
                QT_TRANSLATE_NOOP("Actions", "One &operation forward"),
                ("Down", "F11"),
                "redo-dot",
                begins_group=True,
                repeats=True,
            ),
            ActionRow(
                "operation_back",
                QT_TRANSLATE_NOOP("Actions", "One operation bac&k"),
                ("Up",),
                "undo-dot",
                repeats=True,
            ),
            ActionRow(
                "epoch",
                QT_TRANSLATE_NOOP("Actions", "One &epoch forward"),
                ("PgDown", "Shift+F11"),
                "fast-forward",
                begins_group=True,
            ),
            ActionRow(
                "epoch_back",
                QT_TRANSLATE_NOOP("Actions", "One e&poch back"),
                ("PgUp",),
                "rewind",
            ),
            ActionRow(
                "run_to",
                QT_TRANSLATE_NOOP("Actions", "Run &to…"),
                ("Ctrl+G",),
                "crosshair",
                begins_group=True,
            ),
            ActionRow(
                "check_some",
                QT_TRANSLATE_NOOP("Actions", "&Check some gradients"),
                ("Ctrl+K",),
                "check",
                begins_group=True,
            ),
            ActionRow(
                "check_all",
                QT_TRANSLATE_NOOP("Actions", "Check &all gradients"),
                ("Ctrl+Shift+K",),
            ),
            ActionRow(
                "restart",
                QT_TRANSLATE_NOOP("Actions", "Re&start"),
                ("Home",),
                "skip-back",
                begins_group=True,
            ),
        ),
    ),
    MenuRow(
        "view",
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            ActionRow(
                "network",
                QT_TRANSLATE_NOOP("Actions", "&Network"),
                ("Ctrl+1",),
                "network",
            ),
            ActionRow(
                "graph",
                QT_TRANSLATE_NOOP("Actions", "&Computational graph"),
                ("Ctrl+2",),
                "git-branch",
            ),
            MenuRow(
                "panels",
                QT_TRANSLATE_NOOP("Actions", "&Panels"),
                PANELS,
                begins_group=True,
            ),
            ActionRow("reset_layout", QT_TRANSLATE_NOOP("Actions", "&Reset layout")),
            ActionRow(
                "fit",
                QT_TRANSLATE_NOOP("Actions", "&Fit the network"),
                ("Ctrl+0",),
                "maximize",
                begins_group=True,
            ),
            MenuRow("edges", QT_TRANSLATE_NOOP("Actions", "&Edges show")),
            MenuRow("theme", QT_TRANSLATE_NOOP("Actions", "&Theme"), begins_group=True),
            MenuRow("language", QT_TRANSLATE_NOOP("Actions", "&Language")),
        ),
    ),
    MenuRow(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            ActionRow(
                "shortcuts",
                QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
                ("F1",),
                "keyboard",
            ),
            ActionRow(
                "about", QT_TRANSLATE_NOOP("Actions", "&About bpviz"), icon="info"
            ),
        ),
    ),
)
"""The menu bar from left to right, each menu from top to bottom."""


def all_rows(
    rows: tuple[ActionRow | MenuRow, ...] = MENUS,
) -> Iterator[ActionRow | MenuRow]:
    """Yield every row of these menus and of the menus in them."""
    for row in rows:
        yield row
        if isinstance(row, MenuRow):
            yield from all_rows(row.actions)
