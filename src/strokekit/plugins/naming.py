"""The ids that a plugin's own declarations refer to: its own by their bare name, everybody else's whole.

Literals are another matter, since only their grammar says what a word in them is: `plugins/literal_names.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import attrs

from strokekit.literals import Found, LevelWord, Row
from strokekit.plugins.declarations import Clause, Demand, Match, Region, Rule

_GROUPS: Mapping[str, str] = {
    "technique": "technique",
    "tool": "tool",
    "thing": "thing",
    "lubricant": "thing",
    "surface": "thing",
    "drape": "thing",
    "region": "region",
    "position": "pose",
    "purpose": "purpose",
}
"""Key of a match → where the ids under it are declared."""


@attrs.frozen
class Own:
    """What one plugin contributes: group → bare ids."""

    namespace: str
    ids: Mapping[str, Collection[str]]

    def whole(self, group: str, name: str, but: str = "") -> str:
        """Give the whole id of what a bare name means: the plugin's own, unless it is `but` or there is none.

        >>> Own("thai", {"region": {"line"}}).whole("region", "line")
        'thai.line'
        """
        own = name in self.ids.get(group, ()) and name != but
        return f"{self.namespace}.{name}" if own and self.namespace else name

    def region(self, region: Region) -> Region:
        """Give a region with what it refers to by whole ids; one that is called like another's is not part of itself."""
        bare = region.id.rpartition(".")[2]

        def whole(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(self.whole("region", name, but=bare) for name in names)

        return attrs.evolve(
            region,
            part_of=region.part_of and self.whole("region", region.part_of, but=bare),
            lies_in=whole(region.lies_in),
            neighbours=whole(region.neighbours),
            positions=tuple(self.whole("pose", name) for name in region.positions),
        )

    def rule(self, rule: Rule) -> Rule:
        """Give a rule with what it asks for by whole ids; one with code says what it means itself."""
        demand = rule.check
        if not isinstance(demand, Demand):
            return rule
        asked = attrs.evolve(
            demand,
            applies=self._match(demand.applies),
            requires=tuple(self._clause(clause) for clause in demand.requires),
            forbids=tuple(self._clause(clause) for clause in demand.forbids),
            load=attrs.evolve(
                demand.load,
                tool={self.whole("tool", name): limit for name, limit in demand.load.tool.items()},
                stance={self.whole("stance", name): limit for name, limit in demand.load.stance.items()},
            ),
        )
        return attrs.evolve(rule, check=asked)

    def _clause(self, clause: Clause) -> Clause:
        made: Any = self._match(clause)
        return made  # type: ignore[no-any-return]  # evolving keeps the class

    def _match(self, match: Match) -> Match:
        given = {key: (group, getattr(match, key)) for key, group in _GROUPS.items() if getattr(match, key)}
        changes: dict[str, Any] = {key: tuple(self.whole(group, name) for name in names) for key, (group, names) in given.items()}
        return attrs.evolve(match, **changes)


@attrs.frozen
class OwnVocabulary:
    """A catalogue as one plugin's declarations see it: a bare word that the plugin itself contributes is its own."""

    catalog: Any
    namespace: str

    def find(self, group: str, word: str) -> Found | None:
        """Look a word up, the plugin's own first."""
        own: Found | None = self.catalog.find(group, f"{self.namespace}.{word}")
        found: Found | None = own or self.catalog.find(group, word)
        return found

    def suggest(self, group: str, word: str) -> str | None:
        """Name the word that may be meant; one of the plugin's own by its bare name."""
        own: str | None = self.catalog.suggest(group, f"{self.namespace}.{word}")
        if own is not None and own.startswith(f"{self.namespace}."):
            return own.removeprefix(f"{self.namespace}.")
        near: str | None = self.catalog.suggest(group, word)
        return near

    def level(self, word: str) -> LevelWord | None:
        """Give the level of a pressure word."""
        found: LevelWord | None = self.catalog.level(f"{self.namespace}.{word}") or self.catalog.level(word)
        return found

    def plural(self, group: str, id: str) -> str | None:  # noqa: A002 - the field's word
        """Give the plural of a word."""
        found: str | None = self.catalog.plural(group, id)
        return found

    def row(self, region: str) -> Row | None:
        """Give the members of a row of regions."""
        own: Row | None = self.catalog.row(f"{self.namespace}.{region}")
        found: Row | None = own or self.catalog.row(region)
        return found
