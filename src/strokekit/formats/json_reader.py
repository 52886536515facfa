"""JSON → document: `json` for what is valid, the scanner for whatever might not be.

A valid file is read at the speed of `json.loads` and gets its positions when they are asked for. As soon as anything is
suspicious the text is gone through again by `json_scanner`, which knows the place of everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from strokekit.diagnostics import Outcome
from strokekit.formats.builder import Builder, Stop
from strokekit.formats.document import Document
from strokekit.formats.findings import Findings
from strokekit.formats.json_scanner import scan
from strokekit.formats.limits import Limits
from strokekit.formats.readings import DIGITS
from strokekit.formats.root import finish, nothing
from strokekit.formats.source import BOM, Source
from strokekit.formats.text import unfit_character


def read_json(source: Source, limits: Limits) -> Outcome[Document]:
    """Read JSON.

    >>> from strokekit.formats.limits import Limits
    >>> read_json(Source("a.json", '{"sets": 3}'), Limits()).require().data
    {'sets': 3}
    """
    data = _quick(source.text.removeprefix(BOM), limits)
    if data is not None:
        return Outcome(Document(source=source, syntax="json", data=data))
    builder = Builder(source, limits, Findings(source, limits.diagnostics))
    unfit = unfit_character(source, yaml=False)
    if unfit is not None:
        builder.findings.items.append(unfit)
        return nothing(builder)
    try:
        scan(builder)
    except Stop:
        return nothing(builder)
    return finish(builder, "json")


class _SuspiciousError(ValueError):
    """Something that the scanner has to look at."""


def _quick(text: str, limits: Limits) -> dict[str, Any] | None:
    """Load what is beyond doubt; None for everything else."""
    if _may_exceed(text, limits.nodes) or not _encodes(text):
        return None
    try:
        data = json.loads(text, object_pairs_hook=_pairs, parse_int=_whole, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and _harmless(data, text, limits) else None


def _may_exceed(text: str, nodes: int) -> bool:
    # A value stands behind a comma, or first in its container, or alone. What may hold too many is left to the scanner, which
    # stops at the first of them: loading all to find that out takes the time and memory that the limit is to save.
    most = 1
    for sign in ",[{":
        most += text.count(sign)
    return most > nodes


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _SuspiciousError
    return made


def _whole(digits: str) -> int:
    if len(digits) > DIGITS:
        raise _SuspiciousError
    return int(digits)


def _refuse(_: str) -> NoReturn:
    raise _SuspiciousError


def _harmless(data: dict[str, Any], text: str, limits: Limits) -> bool:
    """Go through the containers level by level, so that no depth of nesting can exhaust the stack."""
    level: list[Any] = [data]
    depth, nodes, long = 0, 1, len(text) > limits.scalar
    while level:
        depth += 1
        nodes += sum(map(len, level))
        if depth > limits.depth or nodes > limits.nodes:
            return False
        values = [value for container in level for value in (container.values() if container.__class__ is dict else container)]
        if None in values or (long and _too_long(level, values, limits.scalar)):
            return False
        level = [value for value in values if value.__class__ is dict or value.__class__ is list]
    return "\\u" not in text or _encodes(json.dumps(data, ensure_ascii=False))


def _too_long(level: Iterable[Any], values: Iterable[Any], limit: int) -> bool:
    keys = (key for container in level if isinstance(container, dict) for key in container)
    return any(isinstance(text, str) and len(text) > limit for text in (*keys, *values))


def _encodes(text: str) -> bool:
    # Half a surrogate pair, as it is or from an escape, is no character.
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
