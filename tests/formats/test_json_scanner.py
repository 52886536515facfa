"""JSON with positions."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from strokekit.formats import Limits, Source
from strokekit.formats.builder import Builder, Stop
from strokekit.formats.findings import Findings
from strokekit.formats.json_scanner import scan, scan_marks

PIECES = st.sampled_from([*'{}[]":,\\ \n', "0", "1", "-", ".5", "e3", "true", "null", '"a"', '"a":', "NaN", "\\u00e9", "é", "x"])
OBJECTS = st.recursive(
    st.integers(-(10**14), 10**14) | st.booleans() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
)


def _scanned(text: str) -> tuple[bool, object, list[str]]:
    source = Source("a", text)
    builder = Builder(source, Limits(depth=500), Findings(source, 1000))
    try:
        scan(builder)
    except Stop:
        return False, None, [d.name for d in builder.findings.report()]
    return True, builder.result()[0], [d.name for d in builder.findings.report()]


@given(OBJECTS, st.sampled_from([None, 1]), st.booleans())
def test_it_reads_what_json_writes(value: object, indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001 - a parameter
    """Every value comes back as it was written."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    assert _scanned(text) == (True, value, [])


@given(st.lists(PIECES, max_size=20).map("".join))
@example('{"a":1,}')
@example("-")
def test_it_accepts_what_json_accepts(text: str) -> None:
    """What `json` refuses has a syntax error, and what it takes has none."""
    try:
        json.loads(text)
    except ValueError:
        accepted = False
    else:
        accepted = True

    assert ("syntax" not in _scanned(text)[2]) == accepted


def test_marks() -> None:
    """Keys and values have their stretch, quotes and brackets included."""
    mark = scan_marks(Source("a", '{"a": [1, "x"], "b": {}}'))

    assert (mark.start, mark.end) == (0, 24)
    assert mark.inside == {"a": (6, 14, [(7, 8, None), (10, 13, None)], 1, 4), "b": (21, 23, {}, 16, 19)}


def test_marks_of_a_faulty_text() -> None:
    """Of two equal keys the first has the mark, as it has the value."""
    assert scan_marks(Source("a", '{"a": 1, "a": 22}')).inside == {"a": (6, 7, None, 1, 4)}
