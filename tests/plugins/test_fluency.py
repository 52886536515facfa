"""What of a text is no Fluent, and where it stands."""

from __future__ import annotations

import pytest

from strokekit.plugins.fluency import Junk, junk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("# a note\na = A { $b }\n    and more\n-term = T\n", [], id="messages, notes and terms"),
        pytest.param("a = {", [Junk(0, 5, "`a = {` is no Fluent: expected an inline expression")], id="an open brace"),
        pytest.param(
            "a = { $b }\n}\nc = C", [Junk(11, 12, "`}` is no Fluent: expected an entry start")], id="a brace that stood before"
        ),
        pytest.param(
            "a = A\r\nb\r\nc = C\r\n", [Junk(7, 8, '`b` is no Fluent: expected token: "="')], id="lines that end as on Windows"
        ),
        pytest.param(
            "a" * 80,
            [Junk(0, 80, f'`{"a" * 60}` is no Fluent: expected token: "="')],
            id="a long line",
        ),
    ],
)
def test_it_is_found(text: str, expected: list[Junk]) -> None:
    """Each stretch is told once, with its reason; what is repeated of it is bounded."""
    assert list(junk(text)) == expected
