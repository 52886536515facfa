"""What a run asks of the therapist's own body: minutes by contact tool and by posture, changes, and what goes on unbroken.

Facts alone: strokekit knows no figure from which on a load is too much, since no source that it knows gives one. A survey of the
trade names the wrist and the thumb as what hurts most, long effleurage as the stroke with the highest load over a day, and not
changing position during a stroke as what bends the trunk (job-task analysis of the Massage Therapy Foundation). What nobody
says is `unknown`, never nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

import attrs

from strokekit.model.timeline import Cue, Timeline, Work

K = TypeVar("K")
THUMBS = frozenset({"thumb", "thumb_tip", "thumb_pad"})
"""The contact tools that load the joints of the thumb."""
NOTHING_SAID = (None, ("", ""))
"""No tool, and no posture."""
LYING = frozenset({"prone", "supine", "side_lying"})
"""The poses between which a client turns over."""


@attrs.frozen(kw_only=True)
class Contact:
    """Work with hands on the client in which the same tools touch it together; `tools` is None where nobody says which."""

    tools: tuple[str, ...] | None
    ms: int


@attrs.frozen(kw_only=True)
class Use:
    """One tool, alone or with others: `ms` in all, `longest` without anything else between. Milliseconds."""

    tool: str
    ms: int
    longest: int


@attrs.frozen(kw_only=True)
class Posture:
    """Work with hands on the client from one stance at one place; both are empty where nobody says."""

    stance: str
    station: str
    ms: int


@attrs.frozen(kw_only=True)
class Changes:
    """How often something changes from step to step, as far as it is said."""

    count: int
    certain: bool
    """False where some step does not say what it is, so that there may be more."""


@attrs.frozen(kw_only=True)
class Stretch:
    """Work without a pause, an action, or a change of the therapist's stance or place between; milliseconds from the start."""

    start: int
    end: int
    first: str
    """The name of its first step."""
    last: str
    stance: str = ""
    station: str = ""
    """Both empty where nobody says: then it is as long at most as nobody says that there is a change."""

    @property
    def length(self) -> int:
        """How long it lasts."""
        return self.end - self.start

    @property
    def certain(self) -> bool:
        """True where the stance and the place are said."""
        return bool(self.stance or self.station)


@attrs.frozen(kw_only=True)
class Load:
    """The load of one run. `contacts` and `postures` each sum to `hands_on`, the time with hands on the client."""

    hands_on: int
    contacts: tuple[Contact, ...]
    """The longest first; what nobody says stands last."""
    uses: tuple[Use, ...]
    """Each tool by itself, the longest first; two that are used together both have the time."""
    postures: tuple[Posture, ...]
    therapist_changes: Changes
    """How often the therapist's stance or place changes."""
    client_changes: Changes
    """How often the client's position changes."""
    turn_overs: Changes
    """How many of those are from one side of the body to another, lying."""
    static: Stretch | None
    """The longest unbroken stretch; None where no hands are on the client. Of several that are equally long the first."""
    thumbs: Use
    """All that touches with the thumb, its tip or its pad."""

    @property
    def unknown(self) -> int:
        """The milliseconds of hands-on work of which nobody says what touches the client."""
        return sum(contact.ms for contact in self.contacts if contact.tools is None)


