"""How long each node takes in a timeline, all its passes together."""

from __future__ import annotations

from collections.abc import Mapping

from strokekit.model.timeline import Timeline

TIMED = frozenset({"step", "rest"})
"""The kinds of cues that time passes in; all others lie within them."""


def lengths_of(timeline: Timeline, *, first: bool = False) -> Mapping[str, int]:
    """Give what each node takes by itself in a timeline, with the rest after it, in milliseconds: by name.

    All passes together, or `first` alone.

    >>> from strokekit.model.timeline import Cue
    >>> both = (("a", 0), ("a#2", 5))
    >>> passes = [Cue(kind="step", name=name, section="s", origin="", start=at, end=at + 5) for name, at in both]
    >>> from strokekit.model.elastic import Elastic
    >>> lengths_of(Timeline(cues=tuple(passes), total=10, elastic=Elastic()))
    {'a': 10}
    """
    found: dict[str, int] = {}
    for cue in timeline.cues:
        if cue.kind in TIMED and not (first and "#" in cue.name):
            name = cue.name.partition("#")[0]
            found[name] = found.get(name, 0) + cue.length
    return found


def counts_of(timeline: Timeline) -> Mapping[str, int]:
    """Give how often each step, in its first pass, and each block is done in a timeline: by name, without what is done once."""
    found: dict[str, int] = {}
    for cue in timeline.cues:
        if cue.kind == "step" and "#" not in cue.name and (cue.repeats or 1) > 1:
            found[cue.name] = cue.repeats or 1
        for one in cue.passes:
            if one.kind == "pass" and one.of > 1:
                found.setdefault(one.block, one.of)
    return found


def is_fitted(timeline: Timeline) -> bool:
    """Tell whether somebody asked for other times than the ideal ones."""
    return any(bind.kind == "target" for cue in timeline.cues if cue.why is not None for bind in cue.why.binds)
