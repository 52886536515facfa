"""What a step is by its head, where the head is misspelt."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        pytest.param("tecnique: kneading, where: calf, say: Breathe", "`tecnique` is not a key of a step", id="technique"),
        pytest.param("acton: cover, where: calf, ask: All well", "`acton` is not a key of a step", id="action"),
        pytest.param("stpes: [], say: Breathe", "`stpes` is not a key of a step", id="steps"),
        pytest.param("say: Breathe, volume: loud", "`volume` is not a key of a cue step", id="another key beside words"),
        pytest.param("say: Breathe, x-technique: a", None, id="a key of one's own"),
    ],
)
def test_a_misspelt_head_beside_words_is_one_finding(step: str, expected: str | None) -> None:
    """Words may be said beside any deed: without its head the step is not taken for words alone, whose keys it has not."""
    engine = Engine()
    text = f"strokekit: 1\ntitle: A\ncontraindications: none_reviewed\nsections: [{{id: a, steps: [{{{step}}}]}}]\n"

    assert [found.message for found in engine.check(engine.read_text(text))] == ([expected] if expected else [])
