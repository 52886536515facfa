"""Documents: values, and the way back into the text."""

from __future__ import annotations

import copy
import pickle

import pytest

from strokekit.formats import Document, Source, read_text

YAML = """\
title: Back
steps:
  - technique: glide
    where: [left back, neck]
  - {say: 'It''s warm', x-a: &n ~}
  - &last
    say: |
      Breathe out.
      Slowly.
    pace: slow
closing: *last
empty: {}
"""
JSON = '{"title": "Back",\n "steps": [{"technique": "glide", "where": ["left back"]}],\n "empty": {}}'


def _document(text: str = YAML) -> Document:
    return read_text(text).require()


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        pytest.param("/title", "Back", id="a key"),
        pytest.param("/steps/0/where/1", "neck", id="an item"),
        pytest.param("/closing/pace", "slow", id="through an alias"),
        pytest.param("/steps/1/x-a", None, id="null"),
        pytest.param("/empty", {}, id="a mapping"),
    ],
)
def test_value(pointer: str, expected: object) -> None:
    """A pointer leads to its value."""
    assert _document().value(pointer) == expected


def test_the_root_is_a_value() -> None:
    """The empty pointer is the whole document."""
    document = _document()

    assert document.value("") is document.data


@pytest.mark.parametrize(
    "pointer",
    [
        pytest.param("/nothing", id="no such key"),
        pytest.param("/steps/9", id="behind the list"),
        pytest.param("/steps/-1", id="no index"),
        pytest.param("/steps/01", id="a leading zero"),
        pytest.param("/steps/a", id="a key of a list"),
        pytest.param("/title/0", id="inside a text"),
        pytest.param("/", id="the empty key"),
    ],
)
def test_nothing_there(pointer: str) -> None:
    """Where nothing stands, a KeyError names the pointer."""
    with pytest.raises(KeyError) as caught:
        _document().value(pointer)

    assert caught.value.args == (pointer,)


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        pytest.param("/title", "Back", id="a plain text"),
        pytest.param("/steps/0", "technique: glide\n    where: [left back, neck]", id="a block mapping ends with its last value"),
        pytest.param("/steps/0/where", "[left back, neck]", id="a flow list"),
        pytest.param("/steps/0/where/0", "left back", id="an item"),
        pytest.param("/steps/1", "{say: 'It''s warm', x-a: &n ~}", id="a flow mapping"),
        pytest.param("/steps/1/say", "'It''s warm'", id="a quoted text"),
        pytest.param("/steps/1/x-a", "~", id="behind an anchor"),
        pytest.param("/steps/2/say", "|\n      Breathe out.\n      Slowly.", id="a block text"),
        pytest.param("/closing", "*last", id="an alias"),
        pytest.param("/closing/pace", "slow", id="through an alias, where it is written"),
        pytest.param("/empty", "{}", id="an empty mapping"),
        pytest.param("/steps/0/repeat", "technique", id="a missing key: the container's first key"),
        pytest.param("/steps/0/where/7", "left back", id="a missing item: the list's first item"),
        pytest.param("/empty/a", "{}", id="a missing key of an empty mapping"),
        pytest.param("/steps/0/with/min", "technique", id="below a missing key"),
        pytest.param("/title/a", "Back", id="inside a text"),
        pytest.param("/steps/7", "technique", id="a missing step: the first step's first key"),
    ],
)
def test_span_in_yaml(pointer: str, expected: str) -> None:
    """The span of a value is its text; of what is missing, the opening of its container."""
    assert _document().text(pointer) == expected


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        pytest.param("/title", '"Back"', id="a text"),
        pytest.param("/steps/0", '{"technique": "glide", "where": ["left back"]}', id="an object"),
        pytest.param("/steps/0/where/0", '"left back"', id="an item"),
        pytest.param("/steps/0/repeat", '"technique"', id="a missing key"),
        pytest.param("/empty/a", "{}", id="a missing key of an empty object"),
    ],
)
def test_span_in_json(pointer: str, expected: str) -> None:
    """As in YAML."""
    assert _document(JSON).text(pointer) == expected


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        pytest.param("/title", "title", id="a key"),
        pytest.param("/steps/0/where", "where", id="a deeper key"),
        pytest.param("/steps/0/where/1", "neck", id="an item"),
        pytest.param("/closing/say", "say", id="through an alias"),
        pytest.param("", "title", id="the root"),
        pytest.param("/steps/0/repeat", "technique", id="a missing key"),
    ],
)
def test_key_span(pointer: str, expected: str) -> None:
    """The key of a value; the item itself in a list; the opening where nothing stands."""
    document = _document()
    span = document.key_span(pointer)

    assert document.source.slice(span.start, span.end) == expected


