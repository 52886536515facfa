"""Any value of the model in words, as it stands on a card: state, conditions, every field of a dose. All words are messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.literals.fields import DOSE, STATE
from strokekit.model.amounts import UNSTATED
from strokekit.model.condition import Condition, End, Until, When
from strokekit.model.node import Deferred
from strokekit.model.plan import Given
from strokekit.model.state import Pose, Position, Therapist
from strokekit.rendering.touch_phrases import TouchPhrases

_GROUPS = {"found": "finding", "client": "fact", "this": "region"}
"""Test of a condition → the group of the word that it names."""


@attrs.frozen
class Phrases(TouchPhrases):
    """Puts any value into words."""

    def position(self, position: Position) -> str:
        """Say how the client lies."""
        return self.messages.join("or", [self.pose(pose) for pose in position.options])

    def pose(self, pose: Pose) -> str:
        """Say one way to lie or sit."""
        name = self.word("pose", pose.pose)
        text = self.say("pose-on-side", pose=name, side=self.say(f"side-{pose.side}")) if pose.side else name
        text = self.say("pose-alignment", text=text, how=self.word("alignment", pose.alignment)) if pose.alignment else text
        return self.say("pose-edge", text=text, length=self.amount(pose.edge)) if pose.edge else text

    def therapist(self, therapist: Therapist) -> str:
        """Say where the therapist is."""
        stances = self.messages.join("or", [self.word("stance", stance) for stance in therapist.stances])
        text = f"{stances} {self.say(f'relation-{therapist.relation}', place=self.the_place(therapist.place))}"
        return self.say("therapist-side", text=text, side=self.say(f"side-{therapist.side}")) if therapist.side else text

    def when(self, when: When | Deferred) -> str:
        """Say under which condition."""
        if isinstance(when, Deferred):
            return str(when.written)
        parts = [self._condition(part) if isinstance(part, Condition) else self.when(part) for part in when.parts]
        text = self.messages.join("or" if when.join == "any" else "and", parts)
        return self.say("when-not", text=text) if when.negated else text

    def _condition(self, condition: Condition) -> str:
        text = self._test(condition)
        return self.say("when-not", text=text) if condition.negated else text

    def _test(self, condition: Condition) -> str:
        test, name = condition.test, condition.name or ""
        value = "" if condition.value is None else str(condition.value)
        match test:
            case "found" | "client" | "this":
                title = self.word(_GROUPS[test], name)
                return self.say(f"when-{test}", name=title, **({"value": value} if test == "this" else {}))
            case "value" | "answer" | "thing":
                name = self.word(test, name) if test == "thing" or name in self.local.get(test, {}) else name
                return self.say(f"when-{test}-is", name=name, value=value) if value else self.say(f"when-{test}", name=name)
            case "position":
                return self.say("when-position", name=self.pose(condition.pose) if condition.pose else "")
        return self.say(f"when-{test}-{value}" if test == "pass" else f"when-{test}")

    def until(self, until: Until) -> str:
        """Say what ends it."""
        return self.messages.join("or", [self._until(end) for end in until.options])

    def _until(self, end: End) -> str:
        if end.sign:
            return self.word("sign", end.sign)
        area = end.reached or end.covered
        return self.say("until-reached" if end.reached else "until-covered", place=self.the_area(area) if area else "")

    def stages(self, stages: Any) -> str:
        """Say the parts of a step in order: `first Pressure: light, then Pressure: deep`."""
        return self.messages.join("then", [self.dose(stage) for stage in stages])

    def value(self, name: str, value: Any) -> str:
        """Say any dose or state field by its name; of one that names a value of the routine, what is written."""
        if isinstance(value, Given):
            return self.value(name, value.value)
        if value is UNSTATED:
            return self.say("unstated")
        return str(value.written) if isinstance(value, Deferred) else str(_WRITERS[name](self, value))

    def fields(self, dose: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Go through the fields of a dose or a state, each with its label and its words."""
        for name in (*DOSE, *STATE):
            if name in dose and dose[name] is not None:
                yield self.say(f"line-{name}"), self.value(name, dose[name])

    def dose(self, dose: Mapping[str, Any]) -> str:
        """Say a whole dose in one line."""
        fields = [self.say("dose-field", label=label, text=text) for label, text in self.fields(dose)]
        return self.messages.join("dose-and", fields)


_WRITERS: dict[str, Any] = {
    "where": Phrases.places,
    "path": Phrases.path,
    "pattern": Phrases.pattern,
    "side": Phrases.sides,
    "emphasis": Phrases.places,
    "start": Phrases.placements,
    "direction": Phrases.direction,
    "tool": Phrases.tool,
    "grip": Phrases.placements,
    "support": Phrases.placements,
    "size": Phrases.size,
    "pressure": Phrases.pressure,
    "repeat": Phrases.count,
    "hold": Phrases.duration,
    "duration": Phrases.duration,
    "share": Phrases.percent,
    "tempo": Phrases.tempo,
    "rest": Phrases.duration,
    "breath": lambda phrases, word: phrases.say(f"breath-{word}"),
    "until": Phrases.until,
    "stages": Phrases.stages,
    "amount": Phrases.amount,
    "thing": Phrases.things,
    "position": Phrases.position,
    "bolsters": lambda phrases, placed: phrases.placements(placed) if placed else phrases.say("bolsters-none"),
    "surface": Phrases.things,
    "drape": Phrases.things,
    "therapist": Phrases.therapist,
    "lubricant": Phrases.lubricant,
    "contact": lambda phrases, word: phrases.say(f"contact-{word}"),
}
