"""Faults of a shape → diagnostics with a code, a suggestion and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.formats.locating import Wrong
from strokekit.formats.pointer import join
from strokekit.formats.schema import Fault, Path
from strokekit.literals import KINDS
from strokekit.literals.fields import DOSE
from strokekit.plugins.spelling import closest
from strokekit.reading import care_shapes, envelope, outlines, shapes, step_shapes, vocabulary_shapes
from strokekit.reading.context import Reading
from strokekit.reading.repairs import did_you_mean, replace_key, replace_value
from strokekit.reading.shape import Held, Misfit, follow, parent

_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "object": "a mapping",
    "array": "a list",
}
_FORMS = {
    outlines.ID: "an id: small letters, digits and `_`, such as `upper_back`",
    outlines.PLAIN_ID: "an id: small letters, digits and `_`, such as `upper_back`",
    outlines.OWN_KEY: "an id: small letters, digits and `_`, such as `upper_back`",
    outlines.LANGUAGE: "a language tag such as `en` or `pt-BR`",
    outlines.LANGUAGE_KEY: "a language tag such as `en` or `pt-BR`",
    care_shapes.AT: "a moment such as `start`, `end`, `40%`, `20 s`, `-10 s`, `every 2 min` or `each repeat`",
    care_shapes.RULE: f"{', '.join(f'`{rule}`' for rule in care_shapes.RULES)}, `no <technique or family>` or `at_most <level>`",
    shapes.MEMBERS: "`all`, a number, `1..2`, or a list of numbers",
    step_shapes.INCLUDE: "a part of this file (`leg`), a file (`./legs.routine.yaml#leg`) or a plugin's part (`thai.opening`)",
    vocabulary_shapes.LEVEL: "a level such as `3`, or `3..4`",
    vocabulary_shapes.LEVEL_KEY: "a level such as `3`",
    vocabulary_shapes.END: "a level such as `3`",
    envelope.THING_KEY: "the id of a thing, such as `heat_pack`",
}
"""Pattern → what to write."""
_TAKEN = {
    form.shape["pattern"]: form.takes
    for kind in KINDS.values()
    if kind.long
    for form in kind.long.keys.values()
    if "pattern" in form.shape
}
"""Pattern → what a key of a long form takes."""
_WORDS = {
    care_shapes.AT: ("start", "end", "pressure_rise", "side_change", "leaving", "often", "each repeat"),
    care_shapes.RULE: care_shapes.RULES,
}
"""Pattern → the words among what it takes."""
_ONLY = frozenset({"words", "booking", "defaults", "parameters"})
"""Titles of things of which a node has one: they are called by their key."""
_EMPTY = ("minItems", "minProperties", "not")
MANY = 24
"""How many words a message lists; a longer list is no help."""


def report_faults(reading: Reading, misfits: Iterable[Misfit]) -> None:
    """Say the faults of shape that no literal has said already.

    A key that is missing only because it is misspelt is said once, as the misspelt key.
    """
    left = [misfit for misfit in misfits if not _covered(misfit.pointer, reading.said)]
    spelt: set[str] = set()
    for misfit in left:
        if misfit.fault.keyword in ("additionalProperties", "unevaluatedProperties"):
            spelt.add(_unexpected(reading, misfit))
    for misfit in left:
        _Said(reading, misfit.held, misfit.fault, misfit.pointer).say(spelt)


def _covered(place: str, said: set[str]) -> bool:
    """Tell whether a place is one, or lies below one, whose literal has spoken."""
    return bool(said) and (place in said or any(place[:end] in said for end, sign in enumerate(place) if sign == "/"))


def _unexpected(reading: Reading, misfit: Misfit) -> str:
    """Say a key that is not expected, and give the pointer of the one that is meant; the key's own where none is."""
    held, fault = misfit.held, misfit.fault
    key = fault.params["unexpected"][0]
    at = join(misfit.pointer, key)
    shape = parent(held.schema, fault)
    if not fault.path and held.technique and key in DOSE:
        facts = {"technique": held.technique, "key": key}
        reading.wrong(Wrong("dose-not-taken", at, on="key", facts=facts, hints=_taken(shape)))
        return at
    known = [name for name in shape.get("properties", ()) if name not in _value(held.data, fault.path)]
    near = closest(key, tuple(known))
    hints = did_you_mean(near) or ((f"keys are {_list(known)}",) if 0 < len(known) <= MANY else ())
    where = held.where if not fault.path else _called(shape, fault.path)
    fix = replace_key(reading.document, at, near) if near else None
    reading.wrong(Wrong("unknown-key", at, on="key", facts={"key": key, "where": where}, hints=hints, fix=fix))
    return join(misfit.pointer, near or key)


