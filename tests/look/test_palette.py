"""The application wears a theme wholly."""

import pytest
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QApplication, QToolTip

from bpviz.look.palette import apply_theme, current_theme, palette_for
from bpviz.look.style.quiet import QuietStyle
from bpviz.look.theme import DARK, LIGHT, Theme

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)


@both_themes
def test_every_role_of_every_group_is_ours(theme: Theme) -> None:
    palette = palette_for(theme)
    for group in (Group.Active, Group.Inactive, Group.Disabled):
        for role in Role:
            if role not in (Role.NoRole, Role.NColorRoles):
                assert palette.isBrushSet(group, role), (group, role)


@both_themes
def test_a_window_that_is_not_active_looks_no_different(theme: Theme) -> None:
    palette = palette_for(theme)
    assert palette.isEqual(Group.Active, Group.Inactive)
    assert not palette.isEqual(Group.Active, Group.Disabled)


def test_the_application_changes_its_theme(app: QApplication) -> None:
    for theme in (DARK, LIGHT, DARK):
        apply_theme(app, theme)
        assert current_theme() is theme
        assert app.palette().color(Role.Window) == QColor(theme.window)
        tooltip = QToolTip.palette()
        assert tooltip.color(Role.ToolTipBase) == QColor(theme.tooltip)
        assert tooltip.color(Role.ToolTipText) == QColor(theme.text)


def test_the_style_stays_the_same_object(app: QApplication) -> None:
    apply_theme(app, LIGHT)
    style = app.style()
    assert isinstance(style, QuietStyle)
    apply_theme(app, DARK)
    assert app.style() is style
