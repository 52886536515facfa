"""Where a YAML value begins behind its anchor and tag."""

from __future__ import annotations

import pytest

from strokekit.formats.yaml_properties import properties


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        pytest.param("x", "", "x", id="neither"),
        pytest.param("&a x", "", "x", id="an anchor"),
        pytest.param("!t x", "!t", "x", id="a tag"),
        pytest.param("&a !t x", "!t", "x", id="an anchor, then a tag"),
        pytest.param("!t &a x", "!t", "x", id="a tag, then an anchor"),
        pytest.param("! x", "!", "x", id="the tag that names none"),
        pytest.param("!!str x", "!!str", "x", id="a tag of YAML"),
        pytest.param("!<tag:a,2024:b c> x", "!<tag:a,2024:b c>", "x", id="a whole tag"),
        pytest.param("&a\n  x", "", "x", id="the value in the next line"),
        pytest.param("&a # !no\n  x", "", "x", id="a comment between"),
        pytest.param("&a", "", "", id="nothing behind"),
        pytest.param("!t[1]", "!t", "[1]", id="a bracket at once"),
        pytest.param("&a '!t'", "", "'!t'", id="a value that looks like a tag"),
    ],
)
def test_properties(text: str, tag: str, value: str) -> None:
    """The tag and the value come apart, whatever stands between."""
    found = properties(text, 0, len(text))

    assert (text[found.tag_start : found.tag_end], text[found.value :]) == (tag, value)


def test_the_end_is_kept() -> None:
    """Nothing behind the value's end is looked at."""
    assert properties("&a &b", 0, 2).value == 2
