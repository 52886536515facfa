"""What a step is, by its head; and what is said where the head does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.formats.pointer import join
from strokekit.literals.fields import DOSE
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Technique
from strokekit.plugins.spelling import CERTAIN, SURE, closest
from strokekit.reading.missing import of_plugin
from strokekit.reading.outlines import VALUE
from strokekit.reading.repairs import did_you_mean, replace_key, replace_value
from strokekit.reading.shapes import BLOCK, CUES, DEED, HEADS, NODE, SECTION_HEADS

_BESIDE = ("from", "by", "between", "interspersed", "may_add", "set", "among", "since")
_KNOWN = frozenset({*NODE, *DEED, *BLOCK, *DOSE, *_BESIDE})
"""Keys that stand beside a head: none of them is a misspelt head."""
Kind: TypeAlias = Literal["technique", "action", "steps", "choose", "include", "free", "checkpoint", "unlisted", "cue"]


@attrs.frozen(kw_only=True)
class Head:
    """What a step is: its kind, the technique if it names one that is known, and what is wrong with the head."""

    kind: Kind | None = None
    """None: nothing can be said of the step's shape."""
    technique: Technique | None = None
    wrong: Wrong | None = None


def kind_of(data: Mapping[str, Any]) -> Kind | None:
    """Tell what a step is, by its keys alone; None where it has no head, or several.

    >>> kind_of({"say": "Hello"}), kind_of({"steps": [], "choose": 1})
    ('cue', None)
    """
    heads = [head for head in HEADS if head in data]
    if len(heads) == 1:
        found: Any = heads[0]
        return found  # type: ignore[no-any-return]  # the heads are the kinds
    return "cue" if not heads and any(cue in data for cue in CUES) else None


def judge(document: Document, catalog: Catalog, data: Mapping[str, Any], pointer: str) -> Head:
    """Tell what a step is, and what is wrong with its head."""
    kind = kind_of(data)
    if kind is None:
        return Head(wrong=_headless(document, data, pointer))
    if kind == "cue":
        # What is said may be said beside a deed whose head is misspelt: as a cue, every dose of it would be wrong too.
        slip = _slip(document, data, pointer, HEADS, CERTAIN)
        return Head(wrong=slip) if slip else Head(kind=kind)
    if kind in {"technique", "action"}:
        return _deed(document, catalog, kind, data[kind], join(pointer, kind))
    return Head(kind=kind)


def section_head(data: Mapping[str, Any], pointer: str) -> tuple[str, Wrong | None]:
    """Tell what a section holds: `steps`, `include` or `free`; without any of them its steps are missing.

    >>> section_head({"id": "legs", "free": "region"}, "/sections/0")
    ('free', None)
    """
    heads = [head for head in SECTION_HEADS if head in data]
    if len(heads) > 1:
        return heads[0], _ambiguous("this section", heads, pointer)
    return (heads[0] if heads else "steps"), None


def _ambiguous(what: str, heads: list[str], pointer: str) -> Wrong:
    shown = ", ".join(f"`{head}`" for head in heads)
    kind = what.removeprefix("this ")
    return Wrong("head-ambiguous", pointer, facts={"what": what, "count": len(heads), "heads": shown, "kind": kind})


def _headless(document: Document, data: Mapping[str, Any], pointer: str) -> Wrong:
    heads = [head for head in HEADS if head in data]
    if heads:
        return _ambiguous("this step", heads, pointer)
    shown = ", ".join(f"`{head}`" for head in HEADS)
    return _slip(document, data, pointer, (*HEADS, *CUES)) or Wrong("head-missing", pointer, facts={"heads": shown})


def _slip(document: Document, data: Mapping[str, Any], pointer: str, meant: tuple[str, ...], sure: float = SURE) -> Wrong | None:
    """Find the key that is a misspelt head, where there is one."""
    for key in data:
        near = None if key in _KNOWN or key.startswith("x-") else closest(key, meant, sure)
        if near:
            at = join(pointer, key)
            facts = {"key": key, "where": "a step"}
            fix = replace_key(document, at, near)
            return Wrong("unknown-key", at, on="key", facts=facts, hints=did_you_mean(near), fix=fix)
    return None


def _deed(document: Document, catalog: Catalog, kind: Kind, id_: Any, at: str) -> Head:
    if not isinstance(id_, str):
        found = "a list" if isinstance(id_, list) else "a mapping" if isinstance(id_, Mapping) else f"`{str(id_).lower()}`"
        return Head(wrong=Wrong("wrong-type", at, facts={"key": kind, "expected": "an id", "found": found}))
    known = catalog.technique(id_)
    if re.fullmatch(VALUE, id_):
        return Head(kind=kind)
    if known is None:
        return _unknown(document, catalog, kind, id_, at)
    right = "technique" if known.hands_on else "action"
    if right == kind:
        facts = {"id": id_, "instead": known.deprecated}
        return Head(kind=kind, technique=known, wrong=Wrong("deprecated", at, facts=facts) if known.deprecated else None)
    facts = {"id": id_, "kind": _a(right), "head": right, "other": _a(kind)}
    wrong = Wrong("wrong-head", at, facts=facts, fix=replace_key(document, at, right))
    return Head(kind=kind, technique=known, wrong=wrong)


def _a(kind: str) -> str:
    return f"an {kind}" if kind == "action" else f"a {kind}"


def _unknown(document: Document, catalog: Catalog, kind: Kind, id_: str, at: str) -> Head:
    """Say why a head names nothing: an alias, a misspelling, or a plugin that is not there or broken."""
    other = "action" if kind == "technique" else "technique"
    for group in (kind, other):
        alias = catalog.find(group, id_)
        if alias is not None:
            hints = () if group == kind else (f"it is {_a(group)}: write `{group}: {alias.id}`",)
            fix = replace_value(document, at, alias.id, safe=group == kind)
            wrong = Wrong("alias", at, facts={"alias": id_, "id": alias.id}, hints=hints, fix=fix)
            return Head(kind=kind, technique=catalog.technique(alias.id), wrong=wrong)
    near = catalog.suggest(kind, id_) or catalog.suggest(other, id_)
    repair = replace_value(document, at, near) if near else None
    said = (*did_you_mean(near), *of_plugin(catalog, id_))
    return Head(kind=kind, wrong=Wrong(f"unknown-{kind}", at, facts={"id": id_}, hints=said, fix=repair))
