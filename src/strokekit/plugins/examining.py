"""What can be wrong in a declaration that a catalogue was made of: literals that can't be read, words that nobody contributes.

Literals of declarations are read when a step needs them, so that a start costs no parsing; one that can't be read counts as not
given. Here all of them are read, for whoever wants to know beforehand: `strokekit plugins --load`, strict engines, the test kit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from strokekit.diagnostics import Diagnostic, Report, diagnose
from strokekit.literals import Mistake
from strokekit.literals.fields import DOSE
from strokekit.literals.kinds import KINDS
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import (
    Demand,
    LoadLimits,
    Match,
    NamedQuantity,
    Parameter,
    Region,
    Renderer,
    Rule,
    Scale,
    Takes,
    Technique,
)
from strokekit.plugins.discovery import BUILTIN, Owner, broken
from strokekit.plugins.fluency import Junk, junk
from strokekit.plugins.keeping import keeps_to
from strokekit.plugins.literal_names import LITERAL_TYPES
from strokekit.plugins.placing import SECTIONS, Doubt, located, owned, placed
from strokekit.plugins.spelling import CERTAIN, closest

_Wrong: TypeAlias = "tuple[tuple[str | int, ...], Mistake]"


def examine(catalog: Catalog, parts: Iterable[tuple[str, Diagnostic]] = ()) -> Report:
    """Report everything that is wrong with what plugins declare, the problems of the catalogue included.

    `parts` are the findings in parts of routines, each with the namespace of its plugin.
    """
    found = [_placed(catalog, doubt) for doubt in doubts(catalog)]
    found += _spoken(catalog)
    found += [owned(_owner(catalog, namespace), one) for namespace, one in parts]
    return Report.of((*catalog.problems, *found))


def doubts(catalog: Catalog) -> Iterator[Doubt]:
    """Find what is wrong in the declarations of plugins; what strokekit ships is held by its own tests."""
    finders: dict[str, tuple[Mapping[str, Any], Callable[[Catalog, Any], Iterator[_Wrong]]]] = {
        "technique": (catalog.techniques, _technique),
        "region": (catalog.regions, _region),
        "namedquantity": (catalog.quantities, _quantity),
        "scale": (catalog.scales, _scale),
        "rule": (catalog.rules, _rule),
        "renderer": (catalog.renderers, _renderer),
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
        if kind in KINDS:
            yield from _outside(catalog, technique.id, kind, takes, "takes", name)
    for name, parameter in technique.parameters.items():
        yield from _parameter(catalog, technique.id, parameter, "parameters", name)
    yield from _family(catalog, technique)
    timing = technique.timing
    if timing is not None:
        for key, kind in (("time", "duration"), ("passes", "count"), ("spots", "count")):
            yield from _literal(catalog, technique.id, kind, getattr(timing, key), "timing", key)


def _outside(catalog: Catalog, id_: str, kind: str, given: Takes | Parameter, *path: str | int) -> Iterator[_Wrong]:
    """Find a default outside its own limits: a step that says nothing would be refused what it never asked for."""
    if given.default is None or given.limits is None:
        return
    default, limits = (catalog.literals_of(id_).read(kind, written).value for written in (given.default, given.limits))
    if default is not None and limits is not None and not keeps_to(default, limits):
        written, bounds = (catalog.literals_of(id_).write(kind, value) for value in (default, limits))
        facts = {"problem": f"the default `{written}` is outside the limits `{bounds}`", "expected": "a default within them"}
        yield (*path, "default"), Mistake(name="literal", facts=facts)


def _family(catalog: Catalog, technique: Technique) -> Iterator[_Wrong]:
    """Find a family that is another one misspelt. Families are free; one that is named under `words` is never a mistake."""
    known = {name.rpartition(".")[2] for name in catalog.words.get("family", ())}
    near = closest(technique.family, tuple(sorted(known)), CERTAIN) if technique.family not in known else None
    if near is not None:
        facts = {"problem": f"`{technique.family}` is no family of the catalogue", "expected": "one that it has"}
        hints = (
            f"did you mean `{near}`?",
            f"if it is meant, declare `{technique.family}` under `words`, as a `family`",
        )
        yield ("family",), Mistake(name="literal", facts=facts, hints=hints)


def _parameter(catalog: Catalog, id_: str, parameter: Parameter, *path: str | int) -> Iterator[_Wrong]:
    if parameter.type in LITERAL_TYPES:
        for key in ("limits", "default"):
            yield from _literal(catalog, id_, parameter.type, getattr(parameter, key), *path, key)
        yield from _outside(catalog, id_, parameter.type, parameter, *path)
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


def _scale(catalog: Catalog, scale: Scale) -> Iterator[_Wrong]:
    """Find pressure words that another scale has already: bare words have one meaning, whatever is installed."""
    for word in scale.words:
        level = catalog.level(word)
        if level is not None and level.scale != scale.id:
            facts = {"problem": f"`{word}` is a word of the scale `{level.scale}`, and means nothing here"}
            hints = (f"use another word; a level is also written as a number: `{scale.words[word]} {scale.id}`",)
            yield ("words", word), Mistake(name="declaration", facts=facts, hints=hints)


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
    yield from _load(catalog, rule, demand.load)


def _renderer(catalog: Catalog, renderer: Renderer) -> Iterator[_Wrong]:
    for name, option in renderer.options.items():
        yield from _parameter(catalog, renderer.id, option, "options", name)


def _load(catalog: Catalog, rule: Rule, load: LoadLimits) -> Iterator[_Wrong]:
    for key, limits in (("tool", load.tool), ("stance", load.stance)):
        for word, limit in limits.items():
            yield from _word(catalog, key, word, "load", key, word)
            yield from _literal(catalog, rule.id, "duration", limit, "load", key, word)
    yield from _literal(catalog, rule.id, "duration", load.static, "load", "static")
    for key in ("therapist_changes", "client_changes", "turn_overs"):
        yield from _literal(catalog, rule.id, "count", getattr(load, key), "load", key)


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
    found = placed(catalog.documents.get(owner.namespace, ()), owner, doubt)
    if found is not None:
        return found
    words = str(doubt.mistake.facts.get("problem", "")) or diagnose(doubt.mistake.name, facts=doubt.mistake.facts).message
    bare = doubt.id.removeprefix(f"{owner.namespace}.")
    return broken(owner, f"in the {SECTIONS[doubt.kind]}, `{bare}`: `{'.'.join(map(str, doubt.path))}`: {words}")


def _owner(catalog: Catalog, namespace: str) -> Owner:
    return next((one for one in catalog.plugins if one.namespace == namespace), Owner(namespace))


def _spoken(catalog: Catalog) -> Iterator[Diagnostic]:
    """Find what in the messages of plugins is no Fluent."""
    owners = dict.fromkeys(owner for entry, owner in catalog.owners.items() if entry.startswith("message:"))
    for owner, messages in zip(owners, filter(None, catalog.messages), strict=True):
        for language, text in messages.items() if owner.namespace != BUILTIN else ():
            for found in junk(text):
                yield _unspoken(catalog, owner, language, text, found)


def _unspoken(catalog: Catalog, owner: Owner, language: str, whole: str, found: Junk) -> Diagnostic:
    """Say what is no Fluent, at its place in the file that has it; a file of nothing but messages is not placed."""
    line = whole[found.start : found.end]
    for document in catalog.documents.get(owner.namespace, ()):
        messages = document.data.get("messages")
        text = messages.get(language) if isinstance(messages, Mapping) else None
        if not isinstance(text, str):
            continue
        before = len(whole) - len(text) if whole.endswith(text) else found.start  # the messages of other files stand first
        start = text.find(line, max(found.start - before, 0))
        if start >= 0:
            hints = ("a message is written as `name = its words`",)
            mistake = Mistake(
                name="declaration", start=start, end=start + len(line), facts={"problem": found.problem}, hints=hints
            )
            return owned(owner, located(document, "/messages", (language,), mistake))
    return broken(owner, f"in the messages, `{language}`: {found.problem}")
