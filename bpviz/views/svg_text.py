"""How a font of Qt's is said in SVG."""

from PyQt6.QtGui import QFont, QFontInfo

_POINTS_AN_INCH = 72

_FALLBACKS = (
    # Where the font of this machine is not installed: what the large systems have,
    # for Latin and for Chinese.
    *("Segoe UI", "Helvetica Neue", "DejaVu Sans", "Noto Sans"),
    *("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
)


def families(font: QFont) -> str:
    """Return a font's family and what may stand in for it."""
    first = QFontInfo(font).family()
    others = [family for family in _FALLBACKS if family != first]
    return ", ".join([*(f"'{family}'" for family in (first, *others)), "sans-serif"])


def font_attributes(font: QFont, dots_an_inch: float) -> dict[str, str]:
    """Return size and weight; the family is that of the whole picture."""
    pixels = QFontInfo(font).pointSizeF() * dots_an_inch / _POINTS_AN_INCH
    attributes = {"font-size": f"{pixels:.2f}".rstrip("0").rstrip(".")}
    if font.weight() > QFont.Weight.Normal:
        attributes["font-weight"] = str(int(font.weight()))
    return attributes
