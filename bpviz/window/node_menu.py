"""The context menu of the network: what can be done with a node or an edge."""

from PyQt6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Qt, pyqtSignal
from PyQt6.QtWidgets import QMenu

from bpviz.nn.parameter_key import ParameterKey
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.training.changes import NodeSwitch
from bpviz.training.conditions import SignChange
from bpviz.training.watches import Watch, WatchQuantity
from bpviz.views.network_view import NetworkView

translate = QCoreApplication.translate


class NodeMenu(QObject):
    """Opens over the node or the edge that is under the pointer, and selects it.

    Parameters
    ----------
    network : NetworkView
        Whose menu it is.

    Signals
    -------
    watch_requested(Watch)
        A number is to be recorded.
    condition_requested(Condition)
        A run is to pause then.
    change_requested(Change)
        The node is to be switched off, or on again.
    neuron_requested(int, int)
        The node's layer and its place in it: its graph is to be shown.
    """

    watch_requested = pyqtSignal(object)
    condition_requested = pyqtSignal(object)
    change_requested = pyqtSignal(object)
    neuron_requested = pyqtSignal(int, int)

    def __init__(self, network: NetworkView) -> None:
        super().__init__(network)
        self._network = network
        network.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        network.customContextMenuRequested.connect(self._open)

    def _open(self, place: QPoint) -> None:
        found = self._network.choose(QPointF(place))
        menu = self.menu_for(found)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._network.mapToGlobal(place))

    def menu_for(self, found: NodeKey | EdgeKey | None) -> QMenu | None:
        """Return the menu of a node or an edge; None where there is neither."""
        if found is None:
            return None
        menu = QMenu(self._network)
        if len(found) == 2:
            self._fill_for_node(menu, *found)
        else:
            self._fill_for_edge(menu, *found)
        return menu

    def _fill_for_node(self, menu: QMenu, layer: int, node: int) -> None:
        quantity = WatchQuantity
        self._offer_watch(menu, Watch(quantity.ACTIVATION, layer, node))
        if layer:
            for each in (quantity.DELTA, quantity.BIAS, quantity.BIAS_GRADIENT):
                self._offer_watch(menu, Watch(each, layer, node))
            menu.addSeparator()
            self._offer_pause(
                menu,
                translate("NodeMenu", "Pause when its bias changes sign"),
                ParameterKey(layer, node),
            )
        self._offer_switch(menu, layer, node)
        if layer:
            menu.addSeparator()
            show = menu.addAction(translate("NodeMenu", "Show it as a graph"))
            assert show is not None  # A menu returns what it has added.
            show.triggered.connect(lambda: self.neuron_requested.emit(layer, node))

    def _fill_for_edge(self, menu: QMenu, layer: int, start: int, end: int) -> None:
        for quantity in (WatchQuantity.WEIGHT, WatchQuantity.WEIGHT_GRADIENT):
            self._offer_watch(menu, Watch(quantity, layer, end, start))
        menu.addSeparator()
        self._offer_pause(
            menu,
            translate("NodeMenu", "Pause when the weight changes sign"),
            ParameterKey(layer, end, start),
        )

    def _offer_watch(self, menu: QMenu, watch: Watch) -> None:
        action = menu.addAction(_watch_text(watch.quantity))
        assert action is not None
        action.triggered.connect(lambda: self.watch_requested.emit(watch))

    def _offer_pause(self, menu: QMenu, text: str, key: ParameterKey) -> None:
        action = menu.addAction(text)
        assert action is not None
        action.triggered.connect(lambda: self.condition_requested.emit(SignChange(key)))

    def _offer_switch(self, menu: QMenu, layer: int, node: int) -> None:
        frame = self._network.frame
        if frame is None or layer == frame.network.depth:
            return  # An output that is off answers nothing.
        is_on = (layer, node) not in frame.settings.switched_off
        action = menu.addAction(
            translate("NodeMenu", "Switch it off")
            if is_on
            else translate("NodeMenu", "Switch it on again")
        )
        assert action is not None
        change = NodeSwitch(layer, node, not is_on)
        action.triggered.connect(lambda: self.change_requested.emit(change))


def _watch_text(quantity: WatchQuantity) -> str:
    match quantity:
        case WatchQuantity.ACTIVATION:
            return translate("NodeMenu", "Watch its activation a")
        case WatchQuantity.DELTA:
            return translate("NodeMenu", "Watch its delta δ")
        case WatchQuantity.BIAS:
            return translate("NodeMenu", "Watch its bias b")
        case WatchQuantity.BIAS_GRADIENT:
            return translate("NodeMenu", "Watch the gradient of its bias")
        case WatchQuantity.WEIGHT:
            return translate("NodeMenu", "Watch the weight w")
        case _:
            return translate("NodeMenu", "Watch the weight's gradient")
