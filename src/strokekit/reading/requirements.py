"""`requires`: the plugins a file counts on, and their versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.reading.context import Reading
from strokekit.reading.words import own


def check_requirements(reading: Reading, written: Any) -> FrozenMap[str, str]:
    """Report every requirement that can't be read or isn't met, and keep them all."""
    required = {name: wanted for name, wanted in own(written) if isinstance(wanted, str)}
    loaded = {owner.namespace: owner.version for owner in reading.catalog.plugins}
    for name, wanted in required.items():
        _check(reading, name, wanted, loaded)
    return FrozenMap(required)


def _check(reading: Reading, name: str, wanted: str, loaded: Mapping[str, str]) -> None:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.version import InvalidVersion

    at = reading.below("/requires", name)
    try:
        versions = SpecifierSet(wanted)
    except InvalidSpecifier:
        reading.wrong(Wrong("requirement-unreadable", at, facts={"found": wanted}))
        return
    if name not in loaded:
        reading.wrong(Wrong("plugin-missing", at, on="key", facts={"plugin": name}))
        return
    try:
        met = versions.contains(loaded[name] or "0", prereleases=True)
    except InvalidVersion:
        met = False
    if not met:
        facts = {"plugin": name, "wanted": wanted, "found": loaded[name] or "unknown"}
        reading.wrong(Wrong("plugin-version", at, facts=facts))
