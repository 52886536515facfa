"""JSON → document: the same gates, and nothing paid for a valid file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from strokekit.formats import Document, Limits, Source, json_scanner, read_text
from strokekit.formats.json_reader import read_json
from strokekit.formats.marks import Mark
from tests.formats.reports import hints, said


def _read(text: str, **limits: int) -> Any:
    return read_json(Source("a.json", text), Limits(**limits))


VALUES = [
    pytest.param('{"a": 1}', id="a number"),
    pytest.param('{"a": [true, false, "x", {"b": -3}]}', id="all kinds"),
    pytest.param("{}", id="an empty object"),
    pytest.param(' \t\r\n{ "a" : [ ] , "b" : { } } \n', id="white space"),
    pytest.param('{"a": "\\ud83d\\ude00 \\u00e9 \\n \\/"}', id="escapes, also of emoji"),
    pytest.param('{"a": "😀 é \x7f \u2028"}', id="any script, and what only YAML refuses"),
    pytest.param('{"a": "null 1.5"}', id="words in a text"),
    pytest.param('{"x-a": [null, 1.5, 1e3, {"b": null}], "c": {"x-d": -0.5}}', id="x- keys"),
    pytest.param('{"a": 999999999999999}', id="15 digits"),
    pytest.param('{"": "", "a/b": 1}', id="any key"),
]


@pytest.mark.parametrize("text", VALUES)
def test_values(text: str) -> None:
    """A valid text gives what `json` gives."""
    outcome = _read(text)

    assert said(outcome) == []
    assert repr(outcome.require().data) == repr(json.loads(text))


def test_a_byte_order_mark_is_skipped() -> None:
    """As in YAML."""
    document = _read('\ufeff{"a": 1}').require()

    assert document.data == {"a": 1}
    assert document.text("/a") == "1"


LOCAL = [
    pytest.param(
        '{"a": 1, "a": 2, "b": {"c": 1, "c": null}}',
        {"a": 1, "b": {"c": 1}},
        [
            "a.json:1:10: error[SK103] `a` is written twice in the same mapping",
            "a.json:1:32: error[SK103] `c` is written twice in the same mapping",
            "a.json:1:37: error[SK106] `c` has no value",
        ],
        id="a key twice",
    ),
    pytest.param(
        '{"a": null, "b": [1, null]}',
        {"a": "null", "b": [1, "null"]},
        ["a.json:1:7: error[SK106] `a` has no value", "a.json:1:22: error[SK106] `item 2` has no value"],
        id="null",
    ),
    pytest.param(
        '{"a": 1.5, "b": 1e3, "c": -0.0}',
        {"a": "1.5", "b": "1e3", "c": "-0.0"},
        [
            "a.json:1:7: error[SK107] `1.5` is a bare decimal number",
            "a.json:1:17: error[SK107] `1e3` is a bare decimal number",
            "a.json:1:27: error[SK107] `-0.0` is a bare decimal number",
        ],
        id="decimals",
    ),
    pytest.param(
        '{"a": NaN, "x-b": [Infinity, -Infinity], "x-c": 1e999, "d": 1234567890123456}',
        {"a": "NaN", "x-b": ["Infinity", "-Infinity"], "x-c": "1e999", "d": "1234567890123456"},
        [
            "a.json:1:7: error[SK118] `NaN` is not a number that every reader can hold",
            "a.json:1:20: error[SK118] `Infinity` is not a number that every reader can hold",
            "a.json:1:30: error[SK118] `-Infinity` is not a number that every reader can hold",
            "a.json:1:49: error[SK118] `1e999` is not a number that every reader can hold",
            "a.json:1:61: error[SK118] `1234567890123456` is not a number that every reader can hold",
        ],
        id="numbers that not every reader holds",
    ),
    pytest.param(
        '{"a": "x\\ud800y", "\\udc00": 1}',
        {"a": "x\ufffdy", "\ufffd": 1},
        [
            "a.json:1:7: error[SK117] the character U+D800 may not stand in a text",
            "a.json:1:19: error[SK117] the character U+DC00 may not stand in a text",
        ],
        id="half an emoji",
    ),
]


@pytest.mark.parametrize(("text", "expected", "report"), LOCAL)
def test_local_errors(text: str, expected: object, report: list[str]) -> None:
    """All are found in one pass, and the document is given beside them."""
    outcome = _read(text)

    assert said(outcome) == report
    assert outcome.value is not None
    assert outcome.value.data == expected


@pytest.mark.parametrize("digits", [pytest.param(16, id="16"), pytest.param(400, id="400"), pytest.param(5000, id="5000")])
def test_long_numbers(digits: int) -> None:
    """More digits than a double holds are an error, also where Python would refuse to count them."""
    (found,) = _read(f'{{"a": {"7" * digits}}}').report

    assert found.name == "number-not-plain"
    assert len(found.message) < 120


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        pytest.param('{"a": 1,}', "1:8", "a comma stands behind the last element; remove it", id="a comma at the end"),
        pytest.param('{"a": [1, ]}', "1:9", "a comma stands behind the last element; remove it", id="a comma at a list's end"),
        pytest.param('{"a": 1 // c\n}', "1:9", "JSON has no comments; remove it, or rename the file to `.yaml`", id="a comment"),
        pytest.param("# c\n{}", "1:1", "JSON has no comments; remove it, or rename the file to `.yaml`", id="a hash"),
        pytest.param(
            '{"a": /* c */ 1}', "1:7", "JSON has no comments; remove it, or rename the file to `.yaml`", id="a long comment"
        ),
        pytest.param("{a: 1}", "1:2", "`a` stands where a key in double quotes should stand", id="a bare key"),
        pytest.param("{'a': 1}", "1:2", "`'` stands where a key in double quotes should stand", id="single quotes"),
        pytest.param('{"a" 1}', "1:6", "`1` stands where `:` should stand", id="no colon"),
        pytest.param('{"a": 1 "b": 2}', "1:9", '`"` stands where `,` or `}` should stand', id="no comma"),
        pytest.param('{"a": [1 2]}', "1:10", "`2` stands where `,` or `]` should stand", id="no comma in a list"),
        pytest.param('{"a": [1}', "1:9", "`}` stands where `,` or `]` should stand", id="the other bracket"),
        pytest.param('{"a": [1,,2]}', "1:10", "`,` stands where a value should stand", id="two commas"),
        pytest.param('{"a": 1', "1:8", "the text ends where `,` or `}` should stand", id="an open object"),
        pytest.param('{"a":', "1:6", "the text ends where a value should stand", id="no value"),
        pytest.param("{", "1:2", "the text ends where a key in double quotes should stand", id="a bracket alone"),
        pytest.param("", "1:1", "the text ends where a value should stand", id="nothing"),
        pytest.param('{"a": "x', "1:7", "the quote opened here is never closed", id="an open quote"),
        pytest.param(
            '{"a": "x\ny"}', "1:9", "a line break or tab can't stand in a text; write `\\n` or `\\t`", id="a line break"
        ),
        pytest.param('{"a": "\\q"}', "1:8", "there is no such escape; write the backslash twice", id="an escape"),
        pytest.param('{"a": "\\u12"}', "1:9", "there is no such escape; write the backslash twice", id="a short escape"),
        pytest.param('{"a": tru}', "1:7", "`t` stands where a value should stand", id="a cut word"),
        pytest.param('{"a": yes}', "1:7", "`y` stands where a value should stand", id="a word"),
        pytest.param('{"a": -}', "1:7", "`-` stands where a value should stand", id="a sign"),
        pytest.param('{"a": +1}', "1:7", "`+` stands where a value should stand", id="a plus"),
        pytest.param('{"a": 01}', "1:8", "`1` stands where `,` or `}` should stand", id="a leading zero"),
        pytest.param('{"a": 1.}', "1:8", "`.` stands where `,` or `}` should stand", id="no decimals"),
        pytest.param('{"a": .5}', "1:7", "`.` stands where a value should stand", id="no whole part"),
        pytest.param('{"a": 1} x', "1:10", "this stands behind the end of the document; remove it", id="text behind"),
        pytest.param('{"a": 1}\n{"b": 2}', "2:1", "this stands behind the end of the document; remove it", id="two documents"),
    ],
)
def test_syntax(text: str, place: str, problem: str) -> None:
    """A text that is no JSON has one line, with the place, and no value."""
    outcome = _read(text)

    assert said(outcome) == [f"a.json:{place}: error[SK102] this is not readable JSON: {problem}"]
    assert outcome.value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[1]", "a.json:1:1: error[SK116] the file holds a list, not a mapping", id="a list"),
        pytest.param("null", "a.json:1:1: error[SK116] the file holds nothing, not a mapping", id="null"),
        pytest.param('"x"', "a.json:1:1: error[SK116] the file holds a text, not a mapping", id="a text"),
        pytest.param("7", "a.json:1:1: error[SK116] the file holds a number, not a mapping", id="a number"),
        pytest.param('{"a": \x00}', "a.json:1:7: error[SK117] the character U+0000 may not stand in a text", id="NUL"),
        pytest.param(
            '{"a": "\ud800"}', "a.json:1:8: error[SK117] the character U+D800 may not stand in a text", id="a surrogate"
        ),
    ],
)
def test_texts_that_give_no_document(text: str, expected: str) -> None:
    """One clear line, and no value."""
    outcome = _read(text)

    assert said(outcome) == [expected]
    assert outcome.value is None


@pytest.mark.parametrize(
    ("text", "limits", "expected"),
    [
        pytest.param(
            '{"a": {"b": {}}}', {"depth": 2}, ["a.json:1:13: error[SK113] the file nests deeper than 2 levels"], id="depth"
        ),
        pytest.param('{"a": {"b": 1}}', {"depth": 2}, [], id="just deep enough"),
        pytest.param(
            '{"a": [1, 2]}', {"nodes": 1}, ["a.json:1:11: error[SK115] the file unrolls to more than 1 values"], id="values"
        ),
        pytest.param('{"a": [1, 2]}', {"nodes": 4}, [], id="just enough values"),
        pytest.param(
            '{"a": "abcd"}', {"scalar": 3}, ["a.json:1:7: error[SK119] this text is longer than 3 characters"], id="a text"
        ),
        pytest.param(
            '{"abcd": 1}', {"scalar": 3}, ["a.json:1:2: error[SK119] this text is longer than 3 characters"], id="a key"
        ),
        pytest.param('{"abc": "def"}', {"scalar": 3}, [], id="just long enough"),
    ],
)
def test_limits(text: str, limits: dict[str, int], expected: list[str]) -> None:
    """The same bounds as in YAML, inclusive."""
    assert said(_read(text, **limits)) == expected


def test_a_valid_file_is_not_scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Positions cost nothing until one is asked for, and then once."""
    calls: list[Source] = []
    original = json_scanner.scan_marks

    def counted(source: Source) -> Mark:
        calls.append(source)
        return original(source)

    monkeypatch.setattr(json_scanner, "scan_marks", counted)
    document: Document = _read('{"a": {"b": [1, "é"]}}').require()

    assert calls == []
    assert [document.text("/a/b/0"), document.text("/a/b/1"), document.text("/a")] == ["1", '"é"', '{"b": [1, "é"]}']
    assert len(calls) == 1


def test_hints() -> None:
    """The repairs are those of YAML, where they make sense."""
    assert hints(_read('{"a": 1.5, "b": null}').report) == [
        "write it with its unit, as in `1.5 min`, or in quotes",
        "write a value, `unstated`, or remove the key",
    ]


def test_the_reader_is_found_by_the_text() -> None:
    """A text without a telling name that begins with a brace is JSON."""
    assert read_text(' {"a": 1}').require().syntax == "json"
