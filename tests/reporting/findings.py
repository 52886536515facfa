"""What the tests of formats share: findings of every kind, and some that try to break out of a format."""

from __future__ import annotations

from typing import Any

from strokekit.diagnostics import Diagnostic, Edit, Fix, Related, Report, Severity, diagnose
from strokekit.formats.source import Source
from strokekit.reporting import Checked

TEXT = """\
strokekit: 1
title: Calves
sections:
  - id: legs
    steps:
      - {technique: kneading, id: first, where: claf}
      - {technique: kneading, id: first, where: calf}
      - technique: wringing
        where: [calf,
          thigh]
"""
SOURCE = Source("routines/a b.routine.yaml", TEXT)


def at(start: str, end: str = "", *, nth: int = 0) -> tuple[int, int]:
    """Where a text stands, up to the end of another: offsets."""
    first = -1
    for _ in range(nth + 1):
        first = TEXT.index(start, first + 1)
    last = TEXT.index(end, first) + len(end) if end else first + len(start)
    return first, last


def place(*offsets: int, pointer: str = "") -> dict[str, Any]:
    """The arguments that place a finding in the text."""
    return {"file": SOURCE.name, "span": SOURCE.span(*offsets), "pointer": pointer}


REGION = diagnose(
    "unknown-region",
    **place(*at("claf"), pointer="/sections/0/steps/0/where"),
    found="claf",
    hints=["did you mean `calf`?"],
    fix=Fix(title="write `calf`", edits=(Edit(start=at("claf")[0], end=at("claf")[1], text="calf"),)),
    id="claf",
)
TAKEN = diagnose(
    "duplicate-id",
    **place(*at("first", nth=1), pointer="/sections/0/steps/1/id"),
    related=[
        Related(message="the first is here", file=SOURCE.name, pointer="/sections/0/steps/0/id", span=SOURCE.span(*at("first")))
    ],
    id="first",
)
LONG = diagnose(
    "path-gap",
    **place(*at("[calf", "thigh]"), pointer="/sections/0/steps/2/where"),
    first="calf",
    second="thigh",
)
UNSAID = diagnose("contraindications-unknown", **place(*at("strokekit")))
HINT = diagnose(
    "pressure-cut", **place(*at("wringing"), pointer="/sections/0/steps/2"), facts={"found": "firm", "level": "6", "cap": "6"}
)
RULE = Diagnostic(
    code="thai/no-oil",
    name="thai.no_oil",
    severity=Severity.WARNING,
    message="no oil",
    pointer="/sections/0/steps/2",
    file=SOURCE.name,
    span=SOURCE.span(*at("technique", nth=2)),
)
PLUGIN = diagnose("plugin-broken", plugin="thai", problem="it is gone")

FOUND = Checked(file=SOURCE.name, report=Report.of([REGION, TAKEN, LONG, UNSAID, HINT, RULE]), source=SOURCE)
CLEAN = Checked(file="routines/b.routine.yaml", report=Report(), source=Source("routines/b.routine.yaml", ""))
PLUGINS = Checked(file="", report=Report.of([PLUGIN]))
EVERYTHING = (PLUGINS, FOUND, CLEAN)

_NASTY = "::error file=x::\r\n%0A,:]]><!--&\x00\x1b[2J\u2028\u202e\ud83d\ufffe\U0001f450"
HOSTILE = Checked(
    file=f"{_NASTY}.yaml",
    report=Report.of(
        [
            Diagnostic(
                code="thai/no-oil",
                name=_NASTY,
                severity=severity,
                message=_NASTY,
                file=f"{_NASTY}.yaml",
                pointer=f"/{number}",
                span=Source("", _NASTY).span(0, 5),
                found=_NASTY,
                hints=(_NASTY,),
                related=(Related(message=_NASTY, file=_NASTY, pointer=""),),
                fix=Fix(title=_NASTY, edits=(Edit(start=0, end=5, text=_NASTY),)),
            )
            for number, severity in enumerate(Severity)
        ]
    ),
    source=Source(f"{_NASTY}.yaml", _NASTY),
)
"""A report in which every text tries to end what it stands in."""
