"""The options of a renderer as a caller gives them → the values that it gets: typed, held against the declaration, all there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.errors import UsageError
from strokekit.literals import Literals
from strokekit.model.amounts import Range, Time
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Parameter, Renderer
from strokekit.plugins.keeping import keeps_to
from strokekit.plugins.spelling import closest
from strokekit.rendering.messages import choose

_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def settled(renderer: Renderer, catalog: Catalog, given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give every option of a renderer a value: what is given, else its default, else None.

    A value may be given as a text, as on a command line. `text` and `choice` are texts, `boolean` is true or false, `count` a
    whole number, `duration` whole milliseconds; all other types are the values of the literals.

    Raises:
        UsageError: there is no such option, one that is needed is missing, or a value is not what the option takes.
    """
    for name in given:
        if name not in renderer.options:
            raise UsageError(_unknown(renderer, str(name)))
    literals = catalog.literals_of(renderer.id)
    return FrozenMap({name: _value(renderer, literals, name, given) for name in renderer.options})


def _unknown(renderer: Renderer, name: str) -> str:
    near = closest(name, tuple(renderer.options))
    known = ", ".join(renderer.options)
    hint = f"did you mean {near}?" if near else f"there are {known}" if known else "it has none"
    return f"the renderer {renderer.id!r} has no option {name!r}: {hint}"


def _value(renderer: Renderer, literals: Literals, name: str, given: Mapping[str, Any]) -> Any:
    option = renderer.options[name]
    written = given.get(name)
    written = option.default if written is None else written
    if written is None:
        if option.needs:
            raise UsageError(f"the renderer {renderer.id!r} needs the option {name!r}, {taken(option)}")
        return None
    value = _read(option, literals, written)
    if value is None:
        raise UsageError(said_misfit(renderer.id, name, taken(option), written))
    return value


def said_misfit(renderer: str, name: str, expected: str, found: Any) -> str:
    """Say that an option has a value which it does not take.

    >>> said_misfit("ics", "start", "an instant", "soon")
    "the option 'start' of the renderer 'ics' takes an instant, not 'soon'"
    """
    return f"the option {name!r} of the renderer {renderer!r} takes {expected}, not {found!r}"


def taken(option: Parameter) -> str:
    """Say what an option takes.

    >>> taken(Parameter(type="count", limits="1..8"))
    'a whole number within 1..8'
    """
    kinds = {
        "text": "a text",
        "count": "a whole number",
        "duration": "a time such as `10 min`",
        "quantity": "an amount",
        "boolean": "true or false",
        "choice": f"one of {', '.join(option.choices)}",
        "place": "a place",
        "pressure": "a pressure",
    }
    return kinds[option.type] + (f" within {option.limits}" if option.limits is not None else "")


def _read(option: Parameter, literals: Literals, written: Any) -> Any:
    """Read a value; None where it is not what the option takes."""
    match option.type:
        case "text":
            return written if isinstance(written, str) else None
        case "choice":
            return written if written in option.choices else None
        case "boolean":
            return written if isinstance(written, bool) else _YES.get(str(written).lower())
    return _literal(option, literals, written)


def _literal(option: Parameter, literals: Literals, written: Any) -> Any:
    if isinstance(written, bool):
        return None
    if option.type == "duration" and type(written) is int:  # a program's own milliseconds
        written = f"{written} ms"
    value = literals.read(option.type, written).value if isinstance(written, (str, int, Mapping)) else None
    limits = None if option.limits is None else literals.read(option.type, option.limits).value
    if isinstance(value, Range) and isinstance(limits, Range) and not keeps_to(value, limits):
        return None
    return value if option.type not in ("count", "duration") else _one(value)


def _one(value: Any) -> int | None:
    """Take one number, or one time that is not counted in breaths."""
    if not isinstance(value, Range) or not value.exact:
        return None
    if isinstance(value.min, Time):
        return None if value.min.breaths else value.min.ms
    return value.min if isinstance(value.min, int) else None


def schema_of(renderer: Renderer) -> dict[str, Any]:
    """Give the JSON Schema of a renderer's options, for forms and for services that take them from others.

    >>> option = Parameter(type="boolean", title="Sound", default=True)
    >>> made = Renderer(id="r", title="R", media_type="text/plain", suffix=".txt", render=str, options={"sound": option})
    >>> schema_of(made)["properties"]
    {'sound': {'title': 'Sound', 'type': 'boolean', 'default': True}}
    """
    needed = [name for name, option in renderer.options.items() if option.needs and option.default is None]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _english(renderer.title),
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _shape(option) for name, option in renderer.options.items()},
        **({"required": needed} if needed else {}),
    }


def _shape(option: Parameter) -> dict[str, Any]:
    plain: dict[str, dict[str, Any]] = {
        "boolean": {"type": "boolean"},
        "choice": {"enum": list(option.choices)},
        "count": {"type": ["integer", "string"]},
        "duration": {"type": ["integer", "string"]},
    }
    words = {"title": _english(option.title), "description": _english(option.summary)}
    default = {} if option.default is None else {"default": option.default}
    return {**{key: text for key, text in words.items() if text}, **plain.get(option.type, {"type": "string"}), **default}


def _english(text: Any) -> str:
    return choose(text, ("en",))
