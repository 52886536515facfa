"""What can be wrong in a declaration that a catalogue was made of: literals that can't be read, words that nobody contributes.

Literals of declarations are read when a step needs them, so that a start costs no parsing; one that can't be read counts as not
given. Here all of them are read, for whoever wants to know beforehand: `strokekit plugins --load`, strict engines, the test kit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from strokekit.diagnostics import Diagnostic, Report, Severity
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.literals import Mistake
from strokekit.literals.fields import DOSE
from strokekit.literals.kinds import KINDS
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Demand, Match, NamedQuantity, Parameter, Region, Rule, Technique
from strokekit.plugins.discovery import BUILTIN, Owner, broken
from strokekit.plugins.literal_names import LITERAL_TYPES

_Wrong: TypeAlias = "tuple[tuple[str | int, ...], Mistake]"
_LISTS = {"technique": "techniques", "region": "regions", "namedquantity": "quantities", "scale": "scales", "rule": "rules"}


@attrs.frozen(kw_only=True)
class Doubt:
    """Something in a declaration that does not hold: which declaration, where in it, what is wrong, and what may be meant."""

    kind: str
    id: str
    path: tuple[str | int, ...]
    mistake: Mistake


def examine(catalog: Catalog, parts: Iterable[tuple[str, Diagnostic]] = ()) -> Report:
    """Report everything that is wrong with what plugins declare, the problems of the catalogue included.

    `parts` are the findings in parts of routines, each with the namespace of its plugin.
    """
    found = [_placed(catalog, doubt) for doubt in doubts(catalog)]
    found += [_owned(catalog, namespace, one) for namespace, one in parts]
    return Report.of((*catalog.problems, *found))


def doubts(catalog: Catalog) -> Iterator[Doubt]:
    """Find what is wrong in the declarations of plugins; what strokekit ships is held by its own tests."""
    finders: dict[str, tuple[Mapping[str, Any], Callable[[Catalog, Any], Iterator[_Wrong]]]] = {
        "technique": (catalog.techniques, _technique),
        "region": (catalog.regions, _region),
        "namedquantity": (catalog.quantities, _quantity),
        "rule": (catalog.rules, _rule),
    }
    for kind, (entries, finder) in finders.items():
        for name, entry in entries.items():
            if catalog.owners[f"{kind}:{name}"].namespace != BUILTIN:
                yield from (Doubt(kind=kind, id=name, path=path, mistake=wrong) for path, wrong in finder(catalog, entry))


def _literal(catalog: Catalog, id_: str, kind: str, written: Any, *path: str | int) -> Iterator[_Wrong]:
    if written is None:
        return
    for mistake in catalog.literals_of(id_).read(kind, written).mistakes:
        yield (*path, *mistake.path), mistake


def _word(catalog: Catalog, group: str, word: str, *path: str | int) -> Iterator[_Wrong]:
    if catalog.find(group, word) is None:
        near = catalog.suggest(group, word)
        facts = {"problem": f"`{word}` is no {group} of the catalogue", "expected": f"a {group} that somebody contributes"}
        yield path, Mistake(name="literal", facts=facts, hints=(f"did you mean `{near}`?",) if near else ())


def _technique(catalog: Catalog, technique: Technique) -> Iterator[_Wrong]:
    for name, takes in technique.takes.items():
        kind = DOSE[name].kind
        for key in ("limits", "default") if kind in KINDS else ():
            yield from _literal(catalog, technique.id, kind, getattr(takes, key), "takes", name, key)
    for name, parameter in technique.parameters.items():
        yield from _parameter(catalog, technique.id, parameter, "parameters", name)
    timing = technique.timing
    if timing is not None:
        for key, kind in (("time", "duration"), ("passes", "count"), ("spots", "count")):
            yield from _literal(catalog, technique.id, kind, getattr(timing, key), "timing", key)


def _parameter(catalog: Catalog, id_: str, parameter: Parameter, *path: str | int) -> Iterator[_Wrong]:
    if parameter.type in LITERAL_TYPES:
        for key in ("limits", "default"):
            yield from _literal(catalog, id_, parameter.type, getattr(parameter, key), *path, key)
        return
    given, expected = parameter.default, _plain_default(parameter)
    if given is not None and expected:
        facts = {"problem": f"`{given}` is no {parameter.type} that it may be", "expected": expected}
        yield (*path, "default"), Mistake(name="literal", facts=facts)


def _plain_default(parameter: Parameter) -> str:
    """Say what the default of a plain parameter should be; empty where it fits."""
    fits = {
        "choice": (parameter.default in parameter.choices, f"one of {', '.join(f'`{choice}`' for choice in parameter.choices)}"),
        "boolean": (isinstance(parameter.default, bool), "`true` or `false`"),
        "text": (isinstance(parameter.default, str), "a text"),
    }
    fit, expected = fits[parameter.type]
    return "" if fit else expected


def _region(catalog: Catalog, region: Region) -> Iterator[_Wrong]:
    for index, pose in enumerate(region.positions):
        yield from _word(catalog, "pose", pose, "positions", index)
    yield from _literal(catalog, region.id, "length", region.length or None, "length")


def _quantity(catalog: Catalog, quantity: NamedQuantity) -> Iterator[_Wrong]:
    yield from _literal(catalog, quantity.id, quantity.of, quantity.amount, "amount")
    named = getattr(catalog.literals_of(quantity.id).read(quantity.of, quantity.amount).value, "vague", None)
    if named:
        facts = {"problem": f"`{named}` is the name of a quantity, and its numbers are not taken", "expected": "numbers"}
        yield ("amount",), Mistake(name="literal", facts=facts, hints=("write its numbers here",))


_MATCHED = {"family": "family", "tool": "tool", "thing": "thing", "region": "region", "position": "pose", "purpose": "purpose",
    "surface": "thing", "drape": "thing"}  # fmt: skip


def _rule(catalog: Catalog, rule: Rule) -> Iterator[_Wrong]:
    demand = rule.check
    if not isinstance(demand, Demand):
        return
    yield from _match(catalog, demand.applies, "applies")
    for key in ("requires", "forbids"):
        for index, clause in enumerate(getattr(demand, key)):
            yield from _match(catalog, clause, key, index)
    for name, limit in demand.limits.items():
        kind = DOSE[name].kind if name in DOSE else kind_of_parameter(catalog, demand, name)
        yield from _literal(catalog, rule.id, kind, limit, "limits", name)


def kind_of_parameter(catalog: Catalog, demand: Demand, name: str) -> str:
    """Give the kind of the literals of a parameter that a rule limits: that of a technique which has it, else an amount."""
    if name == "temperature":
        return "temperature"
    known = [catalog.techniques[id_] for id_ in demand.applies.technique if id_ in catalog.techniques]
    types = [technique.parameters[name].type for technique in known if name in technique.parameters]
    return types[0] if types and types[0] in LITERAL_TYPES else "quantity"


def _match(catalog: Catalog, match: Match, *path: str | int) -> Iterator[_Wrong]:
    for index, name in enumerate(match.technique):
        if name not in catalog.techniques:
            near = catalog.suggest("technique", name) or catalog.suggest("action", name)
            facts = {"problem": f"there is no technique `{name}`", "expected": "the id of a technique or an action"}
            hints = (f"did you mean `{near}`?",) if near else ()
            yield (*path, "technique", index), Mistake(name="literal", facts=facts, hints=hints)
    for key, group in _MATCHED.items():
        for index, word in enumerate(getattr(match, key)):
            yield from _word(catalog, group, word, *path, key, index)


def _placed(catalog: Catalog, doubt: Doubt) -> Diagnostic:
    """Make the diagnostic of a doubt, at its place in the data file of its plugin, if it came from one."""
    owner = catalog.owners[f"{doubt.kind}:{doubt.id}"]
    bare = doubt.id.removeprefix(f"{owner.namespace}.")
    for document in catalog.documents.get(owner.namespace, ()):
        at = _pointer(document, _LISTS[doubt.kind], bare)
        if at is not None:
            return _owned(catalog, owner.namespace, _located(document, at, doubt))
    words = str(doubt.mistake.facts.get("problem", "")) or _said(doubt.mistake)
    return broken(owner, f"in the {_LISTS[doubt.kind]}, `{bare}`: `{'.'.join(map(str, doubt.path))}`: {words}")


def _located(document: Document, at: str, doubt: Doubt) -> Diagnostic:
    pointer, mistake = at, doubt.mistake
    for part in doubt.path:
        below = join(pointer, part)
        pointer = below if _stands(document, below) else pointer
    inner = (mistake.start, mistake.end) if mistake.end is not None else None
    return locate(document, Wrong(mistake.name, pointer, inner=inner, facts=mistake.facts, hints=mistake.hints))


def _stands(document: Document, pointer: str) -> bool:
    try:
        document.value(pointer)
    except KeyError:
        return False
    return True


def _pointer(document: Document, key: str, name: str) -> str | None:
    listed = document.data.get(key)
    for index, one in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(one, Mapping) and one.get("id") == name:
            return join("", key, index)
    return None


def _said(mistake: Mistake) -> str:
    from strokekit.diagnostics import diagnose

    return diagnose(mistake.name, facts=mistake.facts).message


def _owned(catalog: Catalog, namespace: str, found: Diagnostic) -> Diagnostic:
    """Name the plugin, and take the weight off: nothing in a plugin's file makes a routine invalid by itself."""
    owner = next((one for one in catalog.plugins if one.namespace == namespace), Owner(namespace))
    hints = (*found.hints, f"this stands in the plugin {owner}")
    facts = {**found.facts, "plugin": str(owner), "namespace": namespace}
    return attrs.evolve(found, severity=Severity.WARNING, hints=hints, facts=facts)
