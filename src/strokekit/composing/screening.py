"""What the answers to a routine's questions bring about. No answer is a no: what nobody asked stays open.

What is known of a client stands in no message: a finding names what follows, and never what was asked or said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.composing.frame import Work
from strokekit.composing.values import TRUE
from strokekit.composing.variants import as_set
from strokekit.formats.locating import Wrong
from strokekit.model.amounts import UNSTATED
from strokekit.model.frozen import FrozenMap
from strokekit.model.plan import Given
from strokekit.model.routine import Avoid, Deed, Effects, Question, Routine
from strokekit.model.state import Lubricant, Position
from strokekit.model.touch import Level, Things
from strokekit.plugins.declarations import Technique

ANSWER = "answer"
"""What stands for the answer itself where an effect sets a value."""
ENDING = ("refuse", "delay")
"""Decisions after which there is no plan."""


@attrs.frozen(kw_only=True)
class Answered:
    """What the answers bring about, taken together."""

    effects: tuple[Effects, ...] = ()
    settings: Mapping[str, Any] = FrozenMap()
    problems: tuple[Wrong, ...] = ()

    @property
    def avoid(self) -> tuple[Avoid, ...]:
        """What may not be done, and where."""
        return tuple(avoid for effect in self.effects for avoid in effect.avoid)

    @property
    def caps(self) -> tuple[Level, ...]:
        """The highest pressures."""
        return tuple(effect.cap for effect in self.effects if effect.cap)


def answered(routine: Routine, answers: Mapping[str, Any]) -> Answered:
    """Work out what the answers bring about, and report answers to questions that nobody asks."""
    questions = {question.id: question for question in routine.screen}
    problems = [_unasked(name, questions) for name in answers if name not in questions]
    effects: list[Effects] = []
    settings: dict[str, Any] = {}
    for name, question in questions.items():
        if name in answers:
            effect, refused = _effect(question, answers[name])
            problems += [_decided("refuse")] if refused else []
            if effect is not None:
                effects.append(effect)
                settings |= {
                    key: answers[name] if as_set(value) == ANSWER else as_set(value) for key, value in effect.settings.items()
                }
                problems += [_decided(decision) for decision in effect.decisions]
    return Answered(effects=tuple(effects), settings=FrozenMap(settings), problems=tuple(problems))


def _effect(question: Question, answer: Any) -> tuple[Effects | None, bool]:
    """Give the effect of an answer, and whether a needed yes was refused."""
    yes = answer is True or str(answer).lower() in TRUE
    named = question.answers.get(str(answer).lower() if isinstance(answer, bool) else str(answer))
    for word in ("yes", "true") if yes else ("no", "false"):
        named = named or (question.answers.get(word) if question.type == "boolean" else None)
    return named or (question.then if yes else None), question.needed and not yes


def _unasked(name: str, questions: Mapping[str, Question]) -> Wrong:
    known = ", ".join(f"`{question}`" for question in questions)
    hints = (f"the routine asks {known}",) if known else ("the routine asks no questions",)
    return Wrong("unknown-question", "/screen" if known else "", facts={"id": name}, hints=hints)


def _decided(decision: str) -> Wrong:
    """Report a decision without its reason: that would say what the client answered."""
    name = "treatment-ruled-out" if decision in ENDING else "treatment-after-advice"
    return Wrong(name, "", facts={"effect": decision})


def skips(work: Work, id_: str) -> bool:
    """Tell whether an answer leaves a node out."""
    return any(id_ in effect.skip for effect in work.effects)


def forbidden(work: Work, deed: Deed, technique: Technique | None) -> bool:
    """Tell whether an answer rules a technique out, by its own name or that of its family."""
    names = {deed.technique, technique.family if technique else ""}
    return any(names & set(effect.forbid) for effect in work.effects)


def lubricated(work: Work, value: Any, origin: str) -> Any:
    """Give what the skin is prepared with: what an answer asks for goes before what the routine says, without what it forbids."""
    wanted = [effect.lubricant for effect in work.effects if effect.lubricant is not None]
    value = wanted[-1] if wanted and value is not UNSTATED else value
    if not isinstance(value, Lubricant) or not value.products:
        return value
    left = tuple(item for item in value.products if not unusable(work, item.thing))
    if not left:
        work.wrong("ruled-out-by-answer", origin, what=f"`{value.products[0].thing}`")
        return value
    return attrs.evolve(value, products=left)


def unusable(work: Work, thing: str) -> bool:
    """Tell whether an answer rules a thing out."""
    return any(thing in effect.forbid for effect in work.effects)


def used(work: Work, things: Any, origin: str) -> Any:
    """Take the things out of a step that an answer rules out; where nothing is left to use, that is a problem."""
    if not isinstance(things, Things):
        return things
    left = tuple(option for option in things.options if not any(unusable(work, item.thing) for item in option))
    if not left:
        work.wrong("ruled-out-by-answer", origin, what=f"`{things.options[0][0].thing}`")
        return things
    return attrs.evolve(things, options=left)


def positioned(work: Work, value: Any, origin: str) -> Any:
    """Take the positions out that an answer rules out; where none is left, that is a problem."""
    if not isinstance(value, Position):
        return value
    left = tuple(pose for pose in value.options if not any(_lies(pose, barred) for barred in _barred(work)))
    if not left:
        work.wrong("ruled-out-by-answer", origin, what="this position")
        return value
    return attrs.evolve(value, options=left)


def _barred(work: Work) -> Iterator[Any]:
    return (pose for effect in work.effects for pose in effect.forbid_positions)


def _lies(pose: Any, barred: Any) -> bool:
    return pose.pose == barred.pose and barred.side in {None, pose.side}


def dosed(work: Work, technique: Technique | None, dose: Mapping[str, Given]) -> Mapping[str, Given]:
    """Let the answers change pressure and emphasis where the technique takes them, and take out the things they rule out."""
    if not work.effects or technique is None:
        return dose
    changed = dict(dose)
    if "thing" in changed:
        given = changed["thing"]
        changed["thing"] = attrs.evolve(given, value=used(work, given.value, given.origin))
    if not technique.hands_on:
        return FrozenMap(changed)
    for effect in work.effects:
        if effect.pressure is not None and "pressure" in technique.takes:
            changed["pressure"] = Given(value=effect.pressure, origin=f"{effect.origin}/pressure")
        if effect.emphasis and "emphasis" in technique.takes:
            before = changed.get("emphasis")
            kept = before.value if before is not None and before.value is not UNSTATED else ()
            changed["emphasis"] = Given(value=(*kept, *effect.emphasis), origin=f"{effect.origin}/emphasis")
    return FrozenMap(changed)
