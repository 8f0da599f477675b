"""The way in: the command line, the exception hook and the first window.

May import every package below it, and imports Qt only once a window or a picture
is asked for.
"""