def load_of(timeline: Timeline) -> Load:
    r"""Sum up what a run asks of the therapist, from the timeline alone.

    Of alternatives (`thumbs or palm_heels`, `standing or kneeling`) the first is counted, as it is meant to be done.

    >>> from strokekit import Engine
    >>> engine = Engine()
    >>> circles = "{technique: circles, where: calf, tool: thumbs, duration: 2 min}"
    >>> steps = f"{circles}, {{technique: kneading, where: calf, duration: 1 min}}"
    >>> text = f"strokekit: 1\ntitle: Calf\ncontraindications: none_reviewed\nsections: [{{id: legs, steps: [{steps}]}}]"
    >>> found = load_of(engine.fit(engine.compose(engine.loads(text))).require())
    >>> found.thumbs.ms, found.unknown, found.hands_on
    (120000, 60000, 180000)
    """
    steps = [cue for cue in timeline.cues if cue.kind == "step" and cue.start < cue.end]
    worked = [cue for cue in steps if cue.hands_on]
    contacts = _sums((_work(cue).tools, cue.length) for cue in worked)
    tools = dict.fromkeys(tool for found, _ in contacts for tool in found or ())
    postures = _sums((_posture(cue), cue.length) for cue in worked)
    return Load(
        hands_on=sum(cue.length for cue in worked),
        contacts=tuple(Contact(tools=found, ms=ms) for found, ms in contacts),
        uses=tuple(sorted((_use(worked, tool, {tool}) for tool in tools), key=lambda use: -use.ms)),
        postures=tuple(Posture(stance=at[0], station=at[1], ms=ms) for at, ms in postures),
        therapist_changes=_changes(steps, lambda work: _options(work.stances, work.station)),
        client_changes=_changes(steps, lambda work: work.poses),
        turn_overs=_changes(steps, lambda work: work.poses, _turned),
        static=max(_stretches(worked), key=lambda stretch: stretch.length, default=None),
        thumbs=_use(worked, "thumb", THUMBS),
    )


def _work(cue: Cue) -> Work:
    return cue.work or Work()


def _sums(pairs: Iterable[tuple[K, int]]) -> list[tuple[K, int]]:
    """Sum up what belongs together; the largest sums first, and the key that says nothing last."""
    found: dict[K, int] = {}
    for key, ms in pairs:
        found[key] = found.get(key, 0) + ms
    return sorted(found.items(), key=lambda pair: (pair[0] in NOTHING_SAID, -pair[1]))


def _posture(cue: Cue) -> tuple[str, str]:
    work = _work(cue)
    return (work.stances[0] if work.stances else "", work.station)


def _use(worked: Sequence[Cue], name: str, tools: frozenset[str] | set[str]) -> Use:
    """Sum up the use of tools that are one for the hand, and find its longest run."""
    mine = [cue for cue in worked if tools & set(_work(cue).tools or ())]
    runs = list(_runs(mine, lambda _, __: True))
    return Use(
        tool=name, ms=sum(cue.length for cue in mine), longest=max((run[-1].end - run[0].start for run in runs), default=0)
    )


def _runs(cues: Sequence[Cue], together: Callable[[Cue, Cue], bool]) -> Iterator[list[Cue]]:
    """Give the runs of cues that follow each other at once and belong together."""
    run: list[Cue] = []
    for cue in cues:
        if run and (run[-1].end != cue.start or not together(run[-1], cue)):
            yield run
            run = []
        run.append(cue)
    if run:
        yield run


def _stretches(worked: Sequence[Cue]) -> Iterator[Stretch]:
    for run in _runs(worked, lambda one, other: _posture(one) == _posture(other)):
        stance, station = _posture(run[0])
        names = {"first": run[0].name, "last": run[-1].name}
        yield Stretch(start=run[0].start, end=run[-1].end, stance=stance, station=station, **names)


def _options(stances: tuple[str, ...], station: str) -> tuple[str, ...]:
    return tuple(f"{stance} {station}" for stance in stances) or ((station,) if station else ())


def _changes(
    steps: Sequence[Cue], said: Callable[[Work], tuple[str, ...]], counts: Callable[[str, str], bool] = lambda _, __: True
) -> Changes:
    """Count the changes of what is said of the steps; what may stay as it is does."""
    states: list[str] = []
    certain = True
    for cue in steps:
        options = said(_work(cue))
        certain = certain and (bool(options) or not cue.hands_on)
        if options and not (states and states[-1] in options):
            states.append(options[0])
    return Changes(count=sum(counts(one, other) for one, other in pairwise(states)), certain=certain)


def _turned(before: str, after: str) -> bool:
    return {before.rpartition(" ")[2], after.rpartition(" ")[2]} <= LYING
