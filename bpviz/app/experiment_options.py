"""The options that describe an experiment, the same for every command that has one."""

from argparse import ArgumentParser, ArgumentTypeError

from bpviz.app.choices import (
    ACTIVATIONS,
    BATCH_ORDERS,
    DATASETS,
    DTYPES,
    INITIAL_BIASES,
    INITIALISATIONS,
    LOSSES,
    OPTIMIZERS,
)
from bpviz.app.parser import names, real_number, whole_number, whole_numbers

ALL = 0
"""What ``--batch-size all`` means to an experiment."""


def add_experiment_options(parser: ArgumentParser, default: str | None = None) -> None:
    """Let a command take a preset and everything that may differ from it.

    Parameters
    ----------
    parser : ArgumentParser
        The command's.
    default : str, optional
        The preset when none is named; one must be where this is left out.
    """
    parser.epilog = "What no option says is as the preset has it."
    words = "what to begin with; see `bpviz presets`"
    if default is None:
        parser.add_argument("preset", metavar="PRESET", help=words)
    else:
        parser.add_argument(
            "preset",
            metavar="PRESET",
            nargs="?",
            default=default,
            help=f"{words} (default: {default})",
        )
    _add_data_options(parser)
    _add_network_options(parser)
    _add_training_options(parser)
    _add_beginning_options(parser)


def add_moment_option(parser: ArgumentParser) -> None:
    """Let a command take the number of updates to make before it looks."""
    parser.add_argument(
        "--updates",
        type=whole_number(0),
        default=0,
        metavar="N",
        help="make N updates first (default: 0, the very beginning)",
    )


def _add_data_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group(
        "data",
        "Other data than the preset has. Unless options say otherwise the network\n"
        "is fitted to them: input and output sizes follow; where the preset's output\n"
        "does not suit what is learned, numbers get identity and squared_error, two\n"
        "classes sigmoid and binary_cross_entropy, more classes softmax and\n"
        "softmax_cross_entropy; and a batch is never larger than the data.",
    )
    group.add_argument(
        "--data",
        metavar="PATH",
        help="a table (.csv), arrays (.npz), IDX files like MNIST's or a folder of "
        f"them, or a data set by its name: {', '.join(DATASETS)}",
    )
    group.add_argument(
        "--data-seed",
        type=whole_number(0),
        metavar="N",
        help="for data that are drawn, and for the choice of test samples",
    )


def _add_network_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("network")
    group.add_argument(
        "--layers",
        type=whole_numbers,
        metavar="N,N,...",
        help="nodes of the input and of every layer: 784,30,10. With another number "
        "of layers the preset's hidden activation is repeated and its output's kept; "
        "where a preset gives its first parameters, those of another size are drawn",
    )
    group.add_argument(
        "--activations",
        type=names,
        metavar="NAME,...",
        help=f"one for each layer, of {', '.join(ACTIVATIONS)}",
    )
    group.add_argument(
        "--loss",
        choices=LOSSES,
        help="a cross-entropy brings the output's activation along, unless "
        "--activations says which",
    )


def _add_training_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("training")
    group.add_argument("--optimizer", choices=OPTIMIZERS)
    group.add_argument("--learning-rate", type=real_number, metavar="X")
    group.add_argument(
        "--momentum", type=real_number, metavar="X", help="of the optimizer momentum"
    )
    group.add_argument(
        "--decay", type=real_number, metavar="X", help="of the optimizer rmsprop"
    )
    for name in ("--beta1", "--beta2"):
        group.add_argument(
            name, type=real_number, metavar="X", help="of the optimizer adam"
        )
    group.add_argument(
        "--epsilon",
        type=real_number,
        metavar="X",
        help="of the optimizers rmsprop and adam",
    )
    group.add_argument(
        "--l2",
        type=real_number,
        metavar="X",
        help="weight of the penalty (X / 2) * sum of squared weights",
    )
    group.add_argument(
        "--batch-size",
        type=_batch_size,
        metavar="N",
        help="samples an update uses, or 'all'",
    )
    order = group.add_mutually_exclusive_group()
    order.add_argument(
        "--shuffle",
        action="store_const",
        dest="order",
        const="shuffled",
        help="a new order of the samples every epoch",
    )
    order.add_argument(
        "--no-shuffle",
        action="store_const",
        dest="order",
        const="in_order",
        help="the samples in the order of the data",
    )
    order.add_argument(
        "--order",
        choices=BATCH_ORDERS,
        help="the same two by name, or 'drawn': each sample drawn at random, some "
        "twice and some never",
    )
    group.add_argument("--dtype", choices=DTYPES, help="the precision of every number")


def _add_beginning_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("first weights and biases")
    group.add_argument(
        "--init",
        choices=INITIALISATIONS,
        help="how they are drawn: N(0, scale^2), U(-scale, scale), Glorot and Bengio's "
        "or He's normal distribution, all 0, all equal to the scale",
    )
    group.add_argument("--init-scale", type=real_number, metavar="X")
    group.add_argument(
        "--init-biases",
        choices=INITIAL_BIASES,
        help="biases are drawn like the weights, or are 0",
    )
    group.add_argument(
        "--seed",
        type=whole_number(0),
        metavar="N",
        help="for the first parameters and for the order of the samples",
    )
    group.add_argument(
        "--parameters",
        metavar="FILE.npz",
        help="begin with these instead: arrays weights_1 (inputs, nodes), biases_1 "
        "(nodes,), weights_2, ... as `bpviz trace` writes them",
    )


def _batch_size(text: str) -> int:
    if text == "all":
        return ALL
    try:
        return whole_number(1)(text)
    except ArgumentTypeError:
        raise ArgumentTypeError(
            f"must be a whole number of 1 or more, or 'all'; got {text[:50]!r}"
        ) from None
