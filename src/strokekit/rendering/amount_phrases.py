"""Amounts in words: times, counts, quantities, tempi, with who says them and what decides them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from strokekit.model.amounts import Range, Tempo, Time
from strokekit.rendering.messages import Messages

_BASES = ("stated", "source", "estimate")


@attrs.frozen
class AmountPhrases:
    """Puts amounts into words; `local` holds the titles that the routine gives things itself, by group and id."""

    messages: Messages
    local: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    side: str | None = None
    """The side that is worked on where a paired region says none; None where that is not known, or both."""

    def word(self, group: str, id_: str) -> str:
        """Give the title of a word of the catalogue or of the routine."""
        own = self.local.get(group, {}).get(id_)
        return self.messages.text(own) if own is not None else self.messages.name(group, id_)

    def say(self, message: str, /, **facts: Any) -> str:
        """Say a message."""
        return self.messages.say(message, **facts)

    def text(self, text: Any) -> str:
        """Give a text of the routine in the language of the card; nothing where there is none."""
        return self.messages.text(text) if text else ""

    def _options(self, options: tuple[tuple[Any, ...], ...], one: Any) -> str:
        return self.messages.join("or", [self.messages.join("and", [one(part) for part in group]) for group in options])

    def time(self, ms: int) -> str:
        """Say a stretch of time in hours, minutes and seconds, rounded to the second.

        With the units of the language's catalogue; of one that has none, with those that Babel knows.
        """
        if not self.messages.own("time-seconds"):
            return self.messages.locale.duration(ms, length="short")
        seconds = (ms + 500) // 1000
        hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
        if not seconds:
            return self.say("time-below-second") if ms else self.say("time-none")
        if hours:
            name = "time-hours-minutes" if minutes else "time-hours"
        elif minutes:
            name = "time-minutes-seconds" if rest else "time-minutes"
        else:
            name = "time-seconds"
        return self.say(name, hours=hours, minutes=minutes, seconds=rest)

    def amount(self, amount: Range[Any], unit: str = "") -> str:
        """Say a range of any kind, with its unit, as the author wrote it."""
        return self._told(self._each(self._bare(amount, unit), amount.each), amount)

    def count(self, amount: Range[int]) -> str:
        """Say how often, with what it holds for."""
        number = amount.min if amount.exact else 2
        text = self.say("times", count=number, text=self._bare(amount))
        return self._told(self._each(text, amount.each), amount)

    def duration(self, amount: Range[Time]) -> str:
        """Say how long, with what it holds for."""
        return self.amount(amount)

    def percent(self, amount: Range[Any]) -> str:
        """Say a share."""
        return self.amount(amount, "%")

    def _bare(self, amount: Range[Any], unit: str = "") -> str:
        """Say the numbers alone."""
        if amount.vague:
            return self.word("quantity", amount.vague)
        unit = unit or amount.unit or ""
        low, ideal, high = (self._end(end, unit) for end in (amount.min, amount.ideal, amount.max))
        if amount.about:
            return self.say("about", time=ideal)
        if amount.exact:
            return low
        if low and high:
            return self.say("span", low=self._shared(amount, low, unit), high=high)
        if low or high:
            return self.say("span-from", low=low) if low else self.say("span-to", high=high)
        return ideal

    def _shared(self, amount: Range[Any], low: str, unit: str) -> str:
        """Give the lower end without the unit that the upper end repeats."""
        if isinstance(amount.min, Time) and isinstance(amount.max, Time):
            first, last = low.split(), self._end(amount.max, "").split()
            return first[0] if len(first) == len(last) == 2 and first[1] == last[1] else low  # noqa: PLR2004 - number and unit
        return self._number(amount.min) if unit and amount.min is not None else low

    def _end(self, end: Any, unit: str) -> str:
        if end is None:
            return ""
        if isinstance(end, Time):
            parts = [self.time(end.ms)] if end.ms or not end.breaths else []
            if end.breaths:
                parts.append(self.say("breaths", count=int(end.breaths), text=self._number(end.breaths)))
            return " ".join(parts)
        if unit == "%":
            return self.messages.locale.percent(end)
        plural = "s" if unit.endswith("_width") and end != 1 else ""
        return f"{self._number(end)} {unit.replace('_', ' ')}{plural}".strip()

    def _number(self, number: Decimal | int) -> str:
        return self.messages.locale.number(number)

    def _each(self, text: str, unit: str | None) -> str:
        return self.say("each", text=text, unit=self.word("each", unit)) if unit else text

    def _told(self, text: str, amount: Range[Any]) -> str:
        """Say what the author adds to an amount: the best of it, what decides it, and where it comes from."""
        if amount.ideal is not None and not amount.exact and not amount.about and (amount.min, amount.max) != (None, None):
            text = self.say("amount-ideally", text=text, ideal=self._end(amount.ideal, amount.unit or ""))
        if amount.by:
            text = self.say("amount-by", text=text, what=self.word("decider", amount.by))
        if amount.basis:
            known = amount.basis in _BASES
            basis = self.say(f"basis-{amount.basis}") if known else amount.basis.replace("_", " ")
            text = self.say("amount-basis", text=text, what=basis)
        if amount.source:
            text = self.say("amount-source", text=text, source=self.word("source", amount.source))
        return self.say("amount-noted", text=text, note=amount.note) if amount.note else text

    def tempo(self, tempo: Tempo) -> str:
        """Say how fast."""
        if tempo.word:
            return self.word("tempo", tempo.word)
        if tempo.per_minute:
            return self.say("per-minute", text=self.amount(tempo.per_minute))
        if tempo.cm_per_second:
            return self.say("centimetres-per-second", text=self.amount(attrs.evolve(tempo.cm_per_second, unit=None)))
        return self.duration(tempo.each) if tempo.each else ""