def _taken(shape: Mapping[str, Any]) -> tuple[str, ...]:
    taken = [key for key in shape["properties"] if key in DOSE]
    return (f"it takes {_list(taken)}",) if taken else ()


@attrs.frozen
class _Said:
    """One fault on its way to a diagnostic."""

    reading: Reading
    held: Held
    fault: Fault
    pointer: str

    def say(self, spelt: set[str]) -> None:
        fault = self.fault
        match fault.keyword:
            case "additionalProperties" | "unevaluatedProperties":
                return
            case "required":
                self._missing(str(fault.params["missing"]), spelt)
            case "type":
                self._type()
            case "enum" | "const":
                self._word()
            case "pattern":
                self._form()
            case "propertyNames":
                self._name(str(fault.params["name"]))
            case _:
                self._wrong("outside-bounds", key=self.key, problem=_bound(fault))

    @property
    def key(self) -> str:
        """The nearest key on the way to the fault."""
        parts = (*self.held.pointer.split("/"), *self.fault.path)
        return next((part for part in reversed(parts) if isinstance(part, str) and not part.isdecimal()), "")

    @property
    def found(self) -> Any:
        return _value(self.held.data, self.fault.path)

    @property
    def kind(self) -> str:
        """The kind of literal that is expected there; empty if none is."""
        title = str(parent(self.held.schema, self.fault).get("title"))
        return title if title in KINDS else ""

    def _wrong(self, name: str, *, hints: tuple[str, ...] = (), fix: Any = None, **facts: Any) -> None:
        self.reading.wrong(Wrong(name, self.pointer, facts=facts, hints=hints, fix=fix))

    def _missing(self, missing: str, spelt: set[str]) -> None:
        if join(self.pointer, missing) in spelt:
            return
        shape = parent(self.held.schema, self.fault)
        where = self.held.where if not self.fault.path else _called(shape, self.fault.path)
        self._wrong("missing-key", where=where, key=missing)

    def _type(self) -> None:
        wanted = _wanted(self.held.schema, self.fault)
        if isinstance(self.found, list) and "array" not in wanted and "string" in wanted:
            self._wrong("list-not-allowed", hints=self._joined(self.found), key=self.key)
            return
        expected = " or ".join(_TYPES[name] for name in wanted)
        hints = self._rather
        self._wrong("wrong-type", hints=hints, key=self.key, expected=expected, found=_described(self.found))

    @property
    def _rather(self) -> tuple[str, ...]:
        """What to write, where a literal or a form is expected."""
        pattern = str(parent(self.held.schema, self.fault).get("pattern"))
        expected = KINDS[self.kind].expected if self.kind else _FORMS.get(pattern)
        return (f"write {expected}",) if expected else ()

    def _joined(self, items: list[Any]) -> tuple[str, ...]:
        """Say what may be meant by a list: one of them, or all together, as far as the literal has words for it."""
        if not self.kind or not items or not all(isinstance(item, (str, int)) for item in items):
            return self._rather
        ways = [word.join(map(str, items)) for word in (" or ", " and ")]
        fit = [f"`{way}`" for way in ways if not self.reading.literals.read(self.kind, way).mistakes]
        return (f"did you mean {', or '.join(dict.fromkeys(fit))}?",) if fit else self._rather

    def _word(self) -> None:
        value = self.fault.value
        listed = value if isinstance(value, list) else [value]
        options = [str(option).lower() if isinstance(option, bool) else str(option) for option in listed]
        found = self.found
        words = tuple(option for option in options if option.isidentifier() or " " in option)
        near = closest(found, words) if isinstance(found, str) else None
        more = "".join(f", or {_TYPES[name]}" for name in _wanted(self.held.schema, self.fault))
        shown = _list(options[:MANY]) + more
        fix = replace_value(self.reading.document, self.pointer, near) if near else None
        facts = {"key": self.key, "options": shown, "found": _described(found)}
        self._wrong("not-one-of", hints=did_you_mean(near), fix=fix, **facts)

    def _form(self) -> None:
        pattern = str(self.fault.value)
        near = closest(str(self.found), _WORDS.get(pattern, ()))
        fix = replace_value(self.reading.document, self.pointer, near) if near else None
        facts = {"key": self.key, "found": _described(self.found), "expected": expected_form(pattern, self.kind)}
        self._wrong("wrong-form", hints=did_you_mean(near), fix=fix, **facts)

    def _name(self, name: str) -> None:
        pattern = str(self.fault.value.get("pattern", ""))
        facts = {"key": self.key, "found": f"`{name}`", "expected": _FORMS.get(pattern, "an id such as `upper_back`")}
        self.reading.wrong(Wrong("wrong-form", join(self.pointer, name), on="key", facts=facts))