def test_spans_have_lines() -> None:
    """Lines and columns count from 1."""
    span = _document().span("/steps/0/where/1")

    assert (span.line, span.column, span.end_line, span.end_column) == (4, 24, 4, 28)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        pytest.param("a: left back", "back", "back", id="plain"),
        pytest.param("a: 'left back'", "back", "back", id="single quotes"),
        pytest.param("a: 'it''s back'", "back", "back", id="a doubled quote before it"),
        pytest.param("a: 'it''s back'", "'", "''", id="a doubled quote"),
        pytest.param('a: "left back"', "back", "back", id="double quotes"),
        pytest.param(r'a: "\u00e9\x41\U0001F600\tback"', "back", "back", id="escapes before it"),
        pytest.param(r'a: "l\u00e9ft"', "é", r"\u00e9", id="an escape itself"),
        pytest.param(r'a: "\\ \" \/ \_x"', "x", "x", id="short escapes"),
        pytest.param('a: "left\n  back"', "back", "back", id="a folded line"),
        pytest.param('a: "left \\\n  back"', "back", "back", id="a joined line"),
        pytest.param('a: "left\n\n  back"', "\nback", "\n\n  back", id="a line break that is kept"),
        pytest.param("a: 'left\n\n  back'", "back", "back", id="folded in single quotes"),
        pytest.param("a: left\n  back", "back", "back", id="a plain text over two lines"),
        pytest.param("a: left\n  \n  back", "back", "back", id="a plain text with an empty line"),
        pytest.param("a: |\n  left\n  back\n", "back", "back", id="a literal block"),
        pytest.param("a: |2-\n    left\n  back", "back", "back", id="a literal block with an indent"),
        pytest.param("a: |\n  left\n    back\n", "  back", "  back", id="a deeper line"),
        pytest.param("a: >\n  left\n  back\n", "left back", "left\n  back", id="a folded block"),
        pytest.param("a: >\r\n  left\r\n  back\r\n", "back", "back", id="a folded block with CRLF"),
        pytest.param("a: &x left back", "back", "back", id="behind an anchor"),
        pytest.param("a: 😀 back", "back", "back", id="behind an emoji"),
        pytest.param('{"a": "left back"}', "back", "back", id="JSON"),
        pytest.param(r'{"a": "\ud83d\ude00 \u00e9 \"back"}', "back", "back", id="JSON with escapes before it"),
        pytest.param(r'{"a": "\ud83d\ude00"}', "😀", r"\ud83d\ude00", id="a pair of escapes in JSON"),
        pytest.param(r'{"a": "a\/b"}', "/", r"\/", id="a short escape in JSON"),
    ],
)
def test_inner_span(text: str, part: str, expected: str) -> None:
    """A stretch of the decoded text is found in the source, whatever the style."""
    document = _document(text)
    value = document.value("/a")
    start = value.index(part)
    span = document.inner_span("/a", start, start + len(part))

    assert document.source.slice(span.start, span.end) == expected


@pytest.mark.parametrize(
    ("text", "start", "column"),
    [
        pytest.param("a: 'x''y'", 0, 5, id="the start"),
        pytest.param("a: 'x''y'", 2, 8, id="behind the quotes"),
        pytest.param("a: 'x''y'", 3, 9, id="the end"),
        pytest.param("a: 'x''y'", 99, 9, id="behind the end"),
        pytest.param("a: ''", 0, 4, id="in an empty text: the whole of it"),
    ],
)
def test_an_empty_stretch(text: str, start: int, column: int) -> None:
    """A point in a text is a point in the source."""
    assert _document(text).inner_span("/a", start, start).column == column


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        pytest.param("/steps", YAML[YAML.index("- technique") : YAML.index("\nclosing")], id="a list"),
        pytest.param("/steps/1/x-a", "~", id="null"),
        pytest.param("/closing/say", "|\n      Breathe out.\n      Slowly.", id="an alias's text, wholly asked for"),
        pytest.param("/nothing", "title", id="nothing there"),
    ],
)
def test_the_whole_where_there_is_no_inside(pointer: str, expected: str) -> None:
    """What has no inside is shown as a whole."""
    document = _document()
    span = document.inner_span(pointer, 0, 0) if "say" not in pointer else document.span(pointer)

    assert document.source.slice(span.start, span.end) == expected


def test_an_alias_is_shown_whole() -> None:
    """The text of an alias stands elsewhere."""
    document = _document("a: &x left back\nb: *x")
    span = document.inner_span("/b", 5, 9)

    assert document.source.slice(span.start, span.end) == "*x"


def test_a_repaired_text_is_shown_whole() -> None:
    """Where the value is not what is written, no stretch of it can be found."""
    document = read_text('{"a": "x\\ud800 back"}').value
    assert document is not None
    span = document.inner_span("/a", 3, 7)

    assert document.source.slice(span.start, span.end) == '"x\\ud800 back"'


@pytest.mark.parametrize("text", [pytest.param(YAML, id="yaml"), pytest.param(JSON, id="json")])
def test_it_pickles(text: str) -> None:
    """A copy is equal and knows its places, whether or not they were asked for before."""
    document = _document(text)
    before = pickle.loads(pickle.dumps(document))  # noqa: S301 - our own bytes
    document.span("/title")
    after = pickle.loads(pickle.dumps(document))  # noqa: S301

    assert before == after == copy.deepcopy(document) == document
    assert before.span("/steps/0/where") == after.span("/steps/0/where") == document.span("/steps/0/where")


def test_a_deep_document_pickles() -> None:
    """The deepest that the limits allow stays within Python's stack."""
    text = "a: " + "[" * 99 + "]" * 99
    document = _document(text)

    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - our own bytes


def test_it_compares_by_content() -> None:
    """Name, text, syntax and data; not how much of it has been looked at."""
    one, other = _document(JSON), _document(JSON)
    one.span("/title")

    assert one == other
    assert one != read_text(JSON, name="b.json").require()
    assert one != read_text(JSON, syntax="yaml").require()


def test_its_repr_does_not_hold_the_text() -> None:
    """A log line with a document in it stays a line."""
    assert repr(_document("a: secret")) == "Document(source=Source(name='<text>'), syntax='yaml')"


def test_made_by_hand_it_finds_its_marks_as_json() -> None:
    """A program that has data and its JSON text can make a document of them."""
    document = Document(source=Source("a", '{"a": 1}'), syntax="json", data={"a": 1})

    assert document.span("/a").column == 7
