"""What a plugin file says: its keys, and how a document is read into declarations.

Nothing here opens a file or asks a catalogue.

What is wrong is a diagnostic with its place; a wrong declaration is left out and all others stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Related, Report
from strokekit.formats.document import Document
from strokekit.formats.limits import Limits
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.plugins.declarations import (
    API,
    GROUPS,
    DeclaredRule,
    NamedQuantity,
    Region,
    Rule,
    Scale,
    Technique,
    Text,
    Word,
)
from strokekit.plugins.declared import Unfit, fit, fitted, unfit_at
from strokekit.plugins.sound import flaws
from strokekit.plugins.spelling import closest

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@attrs.frozen(kw_only=True)
class PluginFile:
    """What one plugin file declares. Every key may be left out."""

    api: int = API
    """The version of the plugin interface that the file is written for."""
    title: Text = ""
    """What the plugin is called."""
    summary: Text = ""
    """What it is for, in a sentence."""
    version: str = ""
    """The version of the plugin, in quotes; a routine may ask for it with `requires`."""
    techniques: tuple[Technique, ...] = ()
    """Techniques and actions."""
    regions: tuple[Region, ...] = ()
    """Regions, landmarks and sites of the body."""
    words: Mapping[str, tuple[Word, ...]] = attrs.field(factory=dict)
    """Vocabulary → words that are added to it: `tool`, `thing`, `manner`, `pose`, `sign`, `purpose`, …."""
    quantities: tuple[NamedQuantity, ...] = ()
    """Vague quantities with the range that is meant."""
    scales: tuple[Scale, ...] = ()
    """Pressure scales."""
    rules: tuple[DeclaredRule, ...] = ()
    """Rules that need no code."""
    messages: Mapping[str, str] = attrs.field(factory=dict)
    """Language → words of cards, in Fluent."""
    parts: Mapping[str, Any] = attrs.field(factory=dict)
    """Name → a block that routines include as `plugin.name`; written as under `parts` in a routine file."""


@attrs.frozen(kw_only=True)
class Contents:
    """What a document of a plugin declares, and what is wrong in it."""

    file: PluginFile = PluginFile()
    rules: tuple[Rule, ...] = ()
    fragment: Document | None = None
    """The parts, as a document that routines include from."""
    problems: tuple[Diagnostic, ...] = ()


_LISTS: Mapping[str, type[Any]] = {
    "techniques": Technique,
    "regions": Region,
    "quantities": NamedQuantity,
    "scales": Scale,
    "rules": DeclaredRule,
}
MOST = Limits().diagnostics
"""How many problems of one kind are looked for in a file."""
KEYS = tuple(field.name for field in attrs.fields(PluginFile))


def read_plugin(document: Document) -> Contents:
    """Read what a document of a plugin declares.

    >>> from strokekit.formats import read_text
    >>> read_plugin(read_text("techniqes: []", name="shiatsu.yaml").require()).problems[0].hints
    ('did you mean `techniques`?',)
    """
    data = document.data
    newer = data.get("api", API)
    if type(newer) is int and newer > API:
        problem = f"it is written for version {newer} of the plugin interface; this strokekit speaks {API}"
        return Contents(problems=(unfit_at(document, Unfit("/api", problem, ("upgrade strokekit",))),))
    found = list(islice(_unknown_keys(document), MOST))
    values, head = _head(document)
    found += head
    for key, kind in _LISTS.items():
        values[key], wrong = _listed(document, kind, data.get(key, []), join("", key))
        found += wrong
    for key, read in (("words", _words), ("messages", _messages)):
        values[key], wrong = read(document)
        found += wrong
    fragment, wrong = _fragment(document)
    problems = Report.of((*found, *wrong)).diagnostics
    file = PluginFile(**values)
    return Contents(file=file, rules=tuple(rule.rule() for rule in file.rules), fragment=fragment, problems=problems)


def _unknown_keys(document: Document) -> Iterator[Diagnostic]:
    for key in document.data:
        if key in KEYS or key.startswith("x-"):
            continue
        near = closest(key, KEYS)
        if key in {"strokekit", "sections"}:
            hints: tuple[str, ...] = ("this looks like a routine file: give its path to `strokekit check`",)
        else:
            hints = (f"did you mean `{near}`?",) if near else (f"the keys are {', '.join(f'`{name}`' for name in KEYS)}",)
        yield unfit_at(document, Unfit(join("", key), f"`{key}` is not a key of a plugin file", hints, "key"))


def _head(document: Document) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Read what the file says of itself."""
    values: dict[str, Any] = {}
    found: list[Diagnostic] = []
    for key in ("api", "title", "summary", "version"):
        if key in document.data:
            made, wrong = fit(PluginFile, {key: document.data[key]})
            values |= {key: getattr(made, key)} if made is not None else {}
            found += [unfit_at(document, one) for one in wrong]
    return values, tuple(found)


