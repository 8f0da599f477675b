"""Colours between two colours, all written ``"#rrggbb"``; Qt-free."""


def mixed(color: str, paper: str, share: float) -> str:
    """Return `color` with this share of `paper`."""
    channels = (
        round(
            (1 - share) * int(color[k : k + 2], 16) + share * int(paper[k : k + 2], 16)
        )
        for k in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def packed(color: str) -> int:
    """Return `color` as Qt's 0xAARRGGBB."""
    return 0xFF000000 | int(color[1:], 16)


def unpacked(color: int) -> str:
    """Return a 0xAARRGGBB without its opacity."""
    return f"#{color & 0xFFFFFF:06x}"
