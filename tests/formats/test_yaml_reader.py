"""YAML → document: values, and everything that is an error with its repair."""

from __future__ import annotations

from typing import Any

import pytest

from strokekit.formats import Limits, Source, read_text
from strokekit.formats.yaml_reader import Parser, read_yaml, yaml_parser
from tests.formats.reports import hints, only, repaired, said

PARSERS = [pytest.param(yaml_parser(), id="libyaml"), pytest.param(yaml_parser(pure=True), id="python")]


def _read(text: str, parser: Parser | None = None, /, **limits: int) -> Any:
    return read_yaml(Source("a.yaml", text), Limits(**limits), parser=parser)


VALUES = [
    pytest.param("a: 1", {"a": 1}, id="a number"),
    pytest.param("a: true\nb: False", {"a": True, "b": False}, id="truth values"),
    pytest.param("a: 5..7 min", {"a": "5..7 min"}, id="a literal"),
    pytest.param("a: '1'\nb: \"no\"", {"a": "1", "b": "no"}, id="quotes make text"),
    pytest.param("'1': a\n\"yes\": b\n'<<': c", {"1": "a", "yes": "b", "<<": "c"}, id="quoted keys"),
    pytest.param("a: [1, [x], {b: c}]", {"a": [1, ["x"], {"b": "c"}]}, id="flow"),
    pytest.param("a:\n- 1\n- b: 2\n  c: 3\n", {"a": [1, {"b": 2, "c": 3}]}, id="block"),
    pytest.param("a: |\n  one\n  two\nb: >-\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two"}, id="block scalars"),
    pytest.param("a: |\n  no\n", {"a": "no\n"}, id="a word in a block scalar is text"),
    pytest.param("a: one\n  two", {"a": "one two"}, id="over two lines"),
    pytest.param("{}", {}, id="an empty mapping"),
    pytest.param("a: {}\nb: []", {"a": {}, "b": []}, id="empty containers"),
    pytest.param("a: &x {b: 1}\nc: *x\nd: [*x]", {"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}]}, id="aliases"),
    pytest.param("a: &x back\n*x : 1", {"a": "back", "back": 1}, id="an alias as a key"),
    pytest.param("&k a: &v 1\nb: *k\nc: *v", {"a": 1, "b": "a", "c": 1}, id="an anchored key"),
    pytest.param("a: &x 1\nb: &x 2\nc: *x", {"a": 1, "b": 2, "c": 2}, id="the last anchor of a name counts"),
    pytest.param("x-a: [~, null, 1.5, -1.0e+2]\nx-b:", {"x-a": [None, None, 1.5, -100.0], "x-b": None}, id="x- keys"),
    pytest.param("a: {x-b: {c: {d: .5}}}", {"a": {"x-b": {"c": {"d": 0.5}}}}, id="deep below an x- key"),
    pytest.param("x-a: &x {b: ~}\nx-c: *x", {"x-a": {"b": None}, "x-c": {"b": None}}, id="an alias from x- to x-"),
    pytest.param("# c\n---\na: 1 # d\n...\n", {"a": 1}, id="comments and markers"),
    pytest.param("%YAML 1.2\n---\na: 1", {"a": 1}, id="a directive"),
    pytest.param("\ufeffa: 1", {"a": 1}, id="a byte order mark"),
    pytest.param("a: 1\r\nb: |\r\n  x\r\n  y\r\n", {"a": 1, "b": "x\ny\n"}, id="CRLF"),
    pytest.param("a: 1\rb: 2\r", {"a": 1, "b": 2}, id="lone CR"),
    pytest.param('a: "\\u00e9\\x41\\U0001F600"', {"a": "éA😀"}, id="escapes"),
    pytest.param("a: 😀 é 中", {"a": "😀 é 中"}, id="any script"),
    pytest.param('{"a": 1, "b": ["x", {"c": "\\u00e9"}]}', {"a": 1, "b": ["x", {"c": "é"}]}, id="JSON"),
    pytest.param("a: +5\nb: -0", {"a": 5, "b": 0}, id="signs"),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values(text: str, expected: object, parser: Parser) -> None:
    """A valid text gives its values, by either of PyYAML's parsers."""
    outcome = _read(text, parser)

    assert said(outcome) == []
    assert repr(outcome.require().data) == repr(expected)


LOCAL = [
    pytest.param(
        "a: 1\na: 2\nb: 3",
        {"a": 1, "b": 3},
        ["a.yaml:2:1: error[SK103] `a` is written twice in the same mapping"],
        id="a key twice: the first is kept",
    ),
    pytest.param(
        "a: {b: 1, c: 2, b: [1.5]}",
        {"a": {"b": 1, "c": 2}},
        [
            "a.yaml:1:17: error[SK103] `b` is written twice in the same mapping",
            "a.yaml:1:21: error[SK107] `1.5` is a bare decimal number",
        ],
        id="a key twice: the second is judged all the same",
    ),
    pytest.param(
        "<<: {a: 1}\nb: 2",
        {"b": 2},
        ["a.yaml:1:1: error[SK104] merge keys (`<<`) are not part of the format"],
        id="a merge key",
    ),
    pytest.param(
        "a: !!str 5\nb: ! x\nc: !<tag:x> {d: 1}\n!k e: !s [f]",
        {"a": "5", "b": "x", "c": {"d": 1}, "e": ["f"]},
        [
            "a.yaml:1:4: error[SK105] tags such as `!!str` are not part of the format",
            "a.yaml:2:4: error[SK105] tags such as `!` are not part of the format",
            "a.yaml:3:4: error[SK105] tags such as `!<tag:x>` are not part of the format",
            "a.yaml:4:1: error[SK105] tags such as `!k` are not part of the format",
            "a.yaml:4:7: error[SK105] tags such as `!s` are not part of the format",
        ],
        id="tags",
    ),
    pytest.param(
        "a: ~\nb:\nc: [x, null]\nd: NULL",
        {"a": "~", "b": "", "c": ["x", "null"], "d": "NULL"},
        [
            "a.yaml:1:4: error[SK106] `a` has no value",
            "a.yaml:2:1: error[SK106] `b` has no value",
            "a.yaml:3:8: error[SK106] `item 2` has no value",
            "a.yaml:4:4: error[SK106] `d` has no value",
        ],
        id="null",
    ),
    pytest.param(
        "a: 1.5\nb: [.5]",
        {"a": "1.5", "b": [".5"]},
        [
            "a.yaml:1:4: error[SK107] `1.5` is a bare decimal number",
            "a.yaml:2:5: error[SK107] `.5` is a bare decimal number",
        ],
        id="decimals",
    ),
    pytest.param(
        "a: .inf\nx-b: .NaN\nc: 1234567890123456",
        {"a": ".inf", "x-b": ".NaN", "c": "1234567890123456"},
        [
            "a.yaml:1:4: error[SK118] `.inf` is not a number that every reader can hold",
            "a.yaml:2:6: error[SK118] `.NaN` is not a number that every reader can hold",
            "a.yaml:3:4: error[SK118] `1234567890123456` is not a number that every reader can hold",
        ],
        id="numbers that no JSON holds, below x- too",
    ),
    pytest.param(
        "hold: 1:30\nlang: no\nx-a: 010",
        {"hold": "1:30", "lang": "no", "x-a": "010"},
        [
            "a.yaml:1:7: error[SK108] `1:30` is the number 90 to some YAML readers and text to others",
            "a.yaml:2:7: error[SK108] `no` is false to some YAML readers and text to others",
            "a.yaml:3:6: error[SK108] `010` is the number 8 to some YAML readers and the number 10 to others",
        ],
        id="scalars that differ, below x- too",
    ),
    pytest.param(
        "1: a\ntrue: b\n~: c\n1.5: d",
        {"1": "a", "true": "b", "~": "c", "1.5": "d"},
        [
            "a.yaml:1:1: error[SK109] the key `1` is not text",
            "a.yaml:2:1: error[SK109] the key `true` is not text",
            "a.yaml:3:1: error[SK109] the key `~` is not text",
            "a.yaml:4:1: error[SK109] the key `1.5` is not text",
        ],
        id="keys that are not text",
    ),
    pytest.param(
        "no: 1\n1:30: 2",
        {"no": 1, "1:30": 2},
        [
            "a.yaml:1:1: error[SK108] `no` is false to some YAML readers and text to others",
            "a.yaml:2:1: error[SK108] `1:30` is the number 90 to some YAML readers and text to others",
        ],
        id="keys that differ",
    ),
    pytest.param(
        "? [a, b]\n: c\n? {d: 1.5}\n: e\nf: g",
        {"f": "g"},
        [
            "a.yaml:1:3: error[SK109] the key `[a, b]` is not text",
            "a.yaml:3:3: error[SK109] the key `{d: 1.5}` is not text",
            "a.yaml:3:7: error[SK107] `1.5` is a bare decimal number",
        ],
        id="collections as keys are left out",
    ),
    pytest.param(
        "a: &x [1]\n*x : b\nc: d",
        {"a": [1], "c": "d"},
        ["a.yaml:2:1: error[SK109] the key `*x` is not text"],
        id="an alias of a list as a key",
    ),
    pytest.param(
        "a: 1\n---\nb: ~\n---\nc: 3",
        {"a": 1},
        ["a.yaml:2:1: error[SK110] the file holds more than one YAML document"],
        id="several documents: the first is read",
    ),
    pytest.param(
        "a: *x\nb: &x 1",
        {"a": "*x", "b": 1},
        ["a.yaml:1:4: error[SK120] the alias `*x` refers to no anchor before it"],
        id="an unknown alias",
    ),
    pytest.param(
        "a: &x [1, *x]",
        {"a": [1, "*x"]},
        ["a.yaml:1:11: error[SK121] the alias `*x` stands inside the value that it names"],
        id="an alias of itself",
    ),
    pytest.param(
        "x-a: &x {b: ~}\nc: *x\nx-d: &y 1.5\ne: *y",
        {"x-a": {"b": None}, "c": "*x", "x-d": 1.5, "e": "*y"},
        ["a.yaml:2:4: error[SK106] `c` has no value", "a.yaml:4:4: error[SK107] `1.5` is a bare decimal number"],
        id="an alias carries no null out of an x- key",
    ),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "expected", "report"), LOCAL)
def test_local_errors(text: str, expected: object, report: list[str], parser: Parser) -> None:
    """All are found in one pass, and the document is given beside them."""
    outcome = _read(text, parser)

    assert said(outcome) == report
    assert outcome.value is not None
    assert repr(outcome.value.data) == repr(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1:30", ["write `1 min 30 s`"], id="a time"),
        pytest.param("a: 1.5", ["write it with its unit, as in `1.5 min`, or in quotes"], id="a decimal"),
        pytest.param("a: ~", ["write a value, `unstated`, or remove the key"], id="null"),
        pytest.param("a: 1\na: 2", ["keep one of the two"], id="a key twice"),
        pytest.param("<<: {}", ["write the fields out, or use `defaults`"], id="a merge key"),
        pytest.param("a: !t x", ["remove the tag"], id="a tag"),
        pytest.param("no: x", ['write `"no"`'], id="a key that differs"),
        pytest.param("1: x", ["keys are words, or quoted text"], id="a key that is a number"),
        pytest.param("a: *b", ["anchor the value first with `&b`"], id="an unknown alias"),
        pytest.param("a: &b [*b]", ["write the value out"], id="an alias of itself"),
        pytest.param("a: 1\n---\nb: 1", ["keep one document in a file"], id="two documents"),
        pytest.param("- a", ["start with `strokekit: 1`"], id="a list"),
    ],
)
def test_every_error_says_what_to_do(text: str, expected: list[str]) -> None:
    """The repair stands with the error."""
    assert hints(_read(text).report) == expected


