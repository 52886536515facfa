"""The catalogue: everything that plugins contributed, immutable, with who contributed what.

It is the vocabulary that literals are read against, and the only thing that later stages know of plugins.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic
from strokekit.formats.document import Document
from strokekit.literals import Found, LevelWord, Literals, Row
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import LocalScale, Routine
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
from strokekit.plugins.discovery import Contribution, Owner
from strokekit.plugins.gathering import gather
from strokekit.plugins.naming import OwnVocabulary
from strokekit.plugins.spelling import alike_behind_namespaces, behind_namespaces, closest

_SORTS = {"count": "count", "duration": "duration", "percent": "percent", "amount": "quantity"}
"""Group → what the named quantities in it are of."""


def _map(**more: Any) -> Any:
    return attrs.field(factory=FrozenMap, converter=FrozenMap, **more)


@attrs.frozen(kw_only=True)
class Catalog:
    """What one engine knows; ids of plugins carry their namespace.

    Immutable and shared freely between threads. Two engines with the same plugins in the same versions have equal catalogues
    and equal fingerprints, in whatever order the plugins came.
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
    fragments: Mapping[str, tuple[Document, ...]] = _map()
    """Namespace → the documents whose parts routines include as `namespace.part`."""
    documents: Mapping[str, tuple[Document, ...]] = _map(eq=False, repr=False)
    """Namespace → the data files of a plugin, to place what is wrong in them."""
    _derived: dict[str, Any] = attrs.field(factory=dict, eq=False, repr=False, init=False)
    """What is made when it is first asked for; two threads may both make it, and either will do."""

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what can be derived again."""
        return {a.name: getattr(self, a.name) for a in attrs.fields(type(self)) if not a.name.startswith("_")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Come back without the derived parts."""
        for name, value in (state | {"_derived": {}}).items():
            object.__setattr__(self, name, value)

    def find(self, group: str, word: str) -> Found | None:
        """Look a word up: as id, alias or plural.

        Groups are `technique`, `action`, `family`, `region`, `quantity` (or, by what they are of, `count`, `duration`, `percent`,
        `amount`), `scale`, `pressure`, and those of the words.
        """
        return self._spellings(group).get(word)

    def suggest(self, group: str, word: str) -> str | None:
        """Name the word of the group that may be meant; for another name of something, its id.

        What a plugin contributes is near also where only the part behind its namespace is.
        """
        spellings = self._spellings(group)
        options: dict[str, str] = self._derived.get(f"options {group}") or self._derived.setdefault(
            f"options {group}", behind_namespaces(spellings)
        )
        near = closest(word, tuple(options))
        if near is None or not alike_behind_namespaces(word, near):
            return None
        return options[near] if spellings[options[near]].plural else spellings[options[near]].id

    def level(self, word: str) -> LevelWord | None:
        """Give the level of a pressure word; where scales share a word, the scale that comes first has it."""
        known: LevelWord | None = self._levels().get(word)
        return known

    def plural(self, group: str, id: str) -> str | None:  # noqa: A002 - the field's word
        """Give the plural of a word, or None where it has none."""
        return next((word for word, found in self._spellings(group).items() if found.plural and found.id == id), None)

    def row(self, region: str) -> Row | None:
        """Give the members of a row of regions; of a region that is no row their count is 0."""
        known = self.regions.get(region)
        return None if known is None else Row(known.count, known.joints)

    @property
    def literals(self) -> Literals:
        """The reader of literals against this catalogue, with its memory."""
        made: Literals | None = self._derived.get("literals")
        return made or self._derived.setdefault("literals", Literals(self))

    def literals_of(self, id: str) -> Literals:  # noqa: A002 - the field's word
        """Give the reader of the literals that stand in the declaration with this id: bare words of its plugin are its own."""
        namespace = id.rpartition(".")[0]
        if not namespace:
            return self.literals
        made: Literals | None = self._derived.get(f"literals {namespace}")
        return made or self._derived.setdefault(f"literals {namespace}", Literals(OwnVocabulary(self, namespace)))

    @property
    def anatomy(self) -> Anatomy:
        """The regions as a hierarchy and a net."""
        made: Anatomy | None = self._derived.get("anatomy")
        return made or self._derived.setdefault("anatomy", Anatomy(self.regions))

    @property
    def fingerprint(self) -> str:
        """A hash of everything declared and of who declared it, the same in every process; problems are no part of it."""
        made: str | None = self._derived.get("fingerprint")
        return made or self._derived.setdefault("fingerprint", _fingerprint(self))

    def technique(self, id: str) -> Technique | None:  # noqa: A002 - the field's word
        """Give the technique or action with this id, or None; aliases are no ids."""
        return self.techniques.get(id)

    def _levels(self) -> dict[str, LevelWord]:
        made: dict[str, LevelWord] | None = self._derived.get("levels")
        return made or self._derived.setdefault("levels", _levels(self.scales.values()))

    def _spellings(self, group: str) -> dict[str, Found]:
        made: dict[str, Found] | None = self._derived.get(f"spellings {group}")
        return made or self._derived.setdefault(f"spellings {group}", _spellings(self._entries(group)))

    def _entries(self, group: str) -> Iterable[Any]:
        parts: dict[str, Mapping[str, Any]] = {"region": self.regions, "quantity": self.quantities, "scale": self.scales}
        if group in parts:
            return parts[group].values()
        if group in _SORTS:
            return [quantity for quantity in self.quantities.values() if quantity.of == _SORTS[group]]
        if group in {"technique", "action"}:
            return [technique for technique in self.techniques.values() if technique.hands_on is (group == "technique")]
        if group in {"pressure", "family"}:
            words = self._levels() if group == "pressure" else dict.fromkeys(t.family for t in self.techniques.values())
            return [Word(id=word, group=group, title=word) for word in words]
        return self.words.get(group, {}).values()


