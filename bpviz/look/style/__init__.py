"""How widgets are drawn: Fusion with its bevels and gradients taken off.

Every drawing function takes its colours from the palette of what it draws, so the
style knows nothing of themes. It exists because Fusion derives the outlines of its
controls from the window's colour alone: on a dark window they are darker still and
cannot be seen.
"""
