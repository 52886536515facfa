"""Includes: a part of this file, of another file, or of a plugin, put where it is named, with its values set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.composing.blocks import Nodes, compose_block
from strokekit.composing.frame import Frame, Scope, Work
from strokekit.composing.values import fill, settle
from strokekit.composing.vocabulary import literals_of
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Open, PlanBlock
from strokekit.model.routine import Block, Deferred, Include, Node, Part, Routine, Value
from strokekit.plugins.spelling import closest
from strokekit.reading.files import of_plugin, resolved, split_ref


@attrs.frozen(kw_only=True)
class Taken:
    """What an include takes in: the part's block, and what names mean inside it. It stands where the block's steps would."""

    node: Node
    block: Block
    scope: Scope
    ref: str
    part: tuple[str, str]
    include: str
    """The origin of the include."""
    prefix: str

    def composed(self, work: Work, frame: Frame, reason: Open, nodes: Nodes) -> PlanBlock:
        """Compose the block of the part where it is included."""
        reached = attrs.evolve(frame, prefix=self.prefix, addable=FrozenMap()).because("include", self.ref, self.include)
        with work.inside(self.scope, self.part, self.include):
            return compose_block(work, self.block, reached, reason, nodes)


def compose_include(work: Work, step: Include, frame: Frame, reason: Open, nodes: Nodes) -> PlanBlock:
    """Compose what an include takes in, in the loops that stand around it."""
    taken = _taken(work, step, frame)
    steps: Any = () if taken is None else (taken,)
    return compose_block(work, attrs.evolve(step.around, steps=steps), frame, reason, nodes)


def _taken(work: Work, step: Include, frame: Frame) -> Taken | None:
    """Find the part, and settle its values; None where that can't be done, which is then reported."""
    origin = step.node.origin
    file, _, found = _found(work, step.ref)
    if found is None:
        _unknown(work, step.ref, origin)
        return None
    key = (file, found.id)
    if key in work.parts:
        _endless(work, key, step.ref, origin)
        return None
    routine = _routine(work, file)
    literals = literals_of(routine, work.catalog)
    settings = settle(
        found.values, _given(work, step.settings), literals, at=f"{origin}/set" if step.settings else f"{origin}/include"
    )
    for wrong in settings.problems:
        work.note(wrong)
    if settings.problems:
        return None
    scope = Scope(routine=routine, file=file, literals=literals, values=settings.values, declared=found.values)
    return Taken(
        node=Node(origin=found.block.node.origin, id=found.block.node.id),
        block=found.block,
        scope=scope,
        ref=step.ref,
        part=key,
        include=f"{origin}/include",
        prefix=f"{frame.prefix}{step.node.id}/",
    )


def _given(work: Work, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Fill the values in force into what is set, so that a part can be handed on what its includer was given."""
    return {name: fill(written, work.values) if isinstance(written, Deferred) else written for name, written in settings.items()}


def _routine(work: Work, file: str) -> Routine:
    return work.routine.files[file] if file else work.routine


def _found(work: Work, ref: str) -> tuple[str, str, Part | None]:
    return part_of(work.routine, ref, work.scope.file)


def part_of(root: Routine, ref: str, including: str) -> tuple[str, str, Part | None]:
    """Find the part that a reference in the file `including` names: the file it is in, its name, and what it is.

    None for what is not there. The file of the routine itself is called by the empty text.

    >>> part_of(Routine(title={}, language="en"), "leg", "")
    ('', 'leg', None)
    """
    named, name = split_ref(ref)
    file = resolved(named, including)
    routine = root.files.get(file) if file else root
    if routine is None:
        return file, name, None
    return file, name, routine.parts.get(name) if name else _whole(routine, file)


def _whole(routine: Routine, file: str) -> Part | None:
    """Give what an include of a file without naming a part means: its only part, or all sections of a routine as one block."""
    if routine.kind == "fragment":
        return next(iter(routine.parts.values())) if len(routine.parts) == 1 else None
    node = Node(origin=f"{file}#/sections" if file else "/sections", id=routine.id or "routine", title=routine.title)
    block = Block(node=node, steps=tuple(section.step for section in routine.sections), defaults=routine.defaults)
    values: Mapping[str, Value] = routine.values
    return Part(id="", block=block, values=values, origin=node.origin)


def _unknown(work: Work, ref: str, origin: str) -> None:
    """Report a part that is not there; of a file that can't be used, something was said when it was read."""
    named, name = split_ref(ref)
    file = resolved(named, work.scope.file)
    routine = work.routine.files.get(file) if file else work.routine
    if routine is None:
        return
    near = closest(name, tuple(routine.parts))
    known = ", ".join(f"`{part}`" for part in routine.parts)
    listed = (f"there is {known}",) if known else ("there are no parts",)
    work.wrong("unknown-part", f"{origin}/include", hints=(f"did you mean `{near}`?",) if near else listed, id=name or ref)


def _endless(work: Work, key: tuple[str, str], ref: str, origin: str) -> None:
    """Report a part that is included in itself, with the whole chain."""
    round_ = [*work.parts[work.parts.index(key) :], key]
    chain = " -> ".join(_shown(file, name) for file, name in round_)
    work.wrong("include-cycle", f"{origin}/include", ref=ref, chain=chain)


def _shown(file: str, name: str) -> str:
    """Name a part as it is included: one of a plugin by its dotted id."""
    namespace = of_plugin(file).rpartition(".")[0]
    return f"{namespace}.{name}" if namespace else f"{file}#{name}" if file else name
