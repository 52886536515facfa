"""The way from a decoded text into its source."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from strokekit.formats.inner import stretch

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff", exclude_categories=["Cc", "Cs"]) | st.just("\n")
)


@given(st.text(st.characters(codec="utf-8")), st.booleans())
def test_every_character_of_json(text: str, ascii_only: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Each code point's stretch decodes to itself, and they follow one another without a gap."""
    raw = json.dumps(text, ensure_ascii=ascii_only)
    stretches = [stretch(raw, text, "json", place, place + 1) for place in range(len(text))]

    assert [json.loads(f'"{raw[found[0] : found[1]]}"') for found in stretches if found] == list(text)


@given(TEXTS, st.sampled_from(['"', "'", "|", ">", None]), st.integers(5, 90))
def test_styles_of_yaml(text: str, style: str | None, width: int) -> None:
    """Whatever style PyYAML writes a text in, the whole of it is found, and its words are found as words."""
    dump: Any = yaml.safe_dump  # the stubs know no None among the styles
    written: str = dump({"a": text}, default_style=style, width=width, allow_unicode=True)
    root: Any = yaml.compose(written)
    ((_, node),) = root.value
    raw = written[node.start_mark.index : node.end_mark.index]
    raw = raw.rstrip() if node.style in ("|", ">") else raw

    for word in set(text.split()):
        start = text.index(word)
        found = stretch(raw, text, "yaml", start, start + len(word))
        if found and word.isalnum() and word.isascii():
            assert raw[found[0] : found[1]].replace("\n", "").replace(" ", "").replace("\\", "") == word


@pytest.mark.parametrize(
    ("raw", "decoded", "stretched"),
    [
        pytest.param("abc", "abc", (1, 2), id="plain"),
        pytest.param('"abc"', "abc", (2, 3), id="quoted"),
        pytest.param('"a\\u0062c"', "abc", (2, 8), id="an escape"),
        pytest.param("*x", "abc", None, id="an alias"),
        pytest.param('"abc"', "abd", None, id="another text"),
        pytest.param("", "abc", None, id="nothing"),
    ],
)
def test_stretch(raw: str, decoded: str, stretched: tuple[int, int] | None) -> None:
    """The second character, or None where the source does not decode to the text."""
    assert stretch(raw, decoded, "yaml", 1, 2) == stretched


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(-3, 1, (1, 2), id="before"),
        pytest.param(2, 99, (3, 4), id="behind"),
        pytest.param(2, 1, (3, 3), id="upside down"),
    ],
)
def test_offsets_outside_are_moved_in(start: int, end: int, expected: tuple[int, int]) -> None:
    """As for a source."""
    assert stretch('"abc"', "abc", "json", start, end) == expected
