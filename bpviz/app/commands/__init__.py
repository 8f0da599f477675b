"""The commands, one a module, each with ``configure(parser)`` and ``run(arguments)``.

A module is imported when its command is called, and imports NumPy and Qt only when
it runs: asking for help takes no longer than Python itself takes to start.
"""

WINDOW = "window"
"""The command that needs no name."""

COMMANDS = {
    "presets": "list the presets",
    "train": "train without a window",
    "trace": "write every number of one update to a file",
    "gradcheck": "check backpropagation against numerical differentiation",
    "check": "run a Python file of yours and check its gradients",
    "graph": "take an expression apart, forward and backward",
    "bench": "measure how fast networks train, beside other programs",
    "render": "draw the window at some moment to a picture file",
    "record": "film the window while the network learns",
}
"""Every other command, and what it does."""
