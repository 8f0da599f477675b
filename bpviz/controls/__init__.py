"""Widgets that say what the person wants, as signals, and carry nothing out.

May import Qt, `look`, `scene` and what lies below them; never `worker` or `views`.
"""
