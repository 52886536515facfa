"""What calls for care stands at the step, for techniques and for actions."""

from __future__ import annotations

import pytest

from strokekit import Engine
from strokekit.plugins.bare import plugin_from_text

DATA = """\
techniques:
  - id: lay
    title: Lay
    family: thermal
    summary: A warm stone is laid.
    hands_on: false
    takes: {where: {}}
    timing: {per: once, time: 10 s}
    cautions: {status: %s}
"""
LISTED = "listed, items: [{condition: diabetes, effect: refuse, source: a manual}]"
TEXT = "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\nsections: [{id: a, steps: [{action: own.lay, where: back}]}]\n"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        pytest.param(LISTED, ["    Cautions: diabetes: do not begin [1]"], id="listed"),
        pytest.param("none_reviewed", [], id="none found"),
        pytest.param("unknown", [], id="nobody looked: of an action that is not said"),
    ],
)
def test_cautions_of_an_action(status: str, expected: list[str]) -> None:
    """What is known of an action, such as laying a warm stone, stands on the card as what is known of a technique does."""
    engine = Engine(plugins={"own": plugin_from_text(DATA % status)}, strict=True)
    card = engine.render(engine.fit(engine.compose(engine.loads(TEXT))).require(), to="text")

    assert isinstance(card, str)
    assert [line for line in card.splitlines() if "Cautions" in line] == expected
