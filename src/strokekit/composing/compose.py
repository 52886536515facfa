"""Routine → Plan: defaults inherited, values filled in, conditions decided, parts taken in, sides expanded, state followed.

Nothing is timed here, and repeats stay open: how often and how long is decided by whoever fits the plan to a time. What a step
becomes stands in `nodes` and the modules that it asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.composing.additions import never_added
from strokekit.composing.expansion import unrolled
from strokekit.composing.frame import MAX_PROBLEMS, MAX_STEPS, Frame, Scope, TooManyProblems, TooManySteps, Work
from strokekit.composing.nodes import compose_node
from strokekit.composing.screening import Answered, answered
from strokekit.composing.values import settle
from strokekit.composing.variants import Chosen, choose
from strokekit.composing.vocabulary import literals_of
from strokekit.diagnostics import Outcome
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import LeftOut, Plan, PlanBlock, PlanNode, PlanSection, PlanStep, walk
from strokekit.model.routine import Deed, Node, Routine, Section
from strokekit.plugins.catalog import Catalog


@attrs.frozen(kw_only=True)
class Wishes:
    """What whoever makes a plan asks for beside the routine itself.

    `values` are set by name; `variant` is one of the routine's; `answers` are those given to its questions, and never shown;
    `add` leads from the id of a step that may be added to the ids of the steps that it goes after.
    """

    values: Mapping[str, Any] = FrozenMap()
    variant: str | None = None
    answers: Mapping[str, Any] = attrs.field(default=FrozenMap(), repr=False)
    add: Mapping[str, Iterable[str]] = FrozenMap()


def compose(
    routine: Routine,
    catalog: Catalog,
    wishes: Wishes = Wishes(),
    *,
    limit: int = MAX_STEPS,
) -> Outcome[Plan]:
    """Resolve a routine against a catalogue, as somebody wishes it.

    The report holds what only shows once everything is resolved; the plan is None when an error is among it.

    Args:
        routine: what its author meant.
        catalog: the techniques, regions and words that it is resolved against.
        wishes: values, variant, answers and additions; a text is read as it would be in a file.
        limit: how many nodes the plan may hold.
    """
    outcome = compose_partial(routine, catalog, wishes, limit=limit)
    return outcome if outcome.report.ok else Outcome(None, outcome.report)


def compose_partial(
    routine: Routine,
    catalog: Catalog,
    wishes: Wishes = Wishes(),
    *,
    limit: int = MAX_STEPS,
    most: int = MAX_PROBLEMS,
) -> Outcome[Plan]:
    """Resolve as much of a routine as can be resolved, whatever the report says.

    For checks that go on past the first mistakes; nobody should be given a treatment plan that was made of it. After `most`
    problems nothing is resolved any more, and there is no plan.
    """
    literals = literals_of(routine, catalog)
    chosen = choose(routine, wishes.variant)
    known = answered(chosen.routine, wishes.answers)
    settings = settle(routine.values, {**chosen.settings, **known.settings, **wishes.values}, literals)
    scope = Scope(routine=routine, literals=literals, values=settings.values, declared=routine.values)
    work = Work(
        routine=chosen.routine,
        catalog=catalog,
        scope=scope,
        limit=limit,
        most=most,
        answers=wishes.answers,
        effects=known.effects,
        adding={addition: tuple(hosts) for addition, hosts in wishes.add.items()},
    )
    try:
        for wrong in (*chosen.problems, *known.problems, *settings.problems):
            work.note(wrong)
        if chosen.problems or settings.problems:
            return Outcome(None, work.report())
        return _composed(work, chosen, known)
    except TooManyProblems:
        return Outcome(None, work.report())


def _composed(work: Work, chosen: Chosen, known: Answered) -> Outcome[Plan]:
    sections = _sections(work, chosen, known)
    if sections is None:
        return Outcome(None, work.report())
    for wrong in never_added(work):
        work.note(wrong)
    plan = Plan(
        routine=chosen.routine,
        sections=sections,
        settings=work.values,
        variant=chosen.variant,
        answers=work.answers,
        effects=work.effects,
        addable=FrozenMap({id_: step.technique for id_, step in work.addable.items() if isinstance(step, Deed)}),
        left_out=_left_out(work, sections),
        catalog=work.catalog.fingerprint,
    )
    return Outcome(plan, work.report())


def _left_out(work: Work, sections: tuple[PlanSection, ...]) -> tuple[LeftOut, ...]:
    """Give what is in no pass at all: a step that only the last pass has is not left out."""
    names = {node.name for section in sections for node in walk(section.block)}
    return tuple(left for left in dict.fromkeys(work.left_out) if left.name not in names)


def _sections(work: Work, chosen: Chosen, known: Answered) -> tuple[PlanSection, ...] | None:
    """Compose all sections of the variant; None where they unroll to more nodes than the limit."""
    routine = chosen.routine
    root = Node(
        origin="",
        id="",
        avoid=(*routine.avoid, *known.avoid),
        cap=routine.cap,
        locked=routine.locked,
        may_add=routine.may_add,
    )
    frame = Frame(caps=known.caps).inside(root, routine.defaults)
    # Counted before it is made: making as much as the limit allows takes a minute, and an author of more would wait for nothing.
    if unrolled(routine, chosen.sections, work.catalog) > work.limit:
        work.wrong("too-many-steps", "/sections", limit=work.limit)
        return None
    try:
        return tuple(made for section in chosen.sections for made in _section(work, section, frame))
    except TooManySteps:
        work.wrong("too-many-steps", "/sections", limit=work.limit)
        return None


def _section(work: Work, section: Section, frame: Frame) -> tuple[PlanSection, ...]:
    """Compose a section: one block, so that a change inserted before it becomes its first step; none if it is not done."""
    work.pressure, work.first_technique = None, None
    *changes, last = compose_node(work, section.step, frame) or (None,)
    if last is None:
        return ()
    block = last if isinstance(last, PlanBlock) else _bundle(section.node, last)
    whole = attrs.evolve(block, first=(*changes, *block.first)) if changes else block
    return (PlanSection(block=whole, phase=section.phase),)


def _bundle(node: Node, free: PlanNode) -> PlanBlock:
    """Put free time that is a whole section into a block: what is said of the whole stands at the block."""
    if not isinstance(free, PlanStep):  # pragma: no cover - a section is a block, an include or free time
        raise TypeError(f"a section is no {type(free).__name__}")
    dose = dict(free.dose)
    duration, share = (given.value if (given := dose.pop(name, None)) else None for name in ("duration", "share"))
    inner = Node(origin=node.origin, id=f"{node.id}+free")
    return PlanBlock(
        name=free.name,
        origin=free.origin,
        node=node,
        first=(attrs.evolve(free, name=f"{free.name}+free", node=inner, dose=FrozenMap(dose), open=""),),
        duration=duration,
        share=share,
        via=free.via,
        open=free.open,
    )
