"""The words that options accept.

They stand here a second time, beside the tables of `nn` and `data` that give them a
meaning, so that a command's help appears without loading NumPy; a test compares them.
"""

ACTIVATIONS = (
    *("identity", "sigmoid", "tanh", "relu", "leaky_relu", "softplus", "softmax"),
)
LOSSES = ("squared_error", "binary_cross_entropy", "softmax_cross_entropy")
OPTIMIZERS = ("sgd", "momentum", "rmsprop", "adam")
INITIALISATIONS = ("normal", "uniform", "xavier", "he", "zeros", "constant")
INITIAL_BIASES = ("same", "zeros")
BATCH_ORDERS = ("in_order", "shuffled", "drawn")
DTYPES = ("float64", "float32")
DATASETS = (
    *("quadratic", "chain", "mazur", "mnist", "xor", "circles", "spiral", "moons"),
)

OPTIMIZER_SETTINGS = {
    "sgd": (),
    "momentum": ("momentum",),
    "rmsprop": ("decay", "epsilon"),
    "adam": ("beta1", "beta2", "epsilon"),
}
"""What each optimizer has beside the learning rate."""

FAULTS = (
    "forgotten_activation_derivative",
    "transposed_weights",
    "sum_for_mean",
    "forgotten_bias_gradient",
    "leaking_gradients",
    "bias_updated_per_weight",
)
"""The bug lab's."""

EDGES = ("weight", "gradient", "last_update", "contribution")
"""What the colours of edges may stand for."""

THEMES = ("system", "light", "dark")
LANGUAGES = ("en", "zh_CN")
