"""Any value of the model in words, as it stands on a card: tools, pressure, state, conditions. All words are messages."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.model.amounts import UNSTATED
from strokekit.model.condition import Condition, End, Until, When
from strokekit.model.state import Lubricant, Pose, Position, Therapist
from strokekit.model.touch import Hold, Item, Level, Press, Pressure, Size, Things, Tool
from strokekit.rendering.place_phrases import PlacePhrases


@attrs.frozen
class Phrases(PlacePhrases):
    """Puts any value into words."""

    def tool(self, tool: Tool) -> str:
        """Say with what."""
        return self._options(tool.options, self._hold)

    def _hold(self, hold: Hold) -> str:
        name = self.messages.plural("tool", hold.part) if hold.both else self.word("tool", hold.part)
        side = [self.say(f"side-{hold.side}")] if hold.side else []
        return " ".join([*(self.word("manner", manner) for manner in hold.manners), *side, name])

    def things(self, things: Things) -> str:
        """Say things with their manners."""
        return self._options(things.options, self._item)

    def _item(self, item: Item) -> str:
        return " ".join([*(self.word("manner", manner) for manner in item.manners), self.word("thing", item.thing)])

    def lubricant(self, lubricant: Lubricant) -> str:
        """Say what the skin is prepared with."""
        if not lubricant.products:
            return self.say("lubricant-none")
        text = self.messages.join("or", [self._item(item) for item in lubricant.products])
        return f"{self.amount(lubricant.amount)}, {text}" if lubricant.amount else text

    def size(self, size: Size) -> str:
        """Say how large."""
        return self.word("size", size.word) if size.word else self.amount(size.length) if size.length else ""

    def position(self, position: Position) -> str:
        """Say how the client lies."""
        return self.messages.join("or", [self._pose(pose) for pose in position.options])

    def _pose(self, pose: Pose) -> str:
        name = self.word("pose", pose.pose)
        return f"{self.say(f'side-{pose.side}')} {name}" if pose.side else name

    def therapist(self, therapist: Therapist) -> str:
        """Say where the therapist is."""
        stances = self.messages.join("or", [self.word("stance", stance) for stance in therapist.stances])
        return f"{stances} {self.say(f'relation-{therapist.relation}', place=self.place(therapist.place))}"

    def level(self, level: Level) -> str:
        """Give the author's word with the numbers of the scale."""
        scale = self.word("scale", level.scale)
        numbers = self.amount(level.levels)
        if not level.word:
            return self.say("pressure-scale", scale=scale, numbers=numbers)
        words = [word.replace("_", " ") for word in (level.word, level.word_to) if word]
        word = self.say("span", low=words[0], high=words[1]) if level.word_to else words[0]
        return self.say("pressure-numbers", word=word, scale=scale, numbers=numbers)

    def pressure(self, pressure: Pressure) -> str:
        """Say how firmly."""
        return self._options(pressure.options, self._press)

    def _press(self, press: Press) -> str:
        if isinstance(press.pain, str):
            return self.say(f"pain-{press.pain}")
        if press.pain is not None:
            return self.say("pain-range", numbers=self.amount(press.pain))
        if press.level is not None:
            text = self.level(press.level)
            text = self.say("pressure-ramp", first=text, second=self.level(press.to)) if press.to else text
        else:
            text = self.say(f"pressure-{press.pace or press.change}")
            text = self.say("pressure-slowly", text=text) if press.slowly else text
        text = self._each(text, press.each)
        text = self.say("pressure-if", text=text, sign=self.word("sign", press.if_)) if press.if_ else text
        return self.say("on-return", text=text, back=self.level(press.on_return)) if press.on_return else text

    def when(self, when: When) -> str:
        """Say under which condition."""
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
            case "found":
                return self.say("when-found", name=self.word("finding", name))
            case "client":
                return self.say("when-client", name=self.word("fact", name))
            case "position":
                return self.say("when-position", name=self._pose(condition.pose) if condition.pose else "")
            case "value" | "answer":
                return self.say(f"when-{test}-is", name=name, value=value) if value else self.say(f"when-{test}", name=name)
        return self.say(f"when-{test}", **({"name": name} if name else {}), **({"value": value} if value else {}))

    def until(self, until: Until) -> str:
        """Say what ends it."""
        return self.messages.join("or", [self._until(end) for end in until.options])

    def _until(self, end: End) -> str:
        if end.sign:
            return self.word("sign", end.sign)
        area = end.reached or end.covered
        return self.say("until-reached" if end.reached else "until-covered", place=self.area(area) if area else "")

    def value(self, name: str, value: Any) -> str:
        """Say any dose or state field by its name."""
        if value is UNSTATED:
            return ""
        return str(_WRITERS[name](self, value))


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
    "tempo": Phrases.tempo,
    "rest": Phrases.duration,
    "breath": lambda phrases, word: phrases.say(f"breath-{word}"),
    "until": Phrases.until,
    "amount": Phrases.amount,
    "thing": Phrases.things,
    "position": Phrases.position,
    "bolsters": Phrases.placements,
    "surface": Phrases.things,
    "drape": Phrases.things,
    "therapist": Phrases.therapist,
    "lubricant": Phrases.lubricant,
    "contact": lambda phrases, word: phrases.say(f"contact-{word}"),
}
