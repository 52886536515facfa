"""TOML → document: for the data files of plugins; routines are written in YAML or JSON.

The standard library reads the text, once `toml_scanner` has found that it keeps to the limits. It keeps no positions; those come
from the scanner too, when one is asked for.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

import attrs

from strokekit.diagnostics import Outcome
from strokekit.formats.builder import shown
from strokekit.formats.document import Document
from strokekit.formats.findings import Findings
from strokekit.formats.limits import Limits
from strokekit.formats.pointer import join
from strokekit.formats.readings import DIGITS
from strokekit.formats.source import BOM, Source
from strokekit.formats.toml_scanner import marks_of, refuse

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_WHOLE = 10**DIGITS


def read_toml(source: Source, limits: Limits) -> Outcome[Document]:
    """Read a text as TOML. Dates become texts; a float is an error, as it is in the other syntaxes.

    A text that breaks a limit gives no document.

    >>> from strokekit.formats.source import Source
    >>> read_toml(Source("a.toml", 'title = "Shiatsu"'), Limits()).require().data
    {'title': 'Shiatsu'}
    """
    findings = Findings(source, limits.diagnostics)
    if refuse(findings, limits):
        return Outcome(None, findings.report())
    text = source.text.removeprefix(BOM)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        _fault(findings, error)
        return Outcome(None, findings.report())
    broken = _broken(data, limits)
    if broken:
        findings.add(broken, 0, 0, "", limit=limits.depth if broken == "too-deep" else limits.nodes)
        return Outcome(None, findings.report())
    marks = marks_of(text, len(source.text) - len(text))
    plain = _Plain(Document(source=source, syntax="yaml", data=data, marks=marks), findings)
    return Outcome(attrs.evolve(plain.document, data=plain.of(data, "")), findings.report())


def _fault(findings: Findings, error: Exception) -> None:
    said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it nests too deep"
    place = _PLACE.search(said)
    problem = _PLACE.sub("", said)
    text = findings.source.text
    offset = len(text)
    if place and place["line"]:
        # The library counts what it reads: without the mark in front, and with CRLF as one character.
        offset = len(text) - len(text.split("\n", int(place["line"]) - 1)[-1])
        offset += int(place["column"]) - 1 + (text.startswith(BOM) and offset == 0)
    findings.add("syntax", offset, offset + 1, "", syntax="TOML", problem=f"{problem[:1].lower()}{problem[1:]}")


def _broken(data: Any, limits: Limits) -> str:
    """Name the limit that what was read breaks, which nobody could tell before; empty where it keeps to all."""
    level, nodes = [data], 1
    for _ in range(limits.depth):
        level = [part for one in level for part in _inside(one)]
        nodes += len(level)
        if not level:
            return ""
        if nodes > limits.nodes:
            return "too-many-nodes"
    return "too-deep"


def _inside(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


@attrs.frozen
class _Plain:
    """Makes values what the other syntaxes know, and reports what they do not."""

    document: Document
    findings: Findings

    def of(self, value: Any, pointer: str) -> Any:
        """Give a value as the other syntaxes know it."""
        if isinstance(value, dict):
            return {key: self.of(part, join(pointer, key)) for key, part in value.items()}
        if isinstance(value, list):
            return [self.of(part, join(pointer, index)) for index, part in enumerate(value)]
        if isinstance(value, (date, datetime, time)):
            return self.document.text(pointer)
        code = _odd(value)
        if not code or (code == "bare-float" and "/x-" in pointer):
            return value
        span, text = self.document.span(pointer), self.document.text(pointer)
        self.findings.add(code, span.start, span.end, pointer, text=shown(text))
        return text


def _odd(value: Any) -> str:
    """Name what is odd about a number; empty where nothing is."""
    if isinstance(value, float):
        return "bare-float" if abs(value) < float("inf") else "number-not-plain"
    return "number-not-plain" if isinstance(value, int) and not -_WHOLE < value < _WHOLE else ""
