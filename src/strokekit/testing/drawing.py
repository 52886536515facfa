"""Steps that are valid by construction: the least that a technique needs, and what can be added to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any

import attrs

from strokekit.engine import Engine
from strokekit.literals.fields import DOSE
from strokekit.plugins.declarations import Technique
from strokekit.testing.candidates import Candidates
from strokekit.testing.documents import Data, document, errors_of, path_of, value_at

TRIES = 300
"""So many combinations of needed fields are tried before a technique counts as one that no step can use."""
APART = ("stages", "share", "until", "direction")
"""Dose fields that hang on others around them, and are left to tests of their own."""


@attrs.frozen
class Drawing:
    """Makes steps for one engine; what it has found out about a technique it keeps."""

    engine: Engine
    candidates: Candidates = attrs.field(init=False)
    _least: dict[str, Data | None] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Take the values from the engine's catalogue."""
        object.__setattr__(self, "candidates", Candidates(self.engine.catalog))

    def technique(self, id: str) -> Technique:  # noqa: A002 - the field's word
        """Give a technique or action by its id.

        Raises:
            KeyError: there is none.
        """
        return self.engine.catalog.techniques[id]

    def usable(self, ids: Iterable[str]) -> list[str]:
        """Give those techniques that some step can use by itself."""
        return [id for id in ids if self.least(id) is not None]  # noqa: A001 - the field's word

    def least(self, id: str) -> Data | None:  # noqa: A002 - the field's word
        """Give the shortest step of a technique that checks without errors; None where none was found."""
        if id not in self._least:
            technique = self.technique(id)
            found = (step for step in islice(self._bare(technique), TRIES) if not errors_of(self.engine, document(step)))
            self._least[id] = next(found, None)
        return self._least[id]

    def _bare(self, technique: Technique) -> Iterator[Data]:
        """Go through steps with what a technique needs: each of its groups, every value."""
        needed = [name for name, takes in technique.takes.items() if takes.needs]
        groups = [group for group in technique.one_of if not set(group) & set(needed)]
        given = [name for name, parameter in technique.parameters.items() if parameter.needs]
        head = {"technique" if technique.hands_on else "action": technique.id}
        for chosen in product(*groups):
            names = list(dict.fromkeys([*needed, *chosen]))
            values = [self.candidates.field(technique, name) for name in names]
            own = [self.candidates.parameter(technique.parameters[name]) for name in given]
            for picked in product(*values, *own):
                dose = dict(zip(names, picked, strict=False))
                withs = dict(zip(given, picked[len(names) :], strict=True))
                yield {**head, **dose, **({"with": withs} if withs else {})}

    def additions(self, id: str) -> dict[str, list[Any]]:  # noqa: A002 - the field's word
        """Give the dose fields that a step of a technique may have besides, each with values to try."""
        technique = self.technique(id)
        names = [name for name in (*technique.takes, "duration", "rest") if name in DOSE and name not in APART]
        found = {name: self.candidates.field(technique, name) for name in dict.fromkeys(names)}
        return {name: values for name, values in found.items() if values}

    def parameters(self, id: str) -> dict[str, list[Any]]:  # noqa: A002 - the field's word
        """Give the parameters of a technique, each with values to try."""
        found = {name: self.candidates.parameter(own) for name, own in self.technique(id).parameters.items()}
        return {name: values for name, values in found.items() if values}

    def mended(self, data: Data) -> Data:
        """Take out of a routine what an engine reports as an error, until nothing is left to report; it is changed in place."""
        for _ in range(TRIES):
            errors = errors_of(self.engine, data)
            if not errors:
                return data
            _without(data, path_of(errors[0].pointer), self._least)
        raise AssertionError("a routine could not be mended")  # pragma: no cover - each turn takes something out


def _without(data: Data, path: tuple[str | int, ...], least: dict[str, Data | None]) -> None:
    """Take out the field that a way leads to; where it is needed, the step around it; at last the whole section."""
    for end in range(len(path), 0, -1):
        holder, key = _holder(data, path[:end])
        if isinstance(holder, dict) and key in holder and _optional(holder, key, least):
            del holder[key]
            return
        several = isinstance(holder, list) and (len(holder) > 1 or holder is data["sections"])
        if several and isinstance(key, int) and key < len(holder):
            del holder[key]
            break
    if not data["sections"] or not path or path[0] != "sections":
        data["sections"] = [{"id": "s", "steps": [{"say": "Breathe"}]}]


def _holder(data: Any, path: tuple[str | int, ...]) -> tuple[Any, Any]:
    """Give what a way ends in, and its last part; None where the way leads nowhere."""
    try:
        return value_at(data, path[:-1]), path[-1]
    except (KeyError, IndexError, TypeError):
        return None, None


def _optional(holder: Data, key: Any, least: dict[str, Data | None]) -> bool:
    """Tell whether a step, a block or a section can do without a key."""
    head = holder.get("technique", holder.get("action"))
    bare = least.get(str(head)) if head is not None else None
    needed = set(bare or ()) | {"steps", "choose", "from", "say", "id", "strokekit", "title", "sections", "technique", "action"}
    return key not in needed
