"""Bytes → text, and the characters that may not stand in one."""

from __future__ import annotations

import pytest

from strokekit.diagnostics import Diagnostic
from strokekit.formats import Limits, Source
from strokekit.formats.text import as_text, unfit_character


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("a: é", "a: é", id="a text"),
        pytest.param("a: é".encode(), "a: é", id="UTF-8"),
        pytest.param("a: é".encode("utf-8-sig"), "\ufeffa: é", id="UTF-8 with a mark, which stays"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_what_is_text(data: str | bytes, expected: str) -> None:
    """Text and UTF-8 pass."""
    assert as_text(data, name="a", limits=Limits()) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            b"a: caf\xe9 x",
            "a:1:7: error[SK101] the file is not UTF-8 text: the byte 0xE9 fits no character",
            id="Latin-1",
        ),
        pytest.param(
            b"a: \xc3\xa9\nb: \xff",
            "a:2:4: error[SK101] the file is not UTF-8 text: the byte 0xFF fits no character",
            id="on the second line",
        ),
        pytest.param(
            b"a: \xe2\x82",
            "a:1:4: error[SK101] the file is not UTF-8 text: the byte 0xE2 fits no character",
            id="cut off",
        ),
        pytest.param(
            b"\xed\xa0\x80",
            "a:1:1: error[SK101] the file is not UTF-8 text: the byte 0xED fits no character",
            id="a surrogate",
        ),
        pytest.param("a: 1".encode("utf-16"), "a: error[SK101] the file is not UTF-8 text: it looks like UTF-16", id="UTF-16"),
        pytest.param(
            "a: 1".encode("utf-16-be"),
            "a: error[SK101] the file is not UTF-8 text: it looks like UTF-16",
            id="UTF-16 without a mark",
        ),
        pytest.param("a: 1".encode("utf-32"), "a: error[SK101] the file is not UTF-8 text: it looks like UTF-16", id="UTF-32"),
    ],
)
def test_what_is_no_text(data: bytes, expected: str) -> None:
    """The first byte that is no UTF-8 is named with its place."""
    found = as_text(data, name="a", limits=Limits())

    assert isinstance(found, Diagnostic)
    assert str(found) == expected
    assert found.hints == ("save it as UTF-8",)


@pytest.mark.parametrize(
    ("data", "size", "fits"),
    [
        pytest.param("abcd", 4, True, id="exactly"),
        pytest.param("abcd", 3, False, id="too many characters"),
        pytest.param("éé", 4, True, id="two bytes each"),
        pytest.param("éé", 3, False, id="bytes count, not characters"),
        pytest.param(b"abcd", 4, True, id="bytes"),
        pytest.param(b"abcde", 4, False, id="too many bytes"),
        pytest.param("\ud800", 3, True, id="half a character is measured too"),
    ],
)
def test_the_size(data: str | bytes, size: int, fits: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """The limit is in bytes of UTF-8."""
    found = as_text(data, name="a", limits=Limits(size=size))

    assert (found == data or found == bytes(data, "utf-8").decode() if isinstance(data, str) else isinstance(found, str)) == fits


def test_too_large() -> None:
    """A file over the limit says so, with the limit."""
    found = as_text("abcde", name="a", limits=Limits(size=4))

    assert str(found) == "a: error[SK114] the file is larger than 4 bytes"


@pytest.mark.parametrize("yaml", [pytest.param(True, id="yaml"), pytest.param(False, id="json")])
@pytest.mark.parametrize(
    ("text", "character", "column"),
    [
        pytest.param("a: \x00", "U+0000", 4, id="NUL"),
        pytest.param("a\x1b: b", "U+001B", 2, id="escape"),
        pytest.param("é\ud800", "U+D800", 2, id="half a character"),
    ],
)
def test_characters_that_no_text_holds(text: str, character: str, column: int, yaml: bool) -> None:  # noqa: FBT001 - a parameter
    """Control characters and lone surrogates are named by their number."""
    found = unfit_character(Source("a", text), yaml=yaml)

    assert str(found) == f"a:1:{column}: error[SK117] the character {character} may not stand in a text"


@pytest.mark.parametrize(
    "character",
    [pytest.param(c, id=f"U+{ord(c):04X}") for c in "\x7f\x85\u2028\u2029\ufeff\ufffe"],
)
def test_characters_that_only_yaml_refuses(character: str) -> None:
    """JSON keeps in its texts what breaks lines in YAML 1.1."""
    source = Source("a", f"a: x{character}")

    assert str(unfit_character(source, yaml=True)) == (
        f"a:1:5: error[SK117] the character U+{ord(character):04X} may not stand in a text"
    )
    assert unfit_character(source, yaml=False) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeffa: b", id="a byte order mark in front"),
        pytest.param("a:\tb\r\n", id="tab and line breaks"),
        pytest.param("é — 😀 中", id="any script"),
    ],
)
def test_what_fits(text: str) -> None:
    """Ordinary texts hold no unfit character."""
    assert unfit_character(Source("a", text), yaml=True) is None
