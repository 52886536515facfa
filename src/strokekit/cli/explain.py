"""`strokekit explain`: what a code means, why it matters and what to write instead, from the pages that are shipped."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from strokekit.checking.saying import rests_on
from strokekit.cli.common import wrong_call
from strokekit.cli.engines import engine_of
from strokekit.cli.streams import OK, Streams
from strokekit.diagnostics import CODES, Code
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Demand, Rule
from strokekit.plugins.spelling import closest
from strokekit.reporting.pages import first_paragraph, page

FORMAT_VERSION = 1
"""The version of the JSON output; it grows when a field changes its meaning, not when one is added."""


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Explain one code, or list all: those of strokekit, and those of the plugins that are used."""
    own = next((row for row in CODES.values() if arguments.code in (row.number, row.name)), None)
    if own is not None:
        return _show(arguments, streams, [_of_code(own)])
    engine = engine_of(arguments, streams)
    if isinstance(engine, int):
        return engine
    rules = dict(_rules(engine.catalog))
    if arguments.code is None:
        return _show(arguments, streams, [*map(_of_code, CODES.values()), *rules.values()])
    known = rules.get(arguments.code.replace(".", "/").replace("_", "-"))
    return _show(arguments, streams, [known]) if known else wrong_call(arguments, streams, _unknown(arguments.code, rules))


def _show(arguments: argparse.Namespace, streams: Streams, entries: list[dict[str, str]]) -> int:
    if arguments.format == "json":
        streams.json({"format": "strokekit.codes", "version": FORMAT_VERSION, "codes": entries})
    elif arguments.code is not None:
        streams.out(entries[0]["page"])
    else:
        width = max(len(entry["code"]) for entry in entries)
        streams.out(
            "".join(f"{one['code']:<{width}}  {one['severity']:<7}  {one['name']}: {one['summary']}\n" for one in entries)
        )
    return OK


def _of_code(row: Code) -> dict[str, str]:
    text = page(row)
    summary = first_paragraph(text)
    return {"code": row.number, "name": row.name, "severity": row.severity, "summary": summary, "plugin": "", "page": text}


def _rules(catalog: Catalog) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the rules of plugins by their codes, with a page made of what they declare."""
    for rule in catalog.rules.values():
        owner = catalog.owners[f"rule:{rule.id}"]
        if owner.namespace:
            text = "".join(f"{line}\n" for line in _page(rule, str(owner)))
            facts = {"code": rule.code, "name": rule.id, "severity": _severity(rule), "summary": _said(rule.title)}
            yield rule.code, {**facts, "plugin": str(owner), "page": text}


def _page(rule: Rule, owner: str) -> Iterator[str]:
    yield from (f"# {rule.code}", "", _said(rule.title), "", f"A rule of {owner}; {rests_on(rule.provenance)}.")
    if isinstance(rule.check, Demand):
        said = [_said(rule.check.message), _said(rule.check.hint)]
        lines = [f"- {text}" for text in said if text]
        yield from ["", "What it says:", "", *lines] if lines else []


def _severity(rule: Rule) -> str:
    """Say how much it weighs; what a rule with code says may weigh this or that."""
    return rule.check.severity if isinstance(rule.check, Demand) else ""


def _said(text: object) -> str:
    """Give a text in English, or in the first language that there is."""
    if isinstance(text, str):
        return text
    texts = dict(text) if text else {}  # type: ignore[call-overload]  # a mapping of languages, as the declarations hold
    return str(texts.get("en") or next(iter(texts.values()), ""))


def _unknown(text: str, rules: dict[str, dict[str, str]]) -> str:
    numbers = tuple(row.number for row in CODES.values())
    near = closest(text, (*CODES, *rules)) or closest(text.upper(), numbers)
    return f"there is no code {text!r}{f': did you mean {near!r}?' if near else '; without one, all are listed'}"
