"""Steps that a routine allows and a plan may switch on: `may_add`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.composing.frame import Frame, Work
from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Step
from strokekit.plugins.spelling import closest


def wanted(work: Work, host: Any, frame: Frame) -> Iterator[tuple[Step, Frame]]:
    """Give the additions that are to follow a step, each with the frame that it is composed in."""
    work.addable.update(frame.addable)
    for addition, hosts in work.adding.items():
        step = frame.addable.get(addition)
        if step is None or host.node.id not in hosts:
            continue
        work.added.add((addition, host.node.id))
        if "steps" in frame.locked or "steps" in host.node.locked:
            work.wrong("locked-conflict", host.node.origin, what=f"adding `{addition}`")
            continue
        reached = frame.because("added", addition, step.node.origin)
        yield step, attrs.evolve(reached, members=f"{frame.members}[{host.node.id}]", addable=FrozenMap())


def never_added(work: Work) -> Iterator[Wrong]:
    """Report what was to be added and may not be, or not where it was asked for."""
    for addition, hosts in work.adding.items():
        if addition not in work.addable:
            near = closest(addition, tuple(work.addable))
            known = ", ".join(f"`{id_}`" for id_ in work.addable)
            hints = (f"did you mean `{near}`?",) if near else (f"it may be {known}",) if known else ("nothing may be added",)
            yield Wrong("unknown-addition", "", facts={"id": addition}, hints=hints)
            continue
        for host in hosts:
            if (addition, host) not in work.added:
                near = closest(host, tuple(work.names))
                yield Wrong("unknown-id", "", facts={"id": host}, hints=(f"did you mean `{near}`?",) if near else ())
