"""Engines and catalogues of just the plugins that a test names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.engine import Engine
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.discovery import BUILTIN

_PARTS = {
    "techniques": "technique",
    "regions": "region",
    "quantities": "namedquantity",
    "scales": "scale",
    "rules": "rule",
    "renderers": "renderer",
}
"""Part of a catalogue → how its entries are called among the owners."""


def engine_of(plugins: Mapping[str, Any] | None = None) -> Engine:
    """Make an engine of the built-ins and these plugins, whatever else is installed.

    It is strict: the first problem of a plugin is an exception, so that a test can't pass without what it is about.

    Args:
        plugins: namespace → module, object, or path of a file, as for `Engine`.

    Raises:
        PluginError: a plugin can't be used.

    >>> engine_of().catalog.problems
    ()
    """
    engine = Engine(plugins=plugins or {}, strict=True)
    engine.catalog  # noqa: B018 - a plugin that can't be used is to be told of here, not in the middle of a test
    return engine


def catalog_of(plugins: Mapping[str, Any], *, builtins: bool = True) -> Catalog:
    """Make the catalogue of these plugins; without the `builtins`, of nothing else.

    Raises:
        PluginError: a plugin can't be used.

    >>> catalog_of({}, builtins=False).techniques
    FrozenMap({})
    """
    catalog = engine_of(plugins).catalog
    return catalog if builtins else _alone(catalog)


def _alone(catalog: Catalog) -> Catalog:
    """Leave the built-ins out."""
    owners = {key: owner for key, owner in catalog.owners.items() if owner.namespace != BUILTIN}
    parts: dict[str, Any] = {
        part: {id: value for id, value in getattr(catalog, part).items() if f"{kind}:{id}" in owners}  # noqa: A001 - the field's word
        for part, kind in _PARTS.items()
    }
    words = {
        group: FrozenMap({id: word for id, word in known.items() if f"word:{id}" in owners})  # noqa: A001 - the field's word
        for group, known in catalog.words.items()
    }
    return attrs.evolve(
        catalog,
        **parts,
        words={group: known for group, known in words.items() if known},
        owners=owners,
        plugins=tuple(owner for owner in catalog.plugins if owner.namespace != BUILTIN),
        messages=(),
    )
