"""The style of sliders on which a click means a place."""

from typing import cast

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QStyle, QStyleHintReturn, QStyleOption, QWidget
from typing_extensions import override

from bpviz.look.style.quiet import QuietStyle


class AbsoluteStyle(QuietStyle):
    """The style of the others, but a click beside the handle is no step towards it.

    For single widgets: Qt asks the application's style for its hints all the time.
    """

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_Slider_AbsoluteSetButtons:
            # PyQt6's stubs take its value for a button too (6.11).
            return cast("int", Qt.MouseButton.LeftButton.value)
        return super().styleHint(hint, option, widget, returnData)
