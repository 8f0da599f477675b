"""``bpviz graph``: an expression taken apart, forward and backward."""

from argparse import ArgumentParser, Namespace


def configure(parser: ArgumentParser) -> None:
    """Say what the command is called with."""
    parser.usage = (
        "bpviz graph EXPRESSION [NAME=VALUE ...] [--json]\n"
        "       bpviz graph PRESET [NAME=VALUE ...] [--json]"
    )
    parser.description = (
        "Compute an expression as a computational graph: forward, node by node, and\n"
        "backward, where every node multiplies the gradient that reaches it with its\n"
        "local derivatives.\n\n"
        "  bpviz graph '(apple * apple_n + orange * orange_n) * tax' \\\n"
        "              apple=100 apple_n=2 orange=150 orange_n=3 tax=1.1\n"
        "  bpviz graph 'sum(relu(x))' 'x=[[1,-0.5],[-2,3]]'"
    )
    parser.epilog = (
        "An expression has numbers, names, + - * / and brackets; ** or ^ for powers,\n"
        "which bind tighter than a minus sign before them; exp, log, sigmoid, tanh,\n"
        "relu, leaky_relu and softplus; max(a, b), sum(x), affine(X, W, b) for X W\n"
        "+ b and softmax_with_loss(scores, t). Arrays go with numbers and with arrays\n"
        "of the same shape. A part that is written twice is computed once. An output\n"
        "that is an array is differentiated as the sum of its entries."
    )
    parser.add_argument(
        "what",
        metavar="EXPRESSION | PRESET",
        help="in quotes, with -- before it if it begins with a minus sign; or apples, "
        "apples-oranges, relu, sigmoid, affine-softmax, or a preset with a small "
        "network: chain, mazur, xor, ..., whose loss for its first sample is shown",
    )
    parser.add_argument(
        "values",
        nargs="*",
        metavar="NAME=VALUE",
        help="a number, or an array as a JSON list: x=1.5 'b=[1,2]' 'W=[[1,2],[3,4]]'",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object with every number"
    )


def run(arguments: Namespace) -> int:
    """Compute the graph and print it."""
    from bpviz.app.graph_choice import chosen_graph
    from bpviz.app.graph_report import GraphReport
    from bpviz.app.graph_values import read_values
    from bpviz.app.json_output import print_json

    chosen = chosen_graph(arguments.what, read_values(arguments.values))
    reports = [
        (part.expression, GraphReport(part.graph))
        for part in (chosen, chosen.together)
        if part is not None
    ]
    if arguments.json:
        first, *others = [
            {"expression": expression, **report.as_dict()}
            for expression, report in reports
        ]
        together = others[0] if others else None
        print_json({"preset": chosen.preset, **first, "together": together})
        return 0
    for number, (expression, report) in enumerate(reports):
        if number:
            print("\nput together to one node:", end=" ")
        if expression is not None:
            print(expression, end="\n\n")
        print("\n".join(report.lines()))
    return 0
