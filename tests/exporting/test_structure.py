"""The diagram of a routine's structure, as Mermaid itself draws it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from strokekit import Plan
from strokekit.exporting.structure import label
from strokekit.rendering.lines import one_line
from tests.exporting import mermaid
from tests.exporting.readers import engine
from tests.exporting.routines import HEAD
from tests.rendering import hostile
from tests.rendering.constructs import CONSTRUCTS

LOOPS = f"""{HEAD}sections:
  - id: legs
    title: Legs
    steps:
      - {{technique: kneading, id: work, where: calf, when: wanted}}
      - id: loop
        title: Over and over
        repeat: 3
        steps: [{{technique: circles, id: round, where: calf}}, {{technique: friction, id: rub, where: calf}}]
        between: [{{technique: stroking, id: sooth, where: calf}}]
      - {{choose: 1, id: pick, from: [{{technique: holding, id: one, where: foot}}, {{say: Breathe, id: two}}]}}
      - {{checkpoint: 1..9 min, id: mark}}
  - {{id: end, phase: aftercare, sides: each, steps: [{{technique: stroking, id: last, where: calf}}]}}
"""
DRAWN = """\
flowchart TD
    accTitle: Calf
    subgraph n1["Legs #40;main part#41;"]
    n2["Kneading #40;Only if: wanted#41;"]
    subgraph n3["Over and over #40;3 times#41;"]
    n4["Circles"]
    n5["Friction"]
    n4 --> n5
    n6["Stroking"]
    n5 -.-> n6
    end
    subgraph n7["Choose"]
    n8["Holding"]
    n9["Breathe"]
    end
    n2 --> n3
    n3 --> n7
    end
    subgraph n10["end #40;aftercare#41;"]
    subgraph n11["left side"]
    n12["Stroking"]
    end
    subgraph n13["right side"]
    n14["Stroking"]
    end
    n11 --> n13
    end
    n1 --> n10
"""


def plan(text: str) -> Plan:
    """Compose a routine."""
    return engine().compose(engine().loads(text)).require()


def diagram(plan: Plan, **options: Any) -> str:
    """Draw the structure of a plan."""
    return str(engine().render(plan, to="mermaid", options=options))


def test_sections_loops_choices_and_sides_are_boxes() -> None:
    """Arrows follow the work, dotted ones lead to what comes between; of a choice nothing follows anything."""
    assert diagram(plan(LOOPS)) == DRAWN


def test_it_grows_the_way_that_is_asked_for() -> None:
    """Downward, or to the right."""
    assert diagram(plan(LOOPS), direction="right").splitlines()[0] == "flowchart LR"


def test_what_it_can_not_say_is_told() -> None:
    """Times, doses and checkpoints have no place in it."""
    made = engine().rendered(plan(LOOPS), to="mermaid")

    assert [(loss.name, loss.count) for loss in made.losses] == [("times-and-doses", 14), ("checkpoints", 1)]


def test_a_large_routine_is_said_to_be_large() -> None:
    """Mermaid draws a few hundred arrows unless somebody raises its limit."""
    steps = [{"technique": "kneading", "where": "calf"}] * 502
    made = engine().rendered(plan(json.dumps(hostile.routine(*steps))), to="mermaid")

    assert made.losses[1].message == "501 arrows are more than the 500 that Mermaid draws, unless its maxEdges is raised"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Upper back, left", "Upper back, left", id="plain"),
        pytest.param('a "b" `c` <d>', "a #34;b#34; #96;c#96; #60;d#62;", id="signs"),
        pytest.param("a\nb", "a b", id="lines"),
        pytest.param("ढाड", "ढाड".replace("ा", "#2366;"), id="another script"),
        pytest.param("#35;", "#35;35#59;", id="what looks escaped"),
    ],
)
def test_a_label_is_shown_as_it_is(text: str, expected: str) -> None:
    """Whatever Mermaid could take for its own is written by its number."""
    assert label(text) == expected


@pytest.mark.needs("npm")
@pytest.mark.needs("chromium")
def test_mermaid_reads_and_draws_what_is_written(tmp_path: Path) -> None:
    """Every construct of the format is a diagram without a mistake; the labels are there, and a hostile text stays text."""
    plans = {one.name: plan(json.dumps(one.data)) for one in CONSTRUCTS}
    diagrams = {name: diagram(one) for name, one in plans.items()}
    diagrams |= {"loops": DRAWN, "hostile": diagram(plan(json.dumps(hostile.nasty())))}
    made = mermaid.drawn(diagrams, ("hostile", "loops"), tmp_path)

    assert {name: one["problem"] for name, one in made.items() if one["problem"]} == {}
    assert made.keys() == diagrams.keys()
    assert (made["loops"]["title"], sorted(made["loops"]["labels"])) == ("Calf", LABELS)
    assert (len(made["hostile"]["labels"]), made["hostile"]["html"]) == (2, 0)
    shown = "".join(made["hostile"]["labels"]).replace("\u00a0", " ")
    assert one_line(hostile.NASTY).replace(" ", "") in shown.replace(" ", "")


LABELS = [
    "Breathe",
    "Choose",
    "Circles",
    "Friction",
    "Holding",
    "Kneading (Only if: wanted)",
    "Legs (main part)",
    "Over and over (3 times)",
    "Stroking",
    "Stroking",
    "Stroking",
    "end (aftercare)",
    "left side",
    "right side",
]
