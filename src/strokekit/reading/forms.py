"""What an input form for a step needs: for each dose field and parameter of a technique what to draw, and what may be entered.

Values are entered as a routine file writes them, so that what comes out of a form is a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from strokekit.literals.fields import DOSE
from strokekit.literals.kinds import KINDS
from strokekit.model.amounts import Range, Time
from strokekit.model.place import SIDE_WORDS
from strokekit.model.touch import Pressure
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Parameter, Takes, Technique
from strokekit.reading.outlines import Shape, literal
from strokekit.reading.schema import head_of
from strokekit.reading.step_shapes import deed_shape, plain

VOCABULARIES: Mapping[str, str] = {
    "tool": "tool",
    "things": "thing",
    "size": "size",
    "tempo": "tempo",
    "pattern": "shape",
    "until": "sign",
}
"""Kind of literal → the vocabulary whose words may stand in it."""
WIDGETS: Mapping[str, str] = {
    "count": "range",
    "duration": "range",
    "percent": "range",
    "quantity": "range",
    "place": "region",
    "path": "regions",
    "placement": "text",
    "pattern": "suggest",
    "direction": "text",
    "stages": "steps",
    "side": "choice",
    "tool": "suggest",
    "things": "suggest",
    "size": "suggest",
    "pressure": "suggest",
    "tempo": "suggest",
    "until": "suggest",
    "word": "choice",
    "choice": "choice",
    "boolean": "checkbox",
    "text": "text",
}
"""Kind of literal or type of parameter → what to draw. `suggest` is a text with suggestions, `range` one number or two."""


def form(catalog: Catalog, technique: Technique) -> tuple[dict[str, Any], ...]:
    """Describe the fields of an input form for a step of a technique, dose fields first, as JSON.

    >>> from strokekit import Engine
    >>> catalog = Engine().catalog
    >>> [field["name"] for field in form(catalog, catalog.techniques["dim_lights"])]
    ['duration', 'share', 'rest', 'thing']
    """
    shapes = deed_shape(technique, head_of(technique))["properties"]
    dose = [_dose(catalog, technique, name, takes, shapes[name]) for name, takes in technique.takes.items() if name in shapes]
    own = shapes["with"]["properties"] if technique.parameters else {}
    more = [_parameter(catalog, technique, name, parameter, own[name]) for name, parameter in technique.parameters.items()]
    return (*dose, *more)


def _dose(catalog: Catalog, technique: Technique, name: str, takes: Takes, shape: Shape) -> dict[str, Any]:
    field = DOSE[name]
    kind = KINDS.get(field.kind)
    given = {
        "name": name,
        "in": "step",
        "type": field.kind,
        "title": {"en": name.replace("_", " ").capitalize()},
        "summary": {"en": field.means},
        "required": takes.needs and takes.default is None,
        "one_of": next((list(group) for group in technique.one_of if name in group), []),
        "list": field.listed,
        "choices": _words(field.words) if field.kind == "word" else choices(catalog, field.kind),
        "examples": list(kind.examples) if kind else list(field.words),
    }
    return {**given, **_value(catalog, technique, field.kind, takes.default, takes.limits), "schema": shape}


def _parameter(catalog: Catalog, technique: Technique, name: str, parameter: Parameter, shape: Shape) -> dict[str, Any]:
    kind = KINDS.get(parameter.type)
    given = {
        "name": name,
        "in": "with",
        "type": parameter.type,
        "title": _text(parameter.title) or {"en": name.replace("_", " ").capitalize()},
        "summary": _text(parameter.summary),
        "required": parameter.needs and parameter.default is None,
        "one_of": [],
        "list": False,
        "choices": _words(parameter.choices) if parameter.type == "choice" else choices(catalog, parameter.type),
        "examples": list(kind.examples) if kind else list(parameter.choices[:1]),
    }
    return {**given, **_value(catalog, technique, parameter.type, parameter.default, parameter.limits), "schema": shape}


def _value(catalog: Catalog, technique: Technique, kind: str, default: Any, limits: Any) -> dict[str, Any]:
    return {
        "widget": WIDGETS[kind],
        "pattern": literal(KINDS[kind])["pattern"] if kind in KINDS else None,
        "default": plain(default),
        "limits": _limits(catalog, technique, kind, limits),
    }


def _limits(catalog: Catalog, technique: Technique, kind: str, written: Any) -> dict[str, Any] | None:
    """Give limits as numbers: times in milliseconds, exact decimals as texts, levels with their scale."""
    if written is None:
        return None
    shown = {"written": plain(written), "min": None, "max": None, "unit": None}
    value = catalog.literals_of(technique.id).read(kind, written).value if kind in KINDS else None
    unit: str | None = None
    if isinstance(value, Pressure):
        level = value.options[0][0].level
        value, unit = (level.levels, level.scale) if level is not None else (None, None)
    if not isinstance(value, Range):
        return shown
    timed = isinstance(value.min, Time) or isinstance(value.max, Time)
    return {**shown, "min": _number(value.min), "max": _number(value.max), "unit": "ms" if timed else unit or value.unit}


def _number(end: Any) -> Any:
    if isinstance(end, Time):
        return None if end.breaths else end.ms
    return format(end, "f") if isinstance(end, Decimal) else end


def choices(catalog: Catalog, kind: str) -> list[dict[str, Any]]:
    """Give the words of a kind with their titles; where the widget is `suggest`, other values may be written too.

    >>> from strokekit import Engine
    >>> choices(Engine().catalog, "side")[0]
    {'value': 'left', 'title': {'en': 'left'}}
    """
    if kind == "side":
        return _words(SIDE_WORDS)
    if kind == "pressure":
        return _words(dict.fromkeys(word for scale in catalog.scales.values() for word in scale.words))
    entries = catalog.words.get(VOCABULARIES.get(kind, ""), {})
    return [{"value": word.id, "title": _text(word.title)} for word in entries.values()]


def _words(words: Iterable[str]) -> list[dict[str, Any]]:
    return [{"value": word, "title": {"en": word.replace("_", " ")}} for word in words]


def _text(text: Any) -> dict[str, str]:
    return dict(text) if isinstance(text, Mapping) else {"en": text} if text else {}
