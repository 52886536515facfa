"""Hypothesis strategies made from declarations: valid steps and valid routines over any catalogue."""

from __future__ import annotations

import copy
from collections.abc import Collection
from typing import Any

from hypothesis import strategies as st

from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.testing.documents import Data, document
from strokekit.testing.drawing import Drawing

TEXTS = ("Slowly", "As before", "Ölmassage", "one: two")


def steps(engine: Engine, technique: str) -> st.SearchStrategy[Data]:
    """Make steps of one technique or action that check without errors, as JSON values.

    Fields and parameters come from its declaration, with values at its limits and between them.

    Raises:
        UsageError: there is no such technique, or no step of it by itself is valid.
    """
    drawing = Drawing(engine)
    if technique not in engine.catalog.techniques:
        raise UsageError(f"there is no technique {technique!r} in this engine")
    if drawing.least(technique) is None:
        raise UsageError(f"no step of {technique!r} by itself was found that checks without errors")
    return _candidate(drawing, technique).map(lambda step: _first(drawing.mended(document(step))))


def _first(data: Data) -> Data:
    step: Data = data["sections"][0]["steps"][0]
    return step


@st.composite
def _candidate(draw: st.DrawFn, drawing: Drawing, technique: str) -> Data:
    """Make a step of a technique with some of its fields: most are valid."""
    step: Data = copy.deepcopy(drawing.least(technique) or {})
    for name, values in draw(_some(drawing.additions(technique))):
        step.setdefault(name, draw(st.sampled_from(values)))
    given = {name: draw(st.sampled_from(values)) for name, values in draw(_some(drawing.parameters(technique)))}
    if given:
        step["with"] = {**given, **step.get("with", {})}
    return step


def _some(options: dict[str, list[Any]]) -> st.SearchStrategy[list[tuple[str, list[Any]]]]:
    if not options:
        return st.just([])
    return st.lists(st.sampled_from(sorted(options.items())), unique_by=lambda item: item[0], max_size=4)


def routines(engine: Engine, *, techniques: Collection[str] = ()) -> st.SearchStrategy[Data]:
    """Make whole routines that check without errors, as JSON values: sections, blocks, choices, loops, cues and steps.

    Args:
        engine: whose catalogue the routines are made for.
        techniques: the ids of the techniques and actions to use; by default those of the plugins, or all if there are none.

    Raises:
        UsageError: a technique does not exist.
    """
    known = engine.catalog.techniques
    strange = [id for id in techniques if id not in known]  # noqa: A001 - the field's word
    if strange:
        raise UsageError(f"there is no technique {strange[0]!r} in this engine")
    chosen = sorted(techniques) or [id for id in known if "." in id] or sorted(known)  # noqa: A001 - the field's word
    drawing = Drawing(engine)
    return _routine(drawing, chosen).map(drawing.mended)


@st.composite
def _routine(draw: st.DrawFn, drawing: Drawing, techniques: list[str]) -> Data:
    step = st.sampled_from(techniques).flatmap(lambda id: _usable(drawing, id))  # noqa: A006 - the field's word
    node = st.one_of(step, step, _block(step), _choice(step))
    listed = draw(st.lists(st.lists(node, min_size=1, max_size=3), min_size=1, max_size=3))
    sections: list[Data] = [{"id": f"part_{at}", "steps": nodes} for at, nodes in enumerate(listed, 1)]
    for section in sections:
        section.update(draw(st.sampled_from([{}, {}, {"position": "prone"}, {"position": "supine"}, {"phase": "warm_up"}])))
    return copy.deepcopy(document(sections=sections))


def _usable(drawing: Drawing, technique: str) -> st.SearchStrategy[Data]:
    """Make a step of a technique, or a spoken one where no step of it stands by itself."""
    if drawing.least(technique) is None:
        return st.just({"say": "Breathe"})
    about = [{}, {}, {"note": TEXTS[0]}, {"optional": True}, {"when": "wanted"}]
    more = st.sampled_from([*about, *({"title": text} for text in TEXTS)])
    return st.builds(lambda step, about: {**step, **about}, _candidate(drawing, technique), more)


def _block(step: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    loops = st.sampled_from([{}, {"repeat": 2}, {"repeat": "2..3"}, {"sides": "each"}, {"order": "any"}, {"rest": "5 s"}])
    return st.builds(lambda nodes, loop: {"steps": nodes, **loop}, st.lists(step, min_size=1, max_size=2), loops)


def _choice(step: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    return st.builds(lambda nodes: {"choose": 1, "from": nodes}, st.lists(step, min_size=2, max_size=3))