@pytest.mark.parametrize(
    ("text", "expected", "safe"),
    [
        pytest.param("hold: 1:30", "hold: 1 min 30 s", False, id="a time"),
        pytest.param("lang: no", 'lang: "no"', False, id="a word: quotes may not be what was meant"),
        pytest.param("x-day: 2024-05-01", 'x-day: "2024-05-01"', True, id="a date can only be text"),
        pytest.param("a: =", 'a: "="', True, id="equals"),
        pytest.param("no: x", '"no": x', True, id="a key can only be text"),
        pytest.param("1: x", '"1": x', True, id="a number as a key"),
        pytest.param("\ufeffa: [on]", '\ufeffa: ["on"]', False, id="behind a byte order mark"),
        pytest.param("a: é 😀\r\nb: [off]", 'a: é 😀\r\nb: ["off"]', False, id="behind emoji and CRLF"),
    ],
)
def test_fixes(text: str, expected: str, safe: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Applied, a fix gives a text without the error."""
    found = only(_read(text))

    assert repaired(text, found) == expected
    assert found.fix is not None
    assert found.fix.safe is safe
    assert said(_read(expected)) == []


def test_a_duplicate_shows_the_first() -> None:
    """The related place is the first key."""
    (related,) = only(_read("steps:\n- say: a\n  say: b")).related

    assert related.span is not None
    assert (related.message, related.pointer, related.file, related.span.line, related.span.column) == (
        "it is first written here",
        "/steps/0/say",
        "a.yaml",
        2,
        3,
    )


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        pytest.param("a: [x, {b: 1.5}]", "/a/1/b", id="a value"),
        pytest.param("a: {b: 1, b: 2}", "/a/b", id="a key twice"),
        pytest.param("a: {b: {1: 2}}", "/a/b/1", id="a key"),
        pytest.param("a: [{? [x] : z}]", "/a/0", id="a collection as a key"),
        pytest.param("a/b: {c~d: no}", "/a~1b/c~0d", id="escaped"),
        pytest.param("a: 1\na: {c: ~}", "/a/c", id="inside a value that is left out"),
    ],
)
def test_pointers(text: str, pointer: str) -> None:
    """Each diagnostic carries the address of what it is about."""
    assert [d.pointer for d in _read(text).report][-1] == pointer


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "a.yaml:1:1: error[SK116] the file holds nothing, not a mapping", id="nothing"),
        pytest.param("# c\n", "a.yaml:1:1: error[SK116] the file holds nothing, not a mapping", id="a comment"),
        pytest.param("~", "a.yaml:1:1: error[SK116] the file holds nothing, not a mapping", id="null"),
        pytest.param("--- \n- a", "a.yaml:2:1: error[SK116] the file holds a list, not a mapping", id="a list"),
        pytest.param("just text", "a.yaml:1:1: error[SK116] the file holds a text, not a mapping", id="a text"),
        pytest.param("7", "a.yaml:1:1: error[SK116] the file holds a number, not a mapping", id="a number"),
        pytest.param("true", "a.yaml:1:1: error[SK116] the file holds a truth value, not a mapping", id="a truth value"),
        pytest.param("a: \x07", "a.yaml:1:4: error[SK117] the character U+0007 may not stand in a text", id="a bell"),
        pytest.param("a: \x00", "a.yaml:1:4: error[SK117] the character U+0000 may not stand in a text", id="NUL"),
        pytest.param("a: \ud800", "a.yaml:1:4: error[SK117] the character U+D800 may not stand in a text", id="a surrogate"),
        pytest.param("a: x\x85y", "a.yaml:1:5: error[SK117] the character U+0085 may not stand in a text", id="NEL"),
        pytest.param("a: x\ufeffy", "a.yaml:1:5: error[SK117] the character U+FEFF may not stand in a text", id="a mark inside"),
    ],
)
def test_texts_that_give_no_document(text: str, expected: str, parser: Parser) -> None:
    """One clear line, and no value."""
    outcome = _read(text, parser)

    assert said(outcome) == [expected]
    assert outcome.value is None


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "limits", "expected"),
    [
        pytest.param(
            "a: {b: {c: {d: 1}}}", {"depth": 3}, "a.yaml:1:12: error[SK113] the file nests deeper than 3 levels", id="depth"
        ),
        pytest.param(
            "a: &x {b: {c: 1}}\nd: {e: *x}",
            {"depth": 3},
            "a.yaml:2:8: error[SK113] the file nests deeper than 3 levels",
            id="depth through an alias",
        ),
        pytest.param(
            "a: [1, 2, 3, 4]", {"nodes": 3}, "a.yaml:1:14: error[SK115] the file unrolls to more than 3 values", id="values"
        ),
        pytest.param(
            "a: &x [1, 2]\nb: [*x, *x]",
            {"nodes": 8},
            "a.yaml:2:9: error[SK115] the file unrolls to more than 8 values",
            id="values through aliases",
        ),
    ],
)
def test_limits_that_end_the_reading(text: str, limits: dict[str, int], expected: str, parser: Parser) -> None:
    """What can't be followed gives no document."""
    outcome = _read(text, parser, **limits)

    assert said(outcome) == [expected]
    assert outcome.value is None


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        pytest.param("a: {b: {c: 1}}", {"depth": 3}, id="depth"),
        pytest.param("a: &x {b: 1}\nc: {d: *x}", {"depth": 3}, id="depth through an alias"),
        pytest.param("a: [1, 2]", {"nodes": 4}, id="values: the root, the list and its items"),
        pytest.param("a: &x [1]\nb: *x", {"nodes": 5}, id="values through an alias"),
        pytest.param("a: xyz", {"scalar": 3}, id="a scalar"),
    ],
)
def test_limits_are_inclusive(text: str, limits: dict[str, int]) -> None:
    """Exactly the limit is allowed."""
    assert said(_read(text, **limits)) == []


