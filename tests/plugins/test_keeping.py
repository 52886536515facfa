"""Whether one literal keeps to another as its limits."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from strokekit.plugins.keeping import keeps_to

LITERALS = Engine().catalog.literals


@pytest.mark.parametrize(
    ("kind", "value", "limits", "keeps"),
    [
        pytest.param("count", 5, "1..5", True, id="at the upper end"),
        pytest.param("count", 6, "1..5", False, id="above it"),
        pytest.param("count", "1..2", "2..5", False, id="below the lower end"),
        pytest.param("duration", "30 s", "1..2 min", False, id="a shorter time"),
        pytest.param("duration", "3 breaths", "1..2 min", True, id="breaths and minutes"),
        pytest.param("duration", "90 s each side", "1..30 s", True, id="for each side and the whole"),
        pytest.param("duration", "few_seconds", "1..2 min", True, id="a name"),
        pytest.param("quantity", "60 °C", "38..50 °C", False, id="too hot"),
        pytest.param("quantity", "60 cm", "38..50 °C", True, id="another unit"),
        pytest.param("pressure", "deep", "1..2 walton", False, id="a word above a level"),
        pytest.param("pressure", "light or deep", "1..2 walton", False, id="the second of two"),
        pytest.param("pressure", "light", "1..2 walton", True, id="a word within"),
        pytest.param("pressure", "9 comfort", "1..2 walton", True, id="another scale"),
        pytest.param("pressure", "light", "deeper", True, id="limits without a level"),
        pytest.param("tool", "palm", "thumb", True, id="words"),
    ],
)
def test_limits(kind: str, value: object, limits: object, keeps: bool) -> None:  # noqa: FBT001 - what is expected
    """It keeps to them unless both can be compared and it reaches out of them."""
    read = [LITERALS.read(kind, written) for written in (value, limits)]

    assert [one.mistakes for one in read] == [(), ()]
    assert keeps_to(read[0].value, read[1].value) is keeps
