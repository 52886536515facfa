"""Hypothesis strategies for routines with one mistake, each with the code and the place that a checker must report."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from strokekit.diagnostics import Report
from strokekit.diagnostics.codes import CODES
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import Range, Time
from strokekit.plugins.declarations import Technique
from strokekit.testing.documents import Data, Path, document, pointer_of, text_of, value_at
from strokekit.testing.drawing import Drawing
from strokekit.testing.strategies import routines

MARK = "@@here@@"
"""Stands at the place of a mistake while its line and column are found; no routine holds it."""


@attrs.frozen(kw_only=True)
class Planted:
    """A routine file with one mistake, and what must be reported of it. Without the mistake it checks without errors.

    Lines and columns count from 1; both, and `pointer`, lead to the value at fault, or to the key where the key is.
    """

    kind: str
    """What kind of mistake it is, such as `misspelt key`."""
    name: str
    """The name of the code."""
    code: str
    pointer: str
    line: int
    column: int
    text: str
    """The file, as JSON text: YAML readers read it too, and find the same places in it."""
    data: Data

    def reported(self, report: Report) -> bool:
        """Tell whether a report says it: its code, at its place."""
        return any(
            (found.code, found.pointer, found.span.line, found.span.column) == (self.code, self.pointer, self.line, self.column)
            for found in report
            if found.span is not None
        )


Spot: TypeAlias = tuple[Path, str]
"""Where a mistake is reported: at the key there (`KEY`), at the value (nothing), or at this part of the value's text."""
KEY = "@@key@@"
Plant: TypeAlias = Callable[[Data, Path], Spot]
"""Puts a mistake into a document, at a step of it, and says where it is reported."""


def _put(key: str, value: Any, *, inner: Path = (), on: str = "") -> Plant:
    """Make a mistake of a field of a step."""

    def plant(data: Data, at: Path) -> Spot:
        value_at(data, at)[key] = copy.deepcopy(value)
        return (*at, key, *inner), on

    return plant


def _head(step: Data, spot: Path = (), *, on: str = "") -> Plant:
    """Make a mistake of a whole step, put in the place of another."""

    def plant(data: Data, at: Path) -> Spot:
        value_at(data, at[:-1])[at[-1]] = copy.deepcopy(step)
        return (*at, *spot), on

    return plant


def _duplicate(data: Data, at: Path) -> Spot:  # noqa: ARG001 - as every plant
    data["sections"].append({"id": data["sections"][0]["id"], "steps": [{"say": "Again"}]})
    return ("sections", len(data["sections"]) - 1, "id"), ""


def _nameless(data: Data, at: Path) -> Spot:  # noqa: ARG001 - as every plant
    data["sections"].append({"steps": [{"say": "Who am I"}]})
    return ("sections", len(data["sections"]) - 1), ""


def _newer(data: Data, at: Path) -> Spot:  # noqa: ARG001 - as every plant
    data["strokekit"] = 99
    return ("strokekit",), ""


def _strange_key(data: Data, at: Path) -> Spot:  # noqa: ARG001 - as every plant
    data["titel"] = "Test"
    return ("titel",), KEY


PLANTS: dict[str, tuple[str, Plant]] = {
    "misspelt key": ("unknown-key", _put("purpos", "calm", on=KEY)),
    "misspelt key of the document": ("unknown-key", _strange_key),
    "wrong type": ("wrong-type", _put("optional", "maybe")),
    "unknown technique": ("unknown-technique", _head({"technique": "nobody.does_this"}, ("technique",))),
    "unknown action": ("unknown-action", _head({"action": "nobody_does_this"}, ("action",))),
    "unknown region": ("unknown-region", _put("avoid", {"nowhere_at_all": "keep_off"}, inner=("nowhere_at_all",), on=KEY)),
    "reversed range": ("range-upside-down", _put("duration", "5..3 min", on="5..3")),
    "unit missing": ("unit-missing", _put("rest", "5", on="5")),
    "unreadable literal": ("literal", _put("rest", "soon enough", on="enough")),
    "bare decimal": ("bare-float", _put("rest", 1.5)),
    "scale missing": ("scale-missing", _put("cap", "3", on="3")),
    "null": ("null-value", _put("note", None)),
    "duplicate id": ("duplicate-id", _duplicate),
    "missing key": ("missing-key", _nameless),
    "two heads": ("head-ambiguous", _head({"technique": "kneading", "action": "cover", "where": "calf"})),
    "no head": ("head-missing", _head({"where": "calf"})),
    "wrong head": ("wrong-head", _head({"action": "kneading", "where": "calf"}, ("action",))),
    "dose not taken": ("dose-not-taken", _head({"action": "dim_lights", "hold": "5 s"}, ("hold",), on=KEY)),
    "unknown source": ("unknown-source", _put("source", "nobody")),
    "unknown value": ("unknown-value", _put("rest", "$nobody", on="nobody")),
    "avoid without a rule": ("avoid-without-rule", _put("avoid", "spine")),
    "not one of": ("not-one-of", _put("priority", "urgent")),
    "newer version": ("version-unknown", _newer),
}
"""Kind of mistake → the name of its code, and how it is made, whatever the catalogue."""


