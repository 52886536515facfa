"""The catalogue: everything that plugins contributed, immutable, with who contributed what.

It is the vocabulary that literals are read against, and the only thing that later stages know of plugins.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from strokekit.diagnostics import Diagnostic
from strokekit.literals import Found, LevelWord, Literals
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.anatomy import Anatomy
from strokekit.plugins.declarations import (
    NamedQuantity,
    Region,
    Renderer,
    Rule,
    Scale,
    Technique,
    Word,
)
from strokekit.plugins.discovery import Contribution, Owner, broken
from strokekit.plugins.spelling import closest

V = TypeVar("V")


def _map() -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen(kw_only=True)
class Catalog:
    """What one engine knows; ids of plugins carry their namespace.

    Two engines with the same plugins in the same versions have equal catalogues and equal fingerprints.
    """

    techniques: Mapping[str, Technique] = _map()
    regions: Mapping[str, Region] = _map()
    words: Mapping[str, Mapping[str, Word]] = _map()
    """Group → id → word."""
    quantities: Mapping[str, NamedQuantity] = _map()
    scales: Mapping[str, Scale] = _map()
    rules: Mapping[str, Rule] = _map()
    renderers: Mapping[str, Renderer] = _map()
    messages: tuple[Mapping[str, str], ...] = ()
    owners: Mapping[str, Owner] = _map()
    """`technique:gliding` → who contributed it."""
    plugins: tuple[Owner, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    _index: dict[str, dict[str, Found]] = attrs.field(factory=dict, eq=False, repr=False)
    _derived: dict[str, Any] = attrs.field(factory=dict, eq=False, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what can be derived again."""
        return {a.name: getattr(self, a.name) for a in attrs.fields(type(self)) if not a.name.startswith("_")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Come back without the derived parts."""
        for name, value in (state | {"_index": {}, "_derived": {}}).items():
            object.__setattr__(self, name, value)

    def find(self, group: str, word: str) -> Found | None:
        """Look a word up: as id, alias or plural."""
        return self._spellings(group).get(word)

    def suggest(self, group: str, word: str) -> str | None:
        """Name the word of the group that may be meant."""
        return closest(word, tuple(self._spellings(group)))

    def level(self, word: str) -> LevelWord | None:
        """Give the level of a pressure word; where scales share a word, the scale that comes first has it."""
        known: LevelWord | None = self._levels().get(word)
        return known

    @property
    def literals(self) -> Literals:
        """The reader of literals against this catalogue, with its memory."""
        if "literals" not in self._derived:
            self._derived["literals"] = Literals(self)
        made: Literals = self._derived["literals"]
        return made

    @property
    def anatomy(self) -> Anatomy:
        """The regions as a hierarchy and a net."""
        if "anatomy" not in self._derived:
            self._derived["anatomy"] = Anatomy(self.regions)
        made: Anatomy = self._derived["anatomy"]
        return made

    @property
    def fingerprint(self) -> str:
        """A hash of everything declared, the same in every process."""
        if "fingerprint" not in self._derived:
            plain = attrs.asdict(self, filter=lambda a, _: not a.name.startswith("_") and a.name != "problems")
            text = json.dumps(plain, sort_keys=True, default=_plain, separators=(",", ":"))
            self._derived["fingerprint"] = hashlib.sha256(text.encode()).hexdigest()[:16]
        made: str = self._derived["fingerprint"]
        return made

    def technique(self, id: str) -> Technique | None:  # noqa: A002 - the field's word
        """Give the technique or action with this id, or None; aliases are no ids."""
        return self.techniques.get(id)

    def _levels(self) -> dict[str, LevelWord]:
        if "levels" not in self._derived:
            levels: dict[str, LevelWord] = {}
            for scale in self.scales.values():
                for word, level in scale.words.items():
                    low, _, high = str(level).partition("..")
                    levels.setdefault(word, LevelWord(scale.id, low, high or low))
            self._derived["levels"] = levels
        made: dict[str, LevelWord] = self._derived["levels"]
        return made

    def _spellings(self, group: str) -> dict[str, Found]:
        if group not in self._index:
            self._index[group] = _spellings(self._entries(group))
        return self._index[group]

    def _entries(self, group: str) -> Iterable[Any]:
        match group:
            case "region":
                return self.regions.values()
            case "quantity":
                return self.quantities.values()
            case "scale":
                return self.scales.values()
            case "pressure":
                return [Word(id=word, group="pressure", title=word) for word in self._levels()]
            case "technique" | "action":
                hands_on = group == "technique"
                return [technique for technique in self.techniques.values() if technique.hands_on is hands_on]
        return self.words.get(group, {}).values()


def _spellings(entries: Iterable[Any]) -> dict[str, Found]:
    """Every way to write the ids: id and singular first, so that a plural never hides another's id."""
    listed = list(entries)
    spellings = {entry.id: Found(entry.id) for entry in listed}
    for entry in listed:
        for alias in getattr(entry, "aliases", ()):
            spellings.setdefault(alias, Found(entry.id))
    for entry in listed:
        for word in (entry.id, *getattr(entry, "aliases", ())):
            plural = getattr(entry, "plural", None) if word == entry.id else ""
            if plural is not None:
                spellings.setdefault(plural or f"{word}s", Found(entry.id, plural=True))
    return spellings


def _plain(value: Any) -> Any:
    """What JSON does not know: mappings as dicts, callables by name."""
    if isinstance(value, Mapping):
        return dict(value)
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', value)}"


@attrs.define
class _Gathered:
    """A catalogue in the making."""

    parts: dict[str, dict[str, Any]] = attrs.field(factory=lambda: {name: {} for name in _PARTS.values()})
    words: dict[str, dict[str, Word]] = attrs.field(factory=dict)
    owners: dict[str, Owner] = attrs.field(factory=dict)
    messages: list[Mapping[str, str]] = attrs.field(factory=list)
    problems: list[Diagnostic] = attrs.field(factory=list)


_PARTS = {
    "strokekit_techniques": "techniques",
    "strokekit_regions": "regions",
    "strokekit_quantities": "quantities",
    "strokekit_scales": "scales",
    "strokekit_rules": "rules",
    "strokekit_renderers": "renderers",
}


def build_catalog(contributions: Iterable[Contribution], problems: Iterable[Diagnostic] = ()) -> Catalog:
    """Put the contributions together; what is claimed twice within a namespace stays with the first and is reported."""
    gathered = _Gathered()
    plugins: dict[Owner, None] = {}
    for given in contributions:
        plugins[given.owner] = None
        if given.hook == "strokekit_messages":
            gathered.messages.append(given.values)
            continue
        for value in given.values:
            _take(gathered, given, value)
    return Catalog(
        **gathered.parts,
        words={group: FrozenMap(words) for group, words in gathered.words.items()},
        messages=tuple(gathered.messages),
        owners=gathered.owners,
        plugins=tuple(plugins),
        problems=(*problems, *gathered.problems),
    )


def _take(gathered: _Gathered, given: Contribution, value: Any) -> None:
    """Put one value in its part, under its namespaced id."""
    kind = _KINDS[given.hook]
    if not isinstance(value, kind):
        gathered.problems.append(broken(given.owner, f"`{given.hook}` gave {type(value).__name__}, not {kind.__name__}"))
        return
    name = f"{given.owner.namespace}.{value.id}" if given.owner.namespace else value.id
    value = attrs.evolve(value, id=name)
    part = gathered.words.setdefault(value.group, {}) if isinstance(value, Word) else gathered.parts[_PARTS[given.hook]]
    if name in part:
        gathered.problems.append(broken(given.owner, f"it contributes `{name}` twice"))
        return
    part[name] = value
    gathered.owners[f"{kind.__name__.lower()}:{name}"] = given.owner


_KINDS: dict[str, type[Any]] = {
    "strokekit_techniques": Technique,
    "strokekit_regions": Region,
    "strokekit_words": Word,
    "strokekit_quantities": NamedQuantity,
    "strokekit_scales": Scale,
    "strokekit_rules": Rule,
    "strokekit_renderers": Renderer,
}


@attrs.frozen
class LocalVocabulary:
    """A catalogue with the words that one document adds."""

    catalog: Catalog
    local: Mapping[str, frozenset[str]]
    """Group → ids that the document declares."""

    def find(self, group: str, word: str) -> Found | None:
        """Look in the document first: it can add words but, since ids are reserved by the catalogue, not change them."""
        return Found(word) if word in self.local.get(group, ()) else self.catalog.find(group, word)

    def suggest(self, group: str, word: str) -> str | None:
        """Name the word that may be meant, the document's own included."""
        return closest(word, tuple(sorted(self.local.get(group, ())))) or self.catalog.suggest(group, word)

    def level(self, word: str) -> LevelWord | None:
        """Give the level of a pressure word."""
        return self.catalog.level(word)
