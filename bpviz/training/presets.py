"""The presets: everything that the five articles build, ready to run.

Each function's docstring says where the preset comes from, and what was done where
an article is silent or wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from bpviz.data.order import BatchOrder
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.experiment import DataChoice, Experiment


@dataclass(frozen=True, slots=True)
class Preset:
    """An experiment with a name.

    Attributes
    ----------
    key : str
        Its name on the command line.
    title, description : str
        For people; marked for translation in the context ``Presets``.
    experiment : Experiment
        What is trained.
    """

    key: str
    title: str
    description: str
    experiment: Experiment


PRESETS: dict[str, Preset] = {}


def preset(key: str) -> Preset:
    """Return the preset called `key`.

    Raises
    ------
    InputError
        If there is none.
    """
    if key in PRESETS:
        return PRESETS[key]
    alike = get_close_matches(key.lower(), PRESETS, 1)
    known = ", ".join(PRESETS)
    if not alike:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "Unknown preset {key}; choose from {known}."),
            key=repr(key),
            known=known,
        )
    raise InputError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Unknown preset {key}; did you mean {alike}? The presets are {known}.",
        ),
        key=repr(key),
        alike=alike[0],
        known=known,
    )


def _register(
    key: str, title: str, description: str
) -> Callable[[Callable[[], Experiment]], Callable[[], Experiment]]:
    def add(build: Callable[[], Experiment]) -> Callable[[], Experiment]:
        PRESETS[key] = Preset(key, title, description, build())
        return build

    return add


_STANDARD_NORMAL = Initialisation("normal", 1.0, "same")


@_register(
    "quadratic",
    QT_TRANSLATE_NOOP("Presets", "Quadratic regression"),
    QT_TRANSLATE_NOOP(
        "Presets", "Fit y = x² with noise: 30 points, one update a sample, 2-100-400-1."
    ),
)
def quadratic() -> Experiment:
    """Fourth article: y = x^2 + noise with a 2-100-400-1 network.

    The article's comments give W1 the shape (100, 4) where its code and its two
    features make it (100, 2): the code is followed. It writes exp(x) / (1 + exp(x))^2
    for the sigmoid's derivative, which overflows for large x; here it is a (1 - a).
    It draws the parameters before seeding, so they are not reproducible: here they
    come from the experiment's seed. It shows two data seeds: 333 is the default,
    111 can be chosen. The printed loss is the sum over the epoch's samples; here it
    is their mean, which is smaller by the factor 30.
    """
    return Experiment(
        preset="quadratic",
        data=DataChoice(key="quadratic", seed=333),
        layer_sizes=(2, 100, 400, 1),
        activations=("sigmoid", "sigmoid", "identity"),
        loss="squared_error",
        hyperparameters=Hyperparameters(learning_rate=0.002),
        batch_size=1,
        batch_order=BatchOrder.IN_ORDER,
        initialisation=_STANDARD_NORMAL,
        epochs=200,
    )


@_register(
    "chain",
    QT_TRANSLATE_NOOP("Presets", "Chain rule"),
    QT_TRANSLATE_NOOP(
        "Presets", "One node a layer, 1-1-1-1: backpropagation in its barest form."
    ),
)
def chain() -> Experiment:
    """First article, first half: one node a layer, where nothing hides the chain.

    The article gives no numbers for it; weights and biases are drawn uniformly from
    (-1, 1) as in its second half, with a seed whose first answer is plainly wrong.
    """
    return Experiment(
        preset="chain",
        data=DataChoice(key="chain"),
        layer_sizes=(1, 1, 1, 1),
        activations=("sigmoid", "sigmoid", "sigmoid"),
        loss="squared_error",
        hyperparameters=Hyperparameters(learning_rate=0.5),
        batch_size=1,
        batch_order=BatchOrder.IN_ORDER,
        initialisation=Initialisation("uniform", 1.0, "same"),
        seed=4,
        epochs=200,
    )


@_register(
    "mnist-sigmoid",
    QT_TRANSLATE_NOOP("Presets", "MNIST, sigmoid layers"),
    QT_TRANSLATE_NOOP(
        "Presets",
        "Handwritten digits one at a time: sigmoid layers and squared error.",
    ),
)
def mnist_sigmoid() -> Experiment:
    """First article, second half: MNIST with sigmoid layers, one update a sample.

    The article leaves sizes, learning rate and the number of epochs open and shows
    96 %; these reach it. Its ``get_a`` calls the pair of function and derivative as
    if it were the function; its ``get_predict`` does what was meant and is followed.
    Its sigmoid overflows for very negative z; here it does not.
    """
    return Experiment(
        preset="mnist-sigmoid",
        data=DataChoice(key="mnist"),
        layer_sizes=(784, 100, 10),
        activations=("sigmoid", "sigmoid"),
        loss="squared_error",
        hyperparameters=Hyperparameters(learning_rate=0.1),
        batch_size=1,
        batch_order=BatchOrder.SHUFFLED,
        initialisation=Initialisation("uniform", 1.0, "same"),
        dtype="float32",
        epochs=10,
    )


@_register(
    "mnist-softmax",
    QT_TRANSLATE_NOOP("Presets", "MNIST, softmax and cross-entropy"),
    QT_TRANSLATE_NOOP(
        "Presets", "Handwritten digits with a softmax output, whose delta is S - Y."
    ),
)
def mnist_softmax() -> Experiment:
    """Second article: softmax and cross-entropy, whose derivatives cancel to S - Y.

    The article gives the formulas and leaves the network open; its point is that
    numerical differentiation needs two passes for every single parameter, which the
    gradient check measures on this network.
    """
    return Experiment(
        preset="mnist-softmax",
        data=DataChoice(key="mnist"),
        layer_sizes=(784, 50, 10),
        activations=("sigmoid", "softmax"),
        loss="softmax_cross_entropy",
        hyperparameters=Hyperparameters(learning_rate=0.5),
        batch_size=20,
        batch_order=BatchOrder.SHUFFLED,
        initialisation=Initialisation("xavier"),
        dtype="float32",
        epochs=10,
    )


@_register(
    "mnist-relu",
    QT_TRANSLATE_NOOP("Presets", "MNIST, TwoLayerNet with ReLU"),
    QT_TRANSLATE_NOOP(
        "Presets", "784-50-10 with ReLU and softmax, batches of 100 drawn at random."
    ),
)
def mnist_relu() -> Experiment:
    """Third article: TwoLayerNet 784-50-10, batches of 100 drawn at random.

    The article's ``softmax`` divides by the sum over the whole batch instead of each
    row's own, and does not guard against overflow; its cross-entropy adds 1e-7 inside
    the logarithm; its ReLU overwrites the gradient it is given. Here softmax is taken
    row by row and the cross-entropy is exact. 10,000 updates are 16.7 epochs.
    """
    return Experiment(
        preset="mnist-relu",
        data=DataChoice(key="mnist"),
        layer_sizes=(784, 50, 10),
        activations=("relu", "softmax"),
        loss="softmax_cross_entropy",
        hyperparameters=Hyperparameters(learning_rate=0.1),
        batch_size=100,
        batch_order=BatchOrder.DRAWN,
        initialisation=Initialisation("normal", 0.01, "zeros"),
        dtype="float32",
        updates=10_000,
    )


@_register(
    "mnist-minibatch",
    QT_TRANSLATE_NOOP("Presets", "MNIST, mini-batches"),
    QT_TRANSLATE_NOOP(
        "Presets", "Network([784, 30, 10]): sigmoid layers, mini-batches of 10."
    ),
)
def mnist_minibatch() -> Experiment:
    """Fifth article: Network([784, 30, 10]) with mini-batches of 10.

    Gradients are summed over a mini-batch and divided by its size. The article shows
    its listings as pictures and names no learning rate, loss or number of epochs; its
    source, Nielsen's book, uses half the squared error with a learning rate of 3.0 for
    30 epochs. Here the squared error has no half, so the same steps need 1.5.
    """
    return Experiment(
        preset="mnist-minibatch",
        data=DataChoice(key="mnist"),
        layer_sizes=(784, 30, 10),
        activations=("sigmoid", "sigmoid"),
        loss="squared_error",
        hyperparameters=Hyperparameters(learning_rate=1.5),
        batch_size=10,
        batch_order=BatchOrder.SHUFFLED,
        initialisation=_STANDARD_NORMAL,
        dtype="float32",
        epochs=30,
    )


@_register(
    "mazur",
    QT_TRANSLATE_NOOP("Presets", "Mazur's worked example"),
    QT_TRANSLATE_NOOP(
        "Presets", "The well-known 2-2-2 example, with its published numbers."
    ),
)
def mazur() -> Experiment:
    """Matt Mazur's "A Step by Step Backpropagation Example" (2015).

    Mazur's error has a factor of one half that our squared error has not: our loss is
    twice the published one, and a learning rate of 0.25 makes the published updates,
    for which Mazur takes 0.5. Mazur leaves the biases alone; here they learn too, so
    the weights agree in the first update and drift apart after it.
    """
    return Experiment(
        preset="mazur",
        data=DataChoice(key="mazur"),
        layer_sizes=(2, 2, 2),
        activations=("sigmoid", "sigmoid"),
        loss="squared_error",
        hyperparameters=Hyperparameters(learning_rate=0.25),
        batch_size=1,
        batch_order=BatchOrder.IN_ORDER,
        initialisation=Initialisation(
            "given",
            values=(
                *(0.15, 0.25, 0.20, 0.30, 0.35, 0.35),
                *(0.40, 0.50, 0.45, 0.55, 0.60, 0.60),
            ),
        ),
        epochs=100,
    )


def _plane(
    key: str, hidden: tuple[int, ...], activation: str, learning_rate: float
) -> Experiment:
    """Two classes in the plane, as users of TensorFlow Playground expect."""
    return Experiment(
        preset=key,
        data=DataChoice(key=key),
        layer_sizes=(2, *hidden, 1),
        activations=(*(activation for _ in hidden), "sigmoid"),
        loss="binary_cross_entropy",
        hyperparameters=Hyperparameters(optimizer="adam", learning_rate=learning_rate),
        batch_size=10,
        batch_order=BatchOrder.SHUFFLED,
        initialisation=Initialisation("xavier"),
        epochs=100,
    )


@_register(
    "xor",
    QT_TRANSLATE_NOOP("Presets", "Exclusive or"),
    QT_TRANSLATE_NOOP("Presets", "Four corners that no straight line can separate."),
)
def xor() -> Experiment:
    """Two inputs whose signs agree or differ; 2-4-1."""
    return _plane("xor", (4,), "tanh", 0.03)


@_register(
    "circles",
    QT_TRANSLATE_NOOP("Presets", "Circles"),
    QT_TRANSLATE_NOOP("Presets", "A disc inside a ring."),
)
def circles() -> Experiment:
    """One class in a disc, the other in a ring around it; 2-6-1."""
    return _plane("circles", (6,), "tanh", 0.03)


@_register(
    "spiral",
    QT_TRANSLATE_NOOP("Presets", "Spiral"),
    QT_TRANSLATE_NOOP("Presets", "Two arms wound around each other: the hard one."),
)
def spiral() -> Experiment:
    """Two arms of a spiral; 2-32-32-1."""
    return _plane("spiral", (32, 32), "relu", 0.01)


@_register(
    "moons",
    QT_TRANSLATE_NOOP("Presets", "Moons"),
    QT_TRANSLATE_NOOP("Presets", "Two half circles that reach into each other."),
)
def moons() -> Experiment:
    """Two half circles; 2-8-1."""
    return _plane("moons", (8,), "tanh", 0.03)