def near_invalid(engine: Engine, *, kinds: tuple[str, ...] = ()) -> st.SearchStrategy[Planted]:
    """Make routines with one mistake over any catalogue, each with what a checker must report of it.

    Args:
        engine: whose catalogue the routines are made for.
        kinds: the kinds of mistakes to make, of `PLANTS` and of those that hang on techniques: `dose missing`,
            `dose outside limits`. By default all that the catalogue has room for.

    Raises:
        UsageError: a kind does not exist, or no technique has room for it.
    """
    drawing = Drawing(engine)
    makers = {**{kind: _general(engine, kind) for kind in PLANTS}, **dict(_special(drawing))}
    chosen = {kind: maker for kind, maker in makers.items() if not kinds or kind in kinds}
    if not chosen or not set(kinds) <= set(chosen):
        raise UsageError(f"this catalogue has no room for {', '.join(sorted(set(kinds) - set(chosen)))}")
    return st.sampled_from(sorted(chosen)).flatmap(chosen.__getitem__)


@st.composite
def _general(draw: st.DrawFn, engine: Engine, kind: str) -> Planted:
    name, plant = PLANTS[kind]
    data = copy.deepcopy(draw(routines(engine)))
    at = draw(st.sampled_from(list(_steps(data["sections"], ("sections",)))))
    return _planted(kind, name, data, plant(data, at))


def _steps(nodes: list[Data], path: Path) -> Iterator[Path]:
    """Go through the ways to the steps of a routine that are no blocks."""
    for at, node in enumerate(nodes):
        inner = next((key for key in ("steps", "from") if key in node), None)
        if inner is None:
            yield (*path, at)
        else:
            yield from _steps(node[inner], (*path, at, inner))


def _special(drawing: Drawing) -> Iterator[tuple[str, st.SearchStrategy[Planted]]]:
    """Give the mistakes that only some techniques have room for."""
    known = drawing.engine.catalog.techniques
    chosen = [id for id in known if "." in id] or list(known)  # noqa: A001 - the field's word
    needing = [id for id in chosen if any(takes.needs for takes in known[id].takes.values())]  # noqa: A001 - the field's word
    bounded = [(id, *over) for id in chosen for over in _beyond(drawing, known[id])]  # noqa: A001 - the field's word
    if needing:
        yield "dose missing", st.sampled_from(needing).map(lambda id: _missing(drawing, id))  # noqa: A006 - the field's word
    if bounded:
        yield "dose outside limits", st.sampled_from(bounded).map(lambda case: _outside(drawing, *case))


def _missing(drawing: Drawing, id: str) -> Planted:  # noqa: A002 - the field's word
    technique = drawing.technique(id)
    head = {"technique" if technique.hands_on else "action": id}
    data = document({"say": "Breathe"}, head)
    return _planted("dose missing", "dose-missing", data, (("sections", 0, "steps", 1), ""))


def _beyond(drawing: Drawing, technique: Technique) -> Iterator[tuple[str, Any]]:
    """Give counts and times above the limits of a technique."""
    for name, takes in technique.takes.items():
        kind = DOSE[name].kind
        if takes.limits is None or kind not in ("count", "duration"):
            continue
        read = drawing.engine.catalog.literals.read(kind, takes.limits).value
        if isinstance(read, Range) and read.max is not None and read.each is None:
            yield name, f"{read.max.ms + 1_000} ms" if isinstance(read.max, Time) else read.max + 1


def _outside(drawing: Drawing, id: str, name: str, value: Any) -> Planted:  # noqa: A002 - the field's word
    least = drawing.least(id)
    assume(least is not None)
    data = document({"say": "Breathe"}, {**copy.deepcopy(least or {}), name: value})
    return _planted("dose outside limits", "dose-outside-limits", data, (("sections", 0, "steps", 1, name), ""))


def _planted(kind: str, name: str, data: Data, spot: Spot) -> Planted:
    line, column = _place(data, *spot)
    pointer = pointer_of(spot[0])
    code = CODES[name].number
    return Planted(kind=kind, name=name, code=code, pointer=pointer, line=line, column=column, text=text_of(data), data=data)


def _place(data: Data, path: Path, on: str) -> tuple[int, int]:
    """Find line and column of a spot by putting a mark in its place: no reader of strokekit is asked."""
    marked = copy.deepcopy(data)
    holder = value_at(marked, path[:-1])
    if on == KEY:
        items = [(MARK if key == path[-1] else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(items)
    else:
        holder[path[-1]] = MARK
    before = text_of(marked).partition(f'"{MARK}"')[0]
    within = 1 + str(value_at(data, path)).index(on) if on not in ("", KEY) else 0
    return before.count("\n") + 1, len(before) - before.rfind("\n") + within