def _levels(scales: Iterable[Scale | LocalScale]) -> dict[str, LevelWord]:
    levels: dict[str, LevelWord] = {}
    for scale in scales:
        for word, level in scale.words.items():
            low, _, high = str(level).partition("..")
            levels.setdefault(word, LevelWord(scale.id, low, high or low))
    return levels


def _spellings(entries: Iterable[Any]) -> dict[str, Found]:
    """Every way to write the ids: id and singular first, so that a plural never hides another's id.

    What a plugin calls its own is written with its name before it, so that no file means something else once it is installed.
    Techniques are found by their bare other names as well: there it is an error that says what to write.
    """
    listed = list(entries)
    spellings = {entry.id: Found(entry.id) for entry in listed}
    for entry in listed:
        aliases = getattr(entry, "aliases", ())
        for alias in (*_whole(entry.id, aliases), *(aliases if isinstance(entry, Technique) else ())):
            spellings.setdefault(alias, Found(entry.id))
    for entry in listed:
        for word in (entry.id, *_whole(entry.id, getattr(entry, "aliases", ()))):
            plural = getattr(entry, "plural", None) if word == entry.id else ""
            if plural is not None:
                written = _whole(entry.id, (plural,))[0] if plural else f"{word}s"
                spellings.setdefault(written, Found(entry.id, plural=True))
    return spellings


def _whole(id_: str, names: Iterable[str]) -> tuple[str, ...]:
    """Put the namespace of an id before other names of the same entry."""
    namespace, dot, _ = id_.rpartition(".")
    return tuple(f"{namespace}{dot}{name}" for name in names)


def _fingerprint(catalog: Catalog) -> str:
    """Make a hash of the values, with callables by their names: an address would differ from process to process."""
    fields = [a.name for a in attrs.fields(Catalog) if not a.name.startswith("_") and a.name not in {"problems", "documents"}]
    plain = {name: getattr(catalog, name) for name in fields}
    text = json.dumps(plain, sort_keys=True, default=_plain, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """Turn what JSON does not know into what it knows."""
    if isinstance(value, Document):
        return value.data
    if isinstance(value, Mapping):
        return dict(value)
    if attrs.has(type(value)):
        return {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    if callable(value):
        named = value if hasattr(value, "__qualname__") else type(value)
        return f"{named.__module__}.{named.__qualname__}"
    return str(value)


def build_catalog(contributions: Iterable[Contribution], problems: Iterable[Diagnostic] = ()) -> Catalog:
    """Put the contributions together; what can't be used is left out and reported among the `problems`."""
    gathered = gather(contributions)
    return Catalog(
        **gathered.parts,
        words={group: FrozenMap(words) for group, words in gathered.words.items()},
        messages=tuple(FrozenMap(messages) for messages in gathered.messages),
        owners=gathered.owners,
        plugins=tuple(gathered.plugins),
        fragments=gathered.fragments,
        documents=gathered.documents,
        problems=(*problems, *gathered.problems),
    )


@attrs.frozen
class LocalVocabulary:
    """A catalogue with the words, the places and the pressure scales that one document adds."""

    catalog: Catalog
    local: Mapping[str, frozenset[str]]
    """Group → ids that the document declares."""
    levels: Mapping[str, LevelWord] = _map()
    """Pressure word → its level on a scale of the document."""

    @classmethod
    def of(cls, catalog: Catalog, routine: Routine) -> LocalVocabulary:
        """Make the vocabulary of a routine that was read."""
        return cls(
            catalog,
            local_words(routine.words, routine.places, routine.scales, ways=[p.id for p in routine.places.values() if p.path]),
            local_levels(routine.scales.values()),
        )

    def find(self, group: str, word: str) -> Found | None:
        """Look in the document first: it can add words, and give a title of its own to one of the catalogue's."""
        own = word in self.local.get(group, ()) or (group == "pressure" and word in self.levels)
        return Found(word) if own else self.catalog.find(group, word)

    def suggest(self, group: str, word: str) -> str | None:
        """Name the word that may be meant, the document's own included."""
        own = tuple(sorted(self.local.get(group, ()))) + (tuple(self.levels) if group == "pressure" else ())
        return closest(word, own) or self.catalog.suggest(group, word)

    def level(self, word: str) -> LevelWord | None:
        """Give the level of a pressure word: on the document's own scale, if it has the word."""
        return self.levels.get(word) or self.catalog.level(word)

    def plural(self, group: str, id: str) -> str | None:  # noqa: A002 - the field's word
        """Give the plural of a word; the document's own words have none."""
        return None if id in self.local.get(group, ()) else self.catalog.plural(group, id)

    def row(self, region: str) -> Row | None:
        """Give the members of a row; a place of the document's own is none."""
        return Row(0) if region in self.local.get("region", ()) else self.catalog.row(region)


def local_words(
    words: Mapping[str, Iterable[str]], places: Iterable[str], scales: Iterable[str], *, ways: Iterable[str]
) -> FrozenMap[str, frozenset[str]]:
    """Give the ids that a document declares by their groups: its places are regions, those with a way are paths as well."""
    groups = {group: frozenset(ids) for group, ids in words.items()}
    own = {"region": frozenset(places), "scale": frozenset(scales), "path": frozenset(ways)}
    return FrozenMap({**groups, **{group: ids for group, ids in own.items() if ids}})


def local_levels(scales: Iterable[LocalScale]) -> FrozenMap[str, LevelWord]:
    """Give the levels of the pressure words that a document's own scales define."""
    return FrozenMap(_levels(scales))
