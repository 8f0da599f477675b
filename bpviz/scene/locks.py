"""Scales that are held still, so that colours can be compared over time."""

from dataclasses import replace

from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.options import ScaleMode, SceneOptions

Ends = tuple[float | None, ...]
"""Ends of scales, layer by layer; None for one that waits for its first numbers."""


def locked(options: SceneOptions, scene: NetworkScene) -> SceneOptions:
    """Return options that hold the scales of `scene`.

    What is not computed there, and what is zero throughout, has no scale yet: it will
    be held from the first numbers on.
    """
    return closed(_unlocked(replace(options, scale_mode=ScaleMode.LOCKED)), scene)


def closed(options: SceneOptions, scene: NetworkScene) -> SceneOptions:
    """Return options that also hold the scales which `scene` is the first to have."""
    if options.scale_mode is not ScaleMode.LOCKED:
        return options
    edges = tuple(
        gap.scale if gap.is_computed and gap.values.any() else None
        for gap in scene.gaps
    )
    fills = tuple(
        None if layer.values.activations is None else layer.activation_scale
        for layer in scene.layers
    )
    rings = tuple(
        layer.delta_scale
        if layer.values.deltas is not None and layer.values.deltas.any()
        else None
        for layer in scene.layers
    )
    return replace(
        options,
        locked_scales=_filled(options.locked_scales, edges),
        locked_fills=_filled(options.locked_fills, fills),
        locked_rings=_filled(options.locked_rings, rings),
    )


def closed_like(options: SceneOptions, other: SceneOptions) -> SceneOptions:
    """Return options that also hold the scales which `other` holds of the same."""
    if options.scale_mode is not ScaleMode.LOCKED or (
        (options.scale_mode, options.quantity) != (other.scale_mode, other.quantity)
    ):
        return options
    return replace(
        options,
        locked_scales=_filled(options.locked_scales, other.locked_scales),
        locked_fills=_filled(options.locked_fills, other.locked_fills),
        locked_rings=_filled(options.locked_rings, other.locked_rings),
    )


def _unlocked(options: SceneOptions) -> SceneOptions:
    return replace(options, locked_scales=(), locked_fills=(), locked_rings=())


def _filled(held: Ends, now: Ends) -> Ends:
    if len(held) != len(now):
        return now
    return tuple(
        new if old is None else old for old, new in zip(held, now, strict=True)
    )
