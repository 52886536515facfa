"""Plugins for the tests of the test kit: one that is as it should be, and techniques that are wrong in one way each."""

from __future__ import annotations

import functools
import itertools
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strokekit import hookimpl
from strokekit.plugin import (
    Caution,
    Cautions,
    Finding,
    Move,
    MovesContext,
    Parameter,
    Provenance,
    Rule,
    RuleContext,
    Takes,
    Technique,
    Timing,
    TimingContext,
)

LISTED = Cautions(status="listed", items=(Caution(condition="fever", effect="refuse", source="a teacher"),))
OWN = Provenance(kind="own_practice", source="the clinic's own notes")


def technique(name: str, **more: Any) -> Technique:
    """Declare a technique with which nothing is wrong, but for what `more` says."""
    declared: dict[str, Any] = {
        "title": name.title(),
        "summary": "Lean in with the palms.",
        "family": "compression",
        "takes": {"where": Takes(needs=True), "repeat": Takes(limits="1..5"), "hold": Takes(limits="2..10 s")},
        "parameters": {"leans": Parameter(type="count", limits="2..4", role="count")},
        "timing": Timing(per="pass", time="5..8..10 s"),
        "provenance": OWN,
        "cautions": LISTED,
    }
    return Technique(id=name, **{**declared, **more})


def by_places(context: TimingContext) -> tuple[int, int, int]:
    """Take a second for each place at least."""
    return 1_000 * context.targets, 2_000 * context.targets, 3_000 * context.targets


def in_and_out(context: MovesContext) -> Iterator[Move]:
    """Lean in, stay, come back."""
    yield Move(title="Lean in", share=2)
    yield Move(title="Stay", ms=min(context.ms or 0, 500) if context.ms else None)
    yield Move(title="Come back")


def at_the_clock(context: TimingContext) -> tuple[int, int, int]:
    """Look at a clock, to no avail."""
    return context.targets, 2, 3 + 0 * time.monotonic_ns()


def by_chance(context: TimingContext) -> tuple[int, int, int]:
    """Take any time."""
    least = context.targets + random.randint(1, 10**9)  # noqa: S311 - what the test kit must find
    return least, least, least


def from_a_file(context: TimingContext) -> tuple[int, int, int]:
    """Read a file."""
    return context.targets, 2, 2 + len(Path(os.devnull).read_text(encoding="utf-8"))


def by_the_environment(context: TimingContext) -> tuple[int, int, int]:
    """Ask the environment."""
    return context.targets, 2, 2 + len(os.environ["PATH"][:1])


def for_ever(context: TimingContext) -> tuple[int, int, int]:
    """Never come to an end."""
    return next((1, 2, 3) for number in itertools.count() if number < context.targets < number)


def by_hash(context: TimingContext) -> tuple[int, int, int]:
    """Take a time that hangs on the process."""
    least = hash(context.technique.id) % 1_000_000
    return least, least, least


def gone(context: TimingContext) -> tuple[int, int, int]:
    """Leave at once."""
    os._exit(context.targets + 2)


def leave(context: TimingContext) -> tuple[int, int, int]:
    """Ask the program to stop."""
    sys.exit(context.targets)


def meddle(context: TimingContext) -> tuple[int, int, int]:
    """Change what nobody may change."""
    object.__setattr__(context.technique, "title", "Another")
    return context.targets, 2, 3


def no_oil(context: RuleContext) -> Iterator[Finding]:
    """Report oil under this plugin's techniques."""
    for step in context.steps:
        if step.technique.startswith("x.") and "lubricant" in step.state:
            yield Finding(pointer=step.origin, message="no oil on the mat")


class Plugin:
    """The plugin, under the namespace `x`."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute one good technique, and many wrong ones."""
        wrong = {
            "clock": at_the_clock,
            "chance": by_chance,
            "file": from_a_file,
            "environment": functools.partial(by_the_environment),
            "forever": for_ever,
            "hash": by_hash,
            "gone": gone,
            "leave": leave,
            "meddle": meddle,
        }
        return [
            technique("good", refine=by_places, moves=in_and_out),
            *(technique(name, refine=refine) for name, refine in wrong.items()),
            Technique(id="bare", title="Bare", family="compression", summary=" "),
            technique("unreadable", takes={"where": Takes(), "hold": Takes(default="soon enough")}),
            technique(
                "impossible", takes={"where": Takes(needs=True, default="calf"), "pressure": Takes(needs=True, limits="9 walton")}
            ),
        ]

    @hookimpl
    def strokekit_rules(self) -> list[Rule]:
        """Contribute a rule."""
        return [Rule(id="no_oil", title="No oil", check=no_oil)]


class Sound:
    """A plugin in which nothing is wrong."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute the good technique."""
        return [technique("good", refine=by_places, moves=in_and_out)]

    @hookimpl
    def strokekit_rules(self) -> list[Rule]:
        """Contribute a rule."""
        return [Rule(id="no_oil", title="No oil", check=no_oil)]


class Unpacked:
    """Something that can be packed, and never unpacked: that fails, or has no end."""

    def __init__(self, *, endless: bool = False) -> None:
        """Say how."""
        self.endless = endless

    def __reduce__(self) -> tuple[Any, ...]:
        """Pack as a call."""
        return unpack, (self.endless,)


def unpack(endless: bool) -> None:  # noqa: FBT001 - packed calls have no names for what they are given
    """Fail, at once or never."""
    while endless:
        pass
    raise RuntimeError("it can't be unpacked")
