"""Prints how far bpviz and the oracle are apart: `python -m tests.nn.oracle_report`.

Takes the number of random cases as its argument, 200 if there is none.
"""

import sys

from hypothesis import HealthCheck, given, settings

from tests.nn.comparison import UPDATES, Differences, differences
from tests.nn.problems import Problem, problems


def report(count: int) -> str:
    """Compare `count` random cases and return a table of the worst of each quantity."""
    worst: Differences = {}
    compared = skipped = 0

    @given(problems())
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def compare(problem: Problem) -> None:
        nonlocal compared, skipped
        found = differences(problem)
        if found is None:
            skipped += 1
            return
        compared += 1
        for name, value in found.items():
            worst[name] = max(worst.get(name, 0.0), value)

    compare()
    lines = [f"{name:<18}{value:.1e}" for name, value in worst.items()]
    title = f"{compared} cases of {UPDATES} updates compared, {skipped} skipped"
    return "\n".join([title, "largest relative difference:", *lines])


if __name__ == "__main__":
    sys.stdout.write(report(int(sys.argv[1]) if len(sys.argv) > 1 else 200) + "\n")