def _listed(
    document: Document, kind: type[Any], given: Any, pointer: str, extra: Mapping[str, Any] | None = None
) -> tuple[tuple[Any, ...], list[Diagnostic]]:
    """Read a list of declarations; of two with one id the first stays."""
    made: list[Any] = []
    found: list[Diagnostic] = []
    first: dict[str, str] = {}
    if not isinstance(given, list):
        return (), list(fitted(document, kind, given, pointer).report)
    for index, one in enumerate(given):
        at = join(pointer, index)
        value, wrong = fit(kind, {**one, **extra} if extra and isinstance(one, Mapping) else one, at)
        wrong = (*wrong, *(flaws(value, at) if value is not None else ()), *_shadowed(one, extra, at))
        found += [unfit_at(document, unfit) for unfit in wrong]
        if len(found) >= MOST:
            break
        if value is None or wrong:
            continue
        if value.id in first:
            found.append(_twice(document, join(at, "id"), value.id, first[value.id]))
            continue
        first[value.id] = join(at, "id")
        made.append(value)
    return tuple(made), found


def _shadowed(one: Any, extra: Mapping[str, Any] | None, pointer: str) -> Iterator[Unfit]:
    """Report keys that the place of a declaration says already: the group of a word."""
    for key in extra or ():
        if isinstance(one, Mapping) and key in one:
            yield Unfit(join(pointer, key), f"`{key}` is said by where this stands", (f"remove `{key}`",), "key")


def _twice(document: Document, pointer: str, name: str, first: str) -> Diagnostic:
    there = Related(message="the first is here", file=document.source.name, pointer=first, span=document.span(first))
    facts, hints = {"problem": f"`{name}` is declared twice"}, ("give one of the two another id",)
    return locate(document, Wrong("declaration", pointer, facts=facts, hints=hints, related=(there,)))


def _words(document: Document) -> tuple[dict[str, Any], list[Diagnostic]]:
    given = document.data.get("words", {})
    if not isinstance(given, Mapping):
        return {}, [unfit_at(document, Unfit("/words", "a mapping from vocabularies to words is expected"))]
    made: dict[str, Any] = {}
    found: list[Diagnostic] = []
    for group, listed in given.items():
        at = join("/words", group)
        if group in GROUPS:
            made[group], wrong = _listed(document, Word, listed, at, {"group": group})
            found += wrong
        elif not group.startswith("x-"):
            near = closest(group, GROUPS)
            hints = (f"did you mean `{near}`?",) if near else (f"they are {', '.join(f'`{name}`' for name in GROUPS)}",)
            found.append(unfit_at(document, Unfit(at, f"`{group}` is no vocabulary", hints, "key")))
    return made, found


def _messages(document: Document) -> tuple[dict[str, str], list[Diagnostic]]:
    made, wrong = fit(PluginFile, {"messages": document.data.get("messages", {})})
    found = [unfit_at(document, one) for one in wrong]
    given = dict(made.messages) if made is not None else {}
    for language in [language for language in given if not _LANGUAGE.fullmatch(language)]:
        hints = ("write one such as `en` or `pt-BR`",)
        unfit = Unfit(join("/messages", language), f"`{language}` is no language tag", hints, "key")
        found.append(unfit_at(document, unfit))
        del given[language]
    return given, found


def _fragment(document: Document) -> tuple[Document | None, list[Diagnostic]]:
    """Take the parts out as a document of their own; what is in them is read when a routine includes them."""
    given = document.data.get("parts")
    if given is None:
        return None, []
    if not isinstance(given, Mapping):
        return None, [unfit_at(document, Unfit("/parts", "a mapping from names to parts is expected"))]
    title = document.data.get("title", document.source.name)
    data = {"strokekit": 1, "kind": "fragment", "title": title, "parts": given}
    return attrs.evolve(document, data=data), []
