"""Widgets and items that show a published result and hold no program state.

May import Qt, `look`, `scene` and what lies below them; never `worker` or `controls`.
"""
