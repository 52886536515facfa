"""The hooks through which everything enters strokekit, its own techniques included.

Each hook is a noun without arguments and returns values. When and how often: once for each engine, when its catalogue is first
asked for. In which order plugins are asked does not matter. An implementation that fails loses its own values and nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pluggy

from strokekit.formats.document import Document
from strokekit.plugins.declarations import NamedQuantity, Region, Renderer, Rule, Scale, Technique, Word

PROJECT = "strokekit"
"""The name of the pluggy project and of the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook whose name it bears."""


@hookspec
def strokekit_techniques() -> Iterable[Technique]:
    """Contribute techniques and actions. Their ids get the plugin's namespace in front: `palming` of `thai` is `thai.palming`."""
    return ()


@hookspec
def strokekit_regions() -> Iterable[Region]:
    """Contribute regions, landmarks and sites of the body, with their place in the hierarchy."""
    return ()


@hookspec
def strokekit_words() -> Iterable[Word]:
    """Contribute words of the closed vocabularies: tools, things, manners, poses, signs, purposes and so on."""
    return ()


@hookspec
def strokekit_quantities() -> Iterable[NamedQuantity]:
    """Contribute vague quantities with their documented ranges."""
    return ()


@hookspec
def strokekit_scales() -> Iterable[Scale]:
    """Contribute pressure scales and the words that have a level on them."""
    return ()


@hookspec
def strokekit_rules() -> Iterable[Rule]:
    """Contribute checks that look across steps."""
    return ()


@hookspec
def strokekit_renderers() -> Iterable[Renderer]:
    """Contribute ways to write a timeline down."""
    return ()


@hookspec
def strokekit_messages() -> Mapping[str, str]:
    """Contribute message catalogues: Fluent text by language tag."""
    return {}


@hookspec
def strokekit_parts() -> Mapping[str, str | Document]:
    """Contribute parts of routines: file name → a `kind: fragment` text. `warm_up` in it is included as `thai.warm_up`."""
    return {}
