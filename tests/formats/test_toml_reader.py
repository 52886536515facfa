"""TOML as a document: the standard library says what it means, a grammar where it stands; both must agree."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strokekit.formats.limits import Limits
from strokekit.formats.read import read_toml_text

TEXT = '''\
# a comment
title = "Shi\\u0061tsu" # another
a.b = 'x'
"odd key" = { inner = [1, 2], "x-float" = 1.5 }
when = 2020-01-01 10:00:00
[[techniques]]
id = "palming"
takes.where = {needs = true}
aliases = [ # a list
  "a",
  """b
c""", [1, 2],
]
[techniques.takes.hold]
limits = "3..10 s"

[[techniques]]
id = """quote"""""
[words]
tool = [{id = "x"}, {}]'''


@pytest.mark.parametrize(
    ("pointer", "line", "column", "text"),
    [
        ("/title", 2, 9, '"Shi\\u0061tsu"'),
        ("/a/b", 3, 7, "'x'"),
        ("/odd key/inner/1", 4, 27, "2"),
        ("/when", 5, 8, "2020-01-01 10:00:00"),
        ("/techniques/0/id", 7, 6, '"palming"'),
        ("/techniques/0/takes/where/needs", 8, 24, "true"),
        ("/techniques/0/aliases/1", 11, 3, '"""b\nc"""'),
        ("/techniques/0/aliases/2/1", 12, 11, "2"),
        ("/techniques/0/takes/hold/limits", 15, 10, '"3..10 s"'),
        ("/techniques/1/id", 18, 6, '"""quote"""""'),
        ("/words/tool/1", 20, 21, "{}"),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
def test_everything_has_its_place(pointer: str, line: int, column: int, text: str, mark: str) -> None:
    """Tables, arrays of tables, dotted and quoted keys, inline tables and long texts are found where they stand."""
    document = read_toml_text(mark + TEXT).require()

    assert (document.span(pointer).line, document.span(pointer).column, document.text(pointer)) == (line, column, text)


def test_dates_are_texts() -> None:
    """A date means the same to every reader of TOML, and stays as it is written."""
    assert read_toml_text(TEXT).require().data["when"] == "2020-01-01 10:00:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = ", "<text>:1:5: error[SK102] this is not readable TOML: invalid value"),
        ("a = 1\na = 2", "<text>:2:6: error[SK102] this is not readable TOML: cannot overwrite a value"),
        ("a = 1.5", "<text>:1:5: error[SK107] `1.5` is a bare decimal number"),
        ("a = nan", "<text>:1:5: error[SK118] `nan` is not a number that every reader can hold"),
        ('a = "', "<text>:1:6: error[SK102] this is not readable TOML: unterminated string"),
    ],
)
def test_what_can_not_be_read(text: str, expected: str) -> None:
    """It has its place, as in the other syntaxes."""
    assert [str(found) for found in read_toml_text(text).report] == [expected]


def test_depth_is_bounded() -> None:
    """Nesting stops at the reader's limit, and however deep it goes nothing is raised."""
    assert [d.name for d in read_toml_text(f"a = {'[' * 9}{']' * 9}", limits=Limits(depth=5)).report] == ["too-deep"]
    assert [d.name for d in read_toml_text(f"a = {'[' * 9999}{']' * 9999}").report] == ["too-deep"]


KEYS = st.one_of(st.text("ab_-1", min_size=1, max_size=3), st.sampled_from(['"a b"', "'c.d'", "a . b", '"\\u00e9"']))
SCALARS = st.sampled_from(
    ["1", "-3", "true", '"x # y"', "'z'", '"""\nlong\n"""', "'''a''b'''", "1979-05-27", "07:32:00", "0xDEAD"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[ {', '.join(parts)}\n]" if parts else "[ ]"),
        st.lists(st.tuples(KEYS, inner.filter(lambda text: "\n" not in text)), max_size=2).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs) + "}"
        ),
    ),
    max_leaves=5,
)
LINES = st.one_of(
    st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}  # said"),
    KEYS.map(lambda key: f"[{key}]"),
    KEYS.map(lambda key: f" [[{key}]] "),
    st.just("# nothing"),
    st.just(""),
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_every_value_is_found_where_it_stands(text: str) -> None:
    """What the standard library reads, the grammar reads too, and the text at a value's place reads as that value."""
    outcome = read_toml_text(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert [found.name for found in outcome.report] == ["syntax"]
        return
    document = outcome.require()
    left: list[tuple[str, Any]] = [("", data)]
    while left:
        pointer, value = left.pop()
        if isinstance(value, dict):
            left += [(f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}", part) for key, part in value.items()]
        elif isinstance(value, list) and not all(isinstance(part, dict) for part in value):
            left += [(f"{pointer}/{index}", part) for index, part in enumerate(value)]
        elif not isinstance(value, list):
            assert tomllib.loads(f"v = {document.text(pointer)}") == {"v": value}