def expected_form(pattern: str, kind: str = "") -> str:
    """Say what to write where a text breaks a pattern: of a kind of literal, if that is expected there.

    >>> expected_form("", "percent"), expected_form(r"^[0-9]+$")
    ('a share such as `40%` or `40..50%`', '`^[0-9]+$`')
    """
    return KINDS[kind].expected if kind else _FORMS.get(pattern) or _TAKEN.get(pattern, f"`{pattern}`")


def _bound(fault: Fault) -> str:
    if fault.keyword in _EMPTY:
        return "needs at least one entry"
    if fault.keyword == "uniqueItems":
        return "names one thing twice"
    words = {"minLength": "may not be empty", "minimum": f"starts at {fault.value}", "maximum": f"ends at {fault.value}"}
    return words.get(fault.keyword, f"breaks the rule `{fault.keyword}`")


def _wanted(schema: Mapping[str, Any], fault: Fault) -> list[str]:
    """List the JSON types that may stand at a fault: those of the form that was tried, and those of the forms before it.

    A form that asks for more than a type, such as the name of a value, does not speak for all of that type.
    """
    own = fault.value if fault.keyword == "type" else []
    wanted = [*([own] if isinstance(own, str) else own)]
    way = fault.schema_path[:-1]
    while way and way[-1] == "else":
        tried = follow(schema, way[:-1]).get("if", {})
        wanted += [tried["type"]] if tried.keys() == {"type"} else []
        way = way[:-1]
    return wanted


def _value(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _called(shape: Mapping[str, Any], path: Path) -> str:
    """Say what a message calls the thing at `path`: by its title, or where it is a literal by its key."""
    title = str(shape.get("title", ""))
    if not title or title in KINDS or title in _ONLY:
        return f"`{next((part for part in reversed(path) if isinstance(part, str)), '')}`"
    return f"{'an' if title[0] in 'aeiou' else 'a'} {title}"


def _list(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _described(found: Any) -> str:
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, str):
        shown = found if len(found) <= LONGEST else f"{found[:LONGEST]}…"
        plain = found[:1].isalpha() and found not in ("true", "false")  # what could be taken for another type is called a text
        return f"`{shown}`" if plain else f"the text `{shown}`"
    return "a list" if isinstance(found, list) else "a mapping" if isinstance(found, Mapping) else f"`{found}`"


LONGEST = 40
"""How much of a text a message repeats."""
