"""Every operation that a graph can have, by its name."""

from bpviz.nn.graph.arithmetic import ARITHMETIC
from bpviz.nn.graph.functions import FUNCTIONS
from bpviz.nn.graph.matrix_operations import MATRIX_OPERATIONS
from bpviz.nn.graph.operation import Operation

OPERATIONS: dict[str, Operation] = {
    operation.name: operation
    for operation in (*ARITHMETIC, *FUNCTIONS, *MATRIX_OPERATIONS)
}
