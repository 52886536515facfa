"""What the report of a routine says of the plugin that a name is missing from."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from strokekit.plugins.bare import plugin_from_text

PLUGIN = """\
regions: [{id: Line, title: L}, {id: sen, title: S}]
words: {tool: [{id: bamboo, titel: B}]}
techniques: [{id: thumbing, title: T, family: compression, summary: x, takes: {where: {}, tool: {}}}]
"""
ROUTINE = """\
strokekit: 1
title: x
contraindications: none_reviewed
sections:
  - id: a
    position: prone
    steps:
      - %s
"""
BROKEN = (
    "thai.yaml:1:16: this declaration can't be used: `Line` is no id: small letters, digits and `_`, without the namespace",
    "thai.yaml:2:29: this declaration can't be used: `titel` is not a key of a Word",
)


@pytest.mark.parametrize(
    ("step", "expected", "hints"),
    [
        pytest.param(
            "{technique: thai.thumbing, where: thai.line}",
            "r:8:43: error[SK403] there is no region `thai.line`",
            BROKEN,
            id="a region that was dropped",
        ),
        pytest.param(
            "{technique: thai.thumbing, where: calf, tool: thai.bamboo}",
            "r:8:55: error[SK404] `thai.bamboo` is no contact tool of the catalogue",
            ("declare it under `words: {things: {thai.bamboo: …}}` if it is meant", *BROKEN),
            id="a word that was dropped",
        ),
        pytest.param(
            "{technique: kneading, where: shiatsu.meridian}",
            "r:8:38: error[SK403] there is no region `shiatsu.meridian`",
            ("no plugin `shiatsu` is in use: `strokekit plugins` lists those that are found",),
            id="a region of no plugin",
        ),
        pytest.param(
            "{technique: kneading, where: caf}",
            "r:8:38: error[SK403] there is no region `caf`",
            ("did you mean `calf`?",),
            id="a region of strokekit",
        ),
        pytest.param(
            "{technique: thumming, where: calf}",
            "r:8:21: error[SK401] there is no technique `thumming`",
            ("did you mean `thai.thumbing`?",),
            id="a technique without its namespace",
        ),
    ],
)
def test_it_names_the_cause(step: str, expected: str, hints: tuple[str, ...]) -> None:
    """The hints hold what the plugin's own problem is, or that there is no such plugin, or what may be meant."""
    engine = Engine(plugins={"thai": plugin_from_text(PLUGIN, name="thai.yaml")})
    found = engine.loads(ROUTINE % step, name="r").report.errors[0]

    assert str(found) == expected
    assert found.hints == hints
