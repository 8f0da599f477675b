"""What Qt hands a style to draw, as the class that Qt made it."""

from typing import Any

from PyQt6 import sip
from PyQt6.QtWidgets import (
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionDockWidget,
    QStyleOptionFrame,
    QStyleOptionGroupBox,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionTab,
    QStyleOptionToolButton,
)

_Type = QStyleOption.OptionType
_KINDS: dict[Any, type[QStyleOption]] = {
    _Type.SO_Button.value: QStyleOptionButton,
    _Type.SO_ComboBox.value: QStyleOptionComboBox,
    _Type.SO_DockWidget.value: QStyleOptionDockWidget,
    _Type.SO_Frame.value: QStyleOptionFrame,
    _Type.SO_GroupBox.value: QStyleOptionGroupBox,
    _Type.SO_Header.value: QStyleOptionHeader,
    _Type.SO_MenuItem.value: QStyleOptionMenuItem,
    _Type.SO_ProgressBar.value: QStyleOptionProgressBar,
    _Type.SO_Slider.value: QStyleOptionSlider,
    _Type.SO_SpinBox.value: QStyleOptionSpinBox,
    _Type.SO_Tab.value: QStyleOptionTab,
    _Type.SO_ToolButton.value: QStyleOptionToolButton,
}


def as_made(option: QStyleOption) -> QStyleOption:
    """Return `option` as an object of the class that Qt made it.

    WORKAROUND for PyQt6 6.11 with sip 13.13: reading ``option.rect`` ties the Python
    object into a reference cycle (each keeps the other), so it outlives the option.
    Options lie on the stack, and the next one at the same address is handed over as
    the old Python object, whatever its class: now and then a tab or a slider arrived
    as a plain `QStyleOption` and was not drawn.
    """
    kind = _KINDS.get(option.type)
    if kind is None or isinstance(option, kind):
        return option
    cast: Any = sip.cast  # whose stub does not know that classes can be given
    # The old object may be of any class: first up to what all are, then down.
    made: QStyleOption = cast(cast(option, QStyleOption), kind)
    return made
