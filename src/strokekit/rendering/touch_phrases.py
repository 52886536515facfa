"""Touch in words: tools, things, products, sizes, pressure."""

from __future__ import annotations

import attrs

from strokekit.model.state import Lubricant
from strokekit.model.touch import Hold, Item, Level, Press, Pressure, Size, Things, Tool
from strokekit.rendering.place_phrases import PlacePhrases


@attrs.frozen
class TouchPhrases(PlacePhrases):
    """Puts into words with what and how firmly."""

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
        text = self.say("lubricant-amount", text=text, amount=self.amount(lubricant.amount)) if lubricant.amount else text
        if lubricant.warmed is None:
            return text
        return self.say("lubricant-warmed" if lubricant.warmed else "lubricant-not-warmed", text=text)

    def size(self, size: Size) -> str:
        """Say how large."""
        return self.word("size", size.word) if size.word else self.amount(size.length) if size.length else ""

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
        text = self._each(self._force(press), press.each)
        text = self.say("pressure-manner", text=text, manner=self.word("manner", press.manner)) if press.manner else text
        text = self.say("pressure-if", text=text, sign=self.word("sign", press.if_)) if press.if_ else text
        return self.say("on-return", text=text, back=self.level(press.on_return)) if press.on_return else text

    def _force(self, press: Press) -> str:
        """Say the level, or how the pressure changes."""
        if press.level is not None:
            text = self.level(press.level)
            return self.say("pressure-ramp", first=text, second=self.level(press.to)) if press.to else text
        text = self.say(f"pressure-{press.pace or press.change}")
        text = self.say("pressure-slowly", text=text) if press.slowly else text
        return self.say("pressure-up-to", text=text, level=self.level(press.to)) if press.to else text
