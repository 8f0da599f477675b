"""Says in a sentence what is wrong with a gradient, and why probably."""

from collections.abc import Mapping, Sequence

from bpviz.nn.arrays import Array
from bpviz.nn.diagnosis import ArrayDiagnosis
from bpviz.nn.gradient_case import BIAS_SCALE, GradientCase
from bpviz.nn.losses import LOSSES
from bpviz.nn.mistakes import Cause, Form, Layout, Mistake

_LOSSES = {
    "squared_error": "sum over the outputs of (a - t)^2, without a half",
    "binary_cross_entropy": "sum over the outputs of -t ln a - (1 - t) ln(1 - a)",
    "softmax_cross_entropy": "-sum of t ln a over the outputs",
}


def case_lines(case: GradientCase, *, are_drawn: bool = False) -> list[str]:
    """Return what the student's function was asked, in a few lines.

    Parameters
    ----------
    are_drawn : bool
        Whether biases were drawn where the preset has 0.
    """
    network = case.network
    layers = [str(network.layer_sizes[0])]
    layers += [
        f"{size} {activation}"
        for size, activation in zip(
            network.layer_sizes[1:], network.activations, strict=True
        )
    ]
    penalty = f" + ({case.l2:g} / 2) * sum of squared weights" if case.l2 else ""
    mean = "" if case.rows == 1 else f", mean over {case.rows} samples"
    drawn = f"biases   drawn from N(0, {BIAS_SCALE:g}^2), so that a forgotten one shows"
    return [
        f"network  {' -> '.join(layers)}",
        f"loss     {network.loss}: {_LOSSES[network.loss]}{mean}{penalty}",
        f"x        {case.activations[0].shape}",
        f"t        {case.targets.shape}",
        "         "
        + ", ".join(f"{name} {case.parameter(name).shape}" for name in case.names),
        *([drawn] if are_drawn else []),
    ]


def fault_sentence(
    case: GradientCase,
    diagnoses: Sequence[ArrayDiagnosis],
    given: Mapping[str, Array],
) -> str:
    """Return which array is the first that is wrong, how, and what of the others."""
    first, *others = (d for d in diagnoses if d.mistake is not None)
    assert first.mistake is not None
    what = _what(case, first, first.mistake, given[first.name])
    sentence = f"{first.name} is wrong: it {what}"
    if not others:
        return f"{sentence}; every other array is right"
    alike = [d.name for d in others if first.mistake.is_like(d.mistake)]
    if len(alike) == len(others):
        are = "is" if len(others) == 1 else "are"
        return f"{sentence}; {_listed(alike)} {are} wrong in the same way"
    names = _listed([d.name for d in others])
    return f"{sentence}; mend it first, then look at {names}"


def _listed(names: Sequence[str]) -> str:
    *some, last = names
    return f"{', '.join(some)} and {last}" if some else last


def _what(
    case: GradientCase, found: ArrayDiagnosis, mistake: Mistake, given: Array
) -> str:
    place = "" if found.worst is None else f" at {list(found.worst)}"
    match mistake.form:
        case Form.ZERO:
            return "is all zeros"
        case Form.NOT_FINITE:
            return f"holds a number that is not finite{place}"
        case Form.SHAPE:
            return (
                f"has the shape {found.given_shape} instead of {found.shape}, and not "
                "the right numbers either"
            )
        case Form.UNKNOWN:
            right = case.gradients[found.name]
            is_last = found.name == case.names[-2]
            return (
                f"is {given[found.worst]:.6g} instead of {right[found.worst]:.6g}"
                f"{place}, a relative error of {found.max_relative_error:.1e}"
                + (" (is it the network and the loss printed above?)" * is_last)
            )
        case Form.PER_SAMPLE:
            verb = "their mean" if mistake.causes else "their sum"
            return (
                f"has one gradient for each of the {case.rows} samples, shape "
                f"{found.given_shape}: return {verb}"
            )
    changes = [*_layout(found, mistake), *_factor(case, mistake)]
    but = " but " if mistake.form is Form.GRADIENT else ", "
    return (
        f"is {_form(case, found, mistake)}"
        + (but if changes else "")
        + (" and ".join(changes))
    )


def _layout(found: ArrayDiagnosis, mistake: Mistake) -> list[str]:
    shapes = f"the shape {found.given_shape} instead of {found.shape}"
    match mistake.layout:
        case Layout.TRANSPOSED if found.given_shape == found.shape:
            return ["transposed"]
        case Layout.TRANSPOSED:
            return [f"transposed ({shapes})"]
        case Layout.RESHAPED:
            return [f"in {shapes}"]
    return []


def _form(case: GradientCase, found: ArrayDiagnosis, mistake: Mistake) -> str:
    layer = int(found.name.split("_")[1])
    activation = case.network.activations[layer - 1]
    match mistake.form:
        case Form.DERIVATIVE_MISSING:
            return (
                f"the gradient without the derivative of layer {layer}'s {activation}"
            )
        case Form.DERIVATIVE_TWICE:
            married = layer == case.network.depth and LOSSES[case.network.loss].partner
            why = f" (with {case.network.loss} dL/dz is a - t)" if married else ""
            return (
                f"the gradient with the derivative of layer {layer}'s {activation} "
                f"once too often{why}"
            )
        case Form.DERIVATIVE_OF_ACTIVATION:
            return (
                f"the gradient with the derivative of layer {layer}'s {activation} "
                "taken at a instead of z"
            )
        case Form.WEIGHTS_TRANSPOSED:
            return (
                f"the gradient of deltas that came back through weights_{layer + 1} "
                "instead of its transpose"
            )
        case Form.PRE_ACTIVATION_AS_INPUT:
            return f"made of z of layer {layer - 1} where its activation a belongs"
        case Form.FIRST_SAMPLE:
            return f"the gradient of the first of the {case.rows} samples alone"
        case Form.LAST_SAMPLE:
            return f"the gradient of the last of the {case.rows} samples alone"
        case Form.OTHER_ARRAY:
            return f"the gradient of {mistake.other}"
        case Form.PARAMETER:
            return f"the parameter {found.name} itself, not its gradient"
        case Form.PENALTY_MISSING:
            return f"the gradient without the penalty's share, {case.l2:g} * W"
        case Form.PENALTY_TWICE:
            return f"the gradient with twice the penalty's share, {case.l2:g} * W"
        case Form.PENALTY_AVERAGED:
            return f"the gradient with the penalty divided by the {case.rows} samples"
        case Form.PENALTY_ON_BIASES:
            return "the gradient with a penalty, which only weights have"
        case _:
            return "the right gradient"


def _factor(case: GradientCase, mistake: Mistake) -> list[str]:
    if mistake.factor == 1:
        return []
    if not mistake.causes:
        return [f"multiplied by {mistake.factor:.6g}"]
    outputs = case.network.layer_sizes[-1]
    half = case.network.loss == "squared_error"
    words = {
        Cause.SIGN: "with the opposite sign",
        Cause.SUM_FOR_MEAN: f"summed over the {case.rows} samples instead of averaged "
        f"({case.rows} times too large)",
        Cause.AVERAGED_TWICE: f"divided by the {case.rows} samples once too often",
        Cause.DOUBLED: "twice too large",
        Cause.HALVED: "half as large as it should be"
        + (" (the squared error has no half before it here)" if half else ""),
        Cause.MEAN_OVER_OUTPUTS: f"divided by the {outputs} outputs, over which the "
        "loss is a sum",
    }
    return [
        ", or ".join(
            " and ".join(words[cause] for cause in causes) for causes in mistake.causes
        )
    ]
