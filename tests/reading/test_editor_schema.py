"""The schema with words for editors: the same as the published one but for them, and they are those of `check`."""

from __future__ import annotations

from typing import Any

from strokekit.engine import Engine

ENGINE = Engine()


def without(shape: Any) -> Any:
    """Leave the words out."""
    if isinstance(shape, dict):
        return {key: without(part) for key, part in shape.items() if key != "patternErrorMessage"}
    return [without(part) for part in shape] if isinstance(shape, list) else shape


def said(shape: Any) -> list[str]:
    """List the words, and the patterns that have none."""
    if isinstance(shape, list):
        return [word for part in shape for word in said(part)]
    if not isinstance(shape, dict):
        return []
    own = (
        [shape.get("patternErrorMessage", f"nothing is said of {shape['pattern']}")]
        if isinstance(shape.get("pattern"), str)
        else []
    )
    return [*own, *(word for key, part in shape.items() if key not in ("if", "not", "examples") for word in said(part))]


def test_it_accepts_what_the_published_one_accepts() -> None:
    """Nothing else differs."""
    assert without(ENGINE.schema(messages=True)) == ENGINE.schema()
    assert "patternErrorMessage" not in str(ENGINE.schema())


def test_every_pattern_has_words() -> None:
    """Wherever a text can have the wrong form, it is said what to write, and no pattern is shown."""
    words = said(ENGINE.schema(messages=True))

    assert [word for word in words if not word.startswith("write ")] == []
    assert [word for word in words if "^" in word] == []
    assert len(words) > 50
