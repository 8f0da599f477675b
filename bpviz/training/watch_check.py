"""Refuses watches that mean nothing for a network."""

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.network import Network
from bpviz.training.watches import Watch, WatchQuantity

MOST_WATCHES = 16

_NORMS = (WatchQuantity.WEIGHT_NORM, WatchQuantity.GRADIENT_NORM)
_HAS_START = (WatchQuantity.WEIGHT, WatchQuantity.WEIGHT_GRADIENT)


def check_watches(watches: tuple[Watch, ...], network: Network) -> None:
    """Refuse watches of what the network does not have, and too many of them.

    Raises
    ------
    InputError
        If there is no such layer or node, or there are more than `MOST_WATCHES`.
    """
    if len(watches) > MOST_WATCHES:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{given} numbers are to be watched; at most {most} can be at a time.",
            ),
            given=len(watches),
            most=MOST_WATCHES,
        )
    for watch in watches:
        if not _exists(watch, network.layer_sizes):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The network has no {quantity} at layer {layer}, node {node}; "
                    "remove that watch.",
                ),
                quantity=watch.quantity.value,
                layer=watch.layer,
                node=watch.node + 1,
            )


def _exists(watch: Watch, sizes: tuple[int, ...]) -> bool:
    has_input = watch.quantity in (*_NORMS, WatchQuantity.ACTIVATION)
    if not (0 if has_input else 1) <= watch.layer < len(sizes):
        return False
    if watch.quantity in _NORMS:
        return True
    if watch.quantity in _HAS_START and not 0 <= watch.start < sizes[watch.layer - 1]:
        return False
    return 0 <= watch.node < sizes[watch.layer]
