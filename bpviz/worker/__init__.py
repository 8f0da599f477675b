"""The training thread: a QObject that answers requests, and the QThread it lives on.

May import QtCore, `training` and what lies below it; never `views`, `controls` or
pyqtgraph, because a worker does not draw.
"""
