"""The rules of YAML 1.1 and 1.2, against the readers that follow them."""

from __future__ import annotations

import math
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from strokekit.formats.plain import SUSPECT, Odd, quoted, resolve
from strokekit.formats.readings import yaml_1_1, yaml_1_2

SIGNS = st.text(alphabet="0123456789+-._:eExXoObBaAfFnNyYtTiIlLsSuUrR=<~ Z", max_size=14)
WORDS = st.sampled_from(
    ["yes", "No", "ON", "off", "y", "N", "true", "False", "null", "~", "", "=", "<<", ".inf", "-.INF", ".NaN"]
)


def _pyyaml(text: str) -> object:
    """What PyYAML makes of a plain scalar: the resolver's tag alone where it has no value for it."""
    loader: Any = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    if tag in ("tag:yaml.org,2002:merge", "tag:yaml.org,2002:value"):
        return tag
    return loader.construct_object(yaml.ScalarNode(tag, text))


@given(SIGNS | WORDS | st.text().filter(lambda text: text[:1] not in ("!", "&", "*")))  # none of them begins a plain scalar
@example("0b_")
@example("+.5")
@example("1:30")
def test_what_is_accepted_is_what_pyyaml_reads(text: str) -> None:
    """A plain scalar that passes has the same value for PyYAML, which follows YAML 1.1."""
    value = resolve(text)

    if not isinstance(value, Odd):
        assert (type(value), value) == (type(_pyyaml(text)), _pyyaml(text))


@given(SIGNS | WORDS)
def test_numbers_and_dates_of_pyyaml_are_never_text(text: str) -> None:
    """Whatever PyYAML takes for more than text, the rules of 1.1 do too."""
    try:
        other = _pyyaml(text)
    except ValueError:  # such as the date 2024-99-99, which PyYAML itself stumbles over
        other = None

    if not isinstance(other, str):
        assert yaml_1_1(text) is not None


@given(SIGNS | WORDS | st.text())
def test_only_suspects_are_anything_but_text(text: str) -> None:
    """The reader asks about no scalar that begins otherwise."""
    if text[:1] not in SUSPECT:
        assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param("12", 12, 12, id="digits"),
        pytest.param("-7", -7, -7, id="a sign"),
        pytest.param("010", 8, 10, id="a leading zero"),
        pytest.param("08", None, 8, id="no octal digit"),
        pytest.param("0o7", None, 7, id="octal of 1.2"),
        pytest.param("0x1F", 31, 31, id="hexadecimal"),
        pytest.param("-0x1F", -31, None, id="hexadecimal with a sign"),
        pytest.param("0b11", 3, None, id="binary"),
        pytest.param("1_000", 1000, None, id="underscores"),
        pytest.param("1:30", 90, None, id="base 60"),
        pytest.param("01:30:00", 5400, None, id="base 60 with a leading zero"),
        pytest.param("1:60", None, None, id="no base 60"),
        pytest.param("1.5", 1.5, 1.5, id="a decimal"),
        pytest.param("1.", 1.0, 1.0, id="a decimal without decimals"),
        pytest.param(".5", 0.5, 0.5, id="a decimal without a whole part"),
        pytest.param("1e3", None, 1000.0, id="an exponent"),
        pytest.param("1.0e3", None, 1000.0, id="an exponent without a sign"),
        pytest.param("1.0e+3", 1000.0, 1000.0, id="an exponent with a sign"),
        pytest.param(".inf", math.inf, math.inf, id="infinity"),
        pytest.param("yes", True, None, id="yes"),
        pytest.param("Off", False, None, id="off"),
        pytest.param("TRUE", True, True, id="true"),
        pytest.param("yEs", None, None, id="case of no reader"),
        pytest.param("5..7", None, None, id="a range"),
        pytest.param("+", None, None, id="a sign alone"),
        pytest.param("firm", None, None, id="a word"),
    ],
)
def test_the_two_readings(text: str, old: object, new: object) -> None:
    """Each reader's value; None stands for text."""
    readings = [reading and reading.value for reading in (yaml_1_1(text), yaml_1_2(text))]

    assert readings == [old, new]


