"""How many random cases the tests draw: few by default, more when asked.

`BPVIZ_TEST_EFFORT=20 python -m pytest tests/nn tests/training` draws twenty times as
many and takes about as much longer.
"""

import os

EFFORT = float(os.environ.get("BPVIZ_TEST_EFFORT", "1"))


def cases(usual: int) -> int:
    """Return how many cases to draw where `usual` are drawn by default."""
    return max(1, round(usual * EFFORT))