def test_long_scalars() -> None:
    """A text over the limit is an error of its own, and is kept up to the limit."""
    outcome = _read("a: abcdef\nghijkl: 'b'", scalar=3)

    assert said(outcome) == [
        "a.yaml:1:4: error[SK119] this text is longer than 3 characters",
        "a.yaml:2:1: error[SK119] this text is longer than 3 characters",
    ]
    assert outcome.value is not None
    assert outcome.value.data == {"a": "abc", "ghi": "b"}


def test_diagnostics_are_bounded() -> None:
    """The first of them are kept; the document is given all the same."""
    outcome = _read("\n".join(f"k{number}: ~" for number in range(50)), diagnostics=3)

    assert said(outcome) == [f"a.yaml:{line}:5: error[SK106] `k{line - 1}` has no value" for line in (1, 2, 3)]
    assert outcome.value is not None
    assert len(outcome.value.data) == 50


def test_what_ends_the_reading_is_always_said() -> None:
    """The bound on diagnostics never hides why there is no document."""
    outcome = _read("a: ~\nb: ~\nc: [", diagnostics=1)

    assert said(outcome) == [
        "a.yaml:1:4: error[SK106] `a` has no value",
        "a.yaml:3:5: error[SK102] this is not readable YAML: a value is missing here",
    ]


