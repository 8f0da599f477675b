"""The noisy parabola of the fourth article, number for number."""

import numpy as np

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.probes import CURVE_POINTS
from bpviz.messages import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("Datasets", "Noisy parabola")
ARTICLE_SEED = 333
POINTS = 30


def quadratic(seed: int = ARTICLE_SEED) -> Dataset:
    """Return 30 points of y = x^2 with noise, as features (x, x^2).

    The article seeds NumPy's old generator (333 in its text, 111 in its complete
    listing) and draws exactly so; that generator's numbers never change.
    """
    generator = np.random.RandomState(seed)
    x = generator.random_sample((1, POINTS)) * 5
    x = np.sort(x, axis=1)
    y = (x**2).T + generator.randn(POINTS, 1) * 2
    x_drawn = np.linspace(-0.5, 5.5, CURVE_POINTS)
    return Dataset(
        key="quadratic",
        title=TITLE,
        task=Task.REGRESSION,
        picture=Picture.CURVE,
        train=Samples(np.vstack([x, x**2]).T.copy(), y, None),
        test=None,
        input_names=("x", "x²"),
        output_names=("y",),
        probe=np.column_stack([x_drawn, x_drawn**2]),
        probe_axes=(x_drawn,),
    )