@pytest.mark.parametrize(
    ("text", "first", "second", "repair"),
    [
        pytest.param("1:30", "the number 90", "text", "`1 min 30 s`", id="minutes and seconds"),
        pytest.param("0:45", "the number 45", "text", "`45 s`", id="seconds alone"),
        pytest.param("90:00", "the number 5400", "text", "`90 min`", id="minutes alone"),
        pytest.param("01:30:00", "the number 5400", "text", "`1 h 30 min`", id="hours and minutes"),
        pytest.param("1:00:05", "the number 3605", "text", "`1 h 5 s`", id="hours and seconds"),
        pytest.param("0:00", "the number 0", "text", "`0 s`", id="nothing"),
        pytest.param("1:30.5", "a number", "text", "`1 min 30.5 s`", id="tenths of a second"),
        pytest.param("yes", "true", "text", '`true`, or `"yes"` for the word', id="yes"),
        pytest.param("NO", "false", "text", '`false`, or `"NO"` for the word', id="no"),
        pytest.param("y", "true", "text", '`true`, or `"y"` for the word', id="y"),
        pytest.param("010", "the number 8", "the number 10", '`10`, or `"010"`', id="a leading zero"),
        pytest.param("007", "the number 7", "text", '`7`, or `"007"`', id="leading zeros, the same number"),
        pytest.param("09", "text", "the number 9", '`9`, or `"09"`', id="no octal digit"),
        pytest.param("1_000", "the number 1000", "text", '`1000`, or `"1_000"`', id="underscores"),
        pytest.param("1e3", "text", "the number 1000", '`1000`, or `"1e3"`', id="an exponent"),
        pytest.param("1e-3", "text", "a decimal number", '`"1e-3"`', id="a negative exponent"),
        pytest.param("0o17", "text", "the number 15", '`15`, or `"0o17"`', id="octal"),
        pytest.param("0x1F", "the number 31", "text", '`31`, or `"0x1F"`', id="hexadecimal"),
        pytest.param("0b1", "the number 1", "text", '`1`, or `"0b1"`', id="binary"),
        pytest.param("=", "a default value", "text", '`"="`', id="equals"),
        pytest.param("<<", "a merge key", "text", '`"<<"`', id="merge"),
        pytest.param("2024-05-01", "a date", "text", '`"2024-05-01"`', id="a date"),
        pytest.param("2024-5-1 9:30:00", "a date", "text", '`"2024-5-1 9:30:00"`', id="a point in time"),
        pytest.param("0x" + "f" * 80, "a number", "text", f'`"0x{"f" * 80}"`', id="too long to be said"),
    ],
)
def test_what_differs(text: str, first: str, second: str, repair: str) -> None:
    """Both readings are said, and what to write instead."""
    odd = resolve(text)

    assert isinstance(odd, Odd)
    assert (odd.name, odd.first, odd.second, odd.repair) == ("scalar-differs", first, second, repair)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        pytest.param("", "null-value", None, id="nothing"),
        pytest.param("~", "null-value", None, id="tilde"),
        pytest.param("Null", "null-value", None, id="null"),
        pytest.param("1.5", "bare-float", 1.5, id="a decimal"),
        pytest.param("-.5", "scalar-differs", None, id="a decimal that PyYAML does not know"),
        pytest.param(".inf", "number-not-plain", None, id="infinity"),
        pytest.param(".NAN", "number-not-plain", None, id="no number"),
        pytest.param("1.0e+999", "number-not-plain", None, id="more than a double"),
        pytest.param("1" * 16, "number-not-plain", None, id="16 digits"),
        pytest.param("1" * 5000, "number-not-plain", None, id="more digits than Python turns into a number"),
    ],
)
def test_what_is_odd_to_both(text: str, name: str, value: object) -> None:
    """Null and decimals keep their value, for `x-` keys."""
    odd = resolve(text)

    assert isinstance(odd, Odd)
    assert (odd.name, odd.value) == (name, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("3", 3, id="a number"),
        pytest.param("-3", -3, id="a negative number"),
        pytest.param("0", 0, id="zero"),
        pytest.param("9" * 15, 999_999_999_999_999, id="15 digits"),
        pytest.param("true", True, id="true"),
        pytest.param("False", False, id="false"),
        pytest.param("5..7 min", "5..7 min", id="a range"),
        pytest.param("1 min 30 s", "1 min 30 s", id="a duration"),
        pytest.param("1/3", "1/3", id="a share"),
        pytest.param("not now", "not now", id="a text that begins like a word"),
        pytest.param("1.2.3", "1.2.3", id="a version"),
        pytest.param("01/02", "01/02", id="no number"),
    ],
)
def test_what_is_plain(text: str, value: object) -> None:
    """What all readers agree on has its value."""
    assert (type(resolve(text)), resolve(text)) == (type(value), value)


def test_quoted() -> None:
    """Quotes and line breaks are escaped, letters are not."""
    assert quoted('é "a"\n') == '"é \\"a\\"\\n"'