def test_the_python_parser_takes_no_halves() -> None:
    """Escapes for half a character are refused by both parsers, so that no document holds one."""
    text = r'a: "\ud83d\ude00"'
    expected = [
        "a.yaml:1:4: error[SK102] this is not readable YAML: this escape stands for no character; write the character itself"
    ]

    assert [said(_read(text, yaml_parser(pure=pure))) for pure in (False, True)] == [expected, expected]


def test_the_reader_is_found_by_the_name() -> None:
    """`read_text` comes here for YAML."""
    assert read_text("a: 1", name="x.yml").require().syntax == "yaml"


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a:\tb\t\nc: d", {"a": "b", "c": "d"}, id="behind a key and a word"),
        pytest.param("a: b\tc", {"a": "b\tc"}, id="between words"),
        pytest.param("a\t: b", {"a": "b"}, id="before a colon"),
        pytest.param("a: [b,\tc\t,\n\td]", {"a": ["b", "c", "d"]}, id="in brackets"),
        pytest.param("a:\n  - b\tc\n  - d", {"a": ["b\tc", "d"]}, id="in an item"),
        pytest.param("a:\n  -\tb", None, id="behind a dash, where a key may begin"),
        pytest.param("a: 'b'\t# c\nd: e\t# f", {"a": "b", "d": "e"}, id="before a comment"),
        pytest.param("a: b \t\n  c", {"a": "b c"}, id="before a line break in a text"),
        pytest.param("a:\n\t- b", None, id="that indent"),
        pytest.param("a:\n  b: c\n\td: e", None, id="that indent further down"),
    ],
)
def test_tabs(text: str, expected: Any, parser: Parser) -> None:
    """They part what stands in a line, and indent nothing, whatever the parser."""
    document = _read(text, parser).value

    assert (document and document.data) == expected
