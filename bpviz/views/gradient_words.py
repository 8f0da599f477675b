"""What a gradient check has found, in sentences."""

from math import isinf

from PyQt6.QtCore import QCoreApplication

from bpviz.nn.array_check import ArrayCheck
from bpviz.nn.gradient_check import TOLERANCE
from bpviz.scene.numbers import format_count, format_number
from bpviz.training.gradient_report import GradientReport

translate = QCoreApplication.translate

_DIGITS = 2
"""Of a time: the clock of a machine that does other things as well knows no more."""


def array_name(array: ArrayCheck) -> str:
    """Name an array as the formulas do: W² or b²."""
    letter = "W" if array.kind == "weights" else "b"
    return letter + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(array.layer))


def is_wrong(array: ArrayCheck) -> bool:
    """Tell whether a derivative of the array is wrong."""
    return array.max_relative_error > TOLERANCE


def verdict_words(report: GradientReport) -> str:
    """Say whether backpropagation is right, as far as it is known."""
    arrays = report.arrays
    wrong = ", ".join(array_name(array) for array in arrays if is_wrong(array))
    if any(isinf(array.max_relative_error) for array in arrays):
        words = translate("GradientCheck", "No finite numbers: {arrays}")
        return words.format(arrays=wrong)
    if wrong:
        words = translate("GradientCheck", "Wrong: {arrays}")
        return words.format(arrays=wrong)
    done, checked = report.done, sum(array.checked for array in arrays)
    if done < report.count:
        words = translate("GradientCheck", "Right so far: {done} of {count}")
        return words.format(done=format_count(done), count=format_count(report.count))
    if done < sum(array.size for array in arrays) or not checked:
        words = translate("GradientCheck", "Right in all {count} compared")
        return words.format(count=format_count(checked))
    return translate("GradientCheck", "Backpropagation is right")


def time_line(report: GradientReport) -> str:
    """Say what each way costs as shortly as can be."""
    return translate(
        "GradientCheck", "Backprop {backprop}, numerical {numerical}: {ratio}×"
    ).format(
        backprop=_duration(report.backprop_seconds),
        numerical=_duration(report.numerical_seconds_for_all),
        ratio=_ratio(report),
    )


def update_line(report: GradientReport) -> str:
    """Say whether the update follows from the gradient as shortly as can be."""
    if report.update_is_right:
        return translate("GradientCheck", "The update follows the optimizer's formula")
    return translate(
        "GradientCheck", "The update does not follow the optimizer's formula"
    )


def kink_line(report: GradientReport) -> str:
    """Say how many entries were left out; empty where none was."""
    kinks = _kinks(report)
    if not kinks:
        return ""
    words = translate("GradientCheck", "{kinks} at a kink of ReLU, not compared")
    return words.format(kinks=format_count(kinks))


def update_words(report: GradientReport) -> str:
    """Say whether the update is what the optimizer's formula makes of the gradient."""
    words = (
        translate(
            "GradientCheck",
            "The update agrees with the optimizer's formula (largest difference "
            "{error}).",
        )
        if report.update_is_right
        else translate(
            "GradientCheck",
            "The update does not agree with the optimizer's formula: off by {error}.",
        )
    )
    return words.format(error=format_number(report.update_error, 2))


def time_words(report: GradientReport) -> str:
    """Say what each way costs: why there is backpropagation at all."""
    count = sum(array.size for array in report.arrays)
    return translate(
        "GradientCheck",
        "All {count} derivatives take {backprop} by backpropagation and {numerical} by "
        "numerical differentiation: {ratio} times as long.",
    ).format(
        count=format_count(count),
        backprop=_duration(report.backprop_seconds),
        numerical=_duration(report.numerical_seconds_for_all),
        ratio=_ratio(report),
    )


def kink_words(report: GradientReport) -> str:
    """Explain the entries at a kink; empty where there are none."""
    kinks = _kinks(report)
    if not kinks:
        return ""
    return translate(
        "GradientCheck",
        "{kinks} of them lie at the kink of a ReLU, where the slope to the left is not "
        "the one to the right: both ways may differ there and be right, so they are "
        "not compared.",
    ).format(kinks=format_count(kinks))


def _kinks(report: GradientReport) -> int:
    return sum(array.kinks for array in report.arrays)


def _ratio(report: GradientReport) -> str:
    ratio = report.numerical_seconds_for_all / max(report.backprop_seconds, 1e-9)
    return format_count(int(float(f"{ratio:.{_DIGITS - 1}e}")))


def _duration(seconds: float) -> str:
    """Write a time with the unit that suits it."""
    if seconds < 1e-3:
        return translate("GradientCheck", "{number} µs").format(
            number=format_number(seconds * 1e6, _DIGITS)
        )
    if seconds < 1:
        return translate("GradientCheck", "{number} ms").format(
            number=format_number(seconds * 1e3, _DIGITS)
        )
    if seconds < 120:
        return translate("GradientCheck", "{number} s").format(
            number=format_number(seconds, _DIGITS)
        )
    return translate("GradientCheck", "{number} min").format(
        number=format_number(seconds / 60, _DIGITS)
    )
