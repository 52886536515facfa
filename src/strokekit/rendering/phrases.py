"""Values of the model in words: places, doses, pressure, conditions, as they stand on a card. All words are messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.literals.printing import number_text
from strokekit.model.amounts import UNSTATED, Range, Tempo, Time
from strokekit.model.condition import Condition, End, Until, When
from strokekit.model.place import Area, Direction, Heading, Path, Pattern, Place, Placement, Sides, Spot, Term
from strokekit.model.state import Lubricant, Pose, Position, Therapist
from strokekit.model.touch import Hold, Item, Level, Press, Pressure, Size, Things, Tool
from strokekit.rendering.messages import Messages


@attrs.frozen
class Phrases:
    """Puts values into words; `local` holds the titles of the routine's own words."""

    messages: Messages
    local: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)

    def word(self, group: str, id_: str) -> str:
        """The title of a word of the catalogue or of the routine."""
        own = self.local.get(group, {}).get(id_)
        return self.messages.text(own) if own is not None else self.messages.name(group, id_)

    def say(self, name: str, **facts: Any) -> str:
        """A message."""
        return self.messages.say(name, **facts)

    def time(self, ms: int) -> str:
        """A stretch of time in hours, minutes and seconds, rounded to the second."""
        seconds = (ms + 500) // 1000
        hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
        if not seconds:
            return self.say("time-below-second") if ms else self.say("time-none")
        if hours:
            return self.say("time-hours-minutes", hours=hours, minutes=minutes) if minutes else self.say("time-hours", hours=hours)
        if minutes:
            return self.say("time-minutes-seconds", minutes=minutes, seconds=rest) if rest else self.say("time-minutes", minutes=minutes)
        return self.say("time-seconds", seconds=rest)

    def amount(self, amount: Range[Any], unit: str = "") -> str:
        """A range of any kind, with its unit, as the author wrote it."""
        if amount.vague:
            return self.word("quantity", amount.vague)
        ends = [self._end(end, unit or amount.unit or "") for end in (amount.min, amount.ideal, amount.max)]
        if amount.about:
            return self.say("about", time=ends[1])
        if amount.exact:
            return ends[0] or ""
        if ends[0] and ends[2]:
            return self.say("span", low=self._shared(amount, ends[0], unit or amount.unit or ""), high=ends[2])
        return self.say("span-from", low=ends[0]) if ends[0] else self.say("span-to", high=ends[2])

    def _shared(self, amount: Range[Any], low: str, unit: str) -> str:
        """The lower end without the unit that the upper end repeats."""
        if isinstance(amount.min, Time) and isinstance(amount.max, Time):
            first, last = low.split(), self._end(amount.max, "").split()
            return first[0] if len(first) == len(last) == 2 and first[1] == last[1] else low  # noqa: PLR2004 - number and unit
        return number_text(amount.min) if unit else low

    def _end(self, end: Any, unit: str) -> str:
        if end is None:
            return ""
        if isinstance(end, Time):
            parts = [self.time(end.ms)] if end.ms or not end.breaths else []
            if end.breaths:
                parts.append(self.say("breaths", count=int(end.breaths), text=number_text(end.breaths)))
            return " ".join(parts)
        return f"{number_text(end)} {unit.replace('_', ' ')}".strip()

    def count(self, amount: Range[int]) -> str:
        """How often: `3–5 times`, with what it holds for."""
        number = amount.min if amount.exact else 2
        text = self.say("times", count=number, text=self.amount(amount))
        return self._each(text, amount.each)

    def duration(self, amount: Range[Time]) -> str:
        """How long, with what it holds for."""
        return self._each(self.amount(amount), amount.each)

    def _each(self, text: str, unit: str | None) -> str:
        return self.say("each", text=text, unit=self.word("each", unit)) if unit else text

    def tempo(self, tempo: Tempo) -> str:
        """How fast."""
        if tempo.word:
            return self.word("tempo", tempo.word)
        if tempo.per_minute:
            return self.say("per-minute", text=self.amount(tempo.per_minute))
        if tempo.cm_per_second:
            return self.say("centimetres-per-second", text=self.amount(tempo.cm_per_second))
        return self.duration(tempo.each) if tempo.each else ""

    def term(self, term: Term, group: str = "region") -> str:
        """A word of a spot with what stands around it."""
        known = group == "region" or term.name in self.messages.catalog.words.get("part", {})
        name = self.word(group if known else "region", term.name)
        side = [self.say(f"side-{term.side}")] if term.side else []
        number = [str(term.number)] if term.number is not None else []
        text = " ".join([*side, *term.aspects, name, *number])
        return self.say(term.pick, text=text) if term.pick else text

    def spot(self, spot: Spot) -> str:
        """A region, or a part of it."""
        text = self.term(spot.region)
        for part in reversed(spot.parts):
            text = self.say("of-part", part=self.term(part, "part"), whole=text)
        return text

    def area(self, area: Area) -> str:
        """A spot with its relation, offset and frame."""
        text = self.spot(area.spot)
        if area.other is not None:
            return self.say("relation-two", place=text, other=self.spot(area.other))
        if area.relation:
            text = self.say(f"relation-{area.relation}", place=text)
        if area.offset:
            text = self.say("offset", offset=self.amount(area.offset), text=text)
        return self.say("at-place", text=text, place=self.spot(area.at)) if area.at else text

    def place(self, place: Place) -> str:
        """Areas, findings, findings in areas."""
        if place.marked:
            return self.say("marked", name=place.marked)
        findings = self.messages.join("or", [self.word("finding", finding) for finding in place.findings])
        areas = self.messages.join("and", [self.area(area) for area in place.areas])
        return self.say("in-place", findings=findings, place=areas) if findings and areas else findings or areas

    def places(self, places: tuple[Place, ...]) -> str:
        """All places in order."""
        return self.messages.join("and", [self.place(place) for place in places])

    def path(self, path: Path) -> str:
        """A way over places."""
        if path.named:
            return self.word("path", path.named)
        text = ""
        for place in path.places:
            text = self.say("arrow", first=text, second=self.place(place)) if text else self.place(place)
        return text

    def placement(self, placement: Placement) -> str:
        """A thing, or hands, put somewhere."""
        group = "tool" if placement.thing in self.messages.catalog.words.get("tool", {}) else "thing"
        thing = self.word(group, placement.thing)
        manners = [self.word("manner", manner) for manner in placement.manners]
        count = [self.amount(placement.count)] if placement.count else []
        where = self.say(f"relation-{placement.relation}", place=self.area(placement.area))
        return " ".join([*count, *manners, thing, where])

    def placements(self, given: Any) -> str:
        """Placements in order."""
        return self.messages.join("and", [self.placement(p) for p in (given if isinstance(given, tuple) else (given,))])

    def pattern(self, pattern: Pattern) -> str:
        """How a place is covered."""
        count = [self.amount(pattern.count)] if pattern.count else []
        orientation = [self.word("orientation", pattern.orientation)] if pattern.orientation else []
        spacing = [self.amount(pattern.spacing)] if pattern.spacing else []
        return " ".join([*count, self.word("shape", pattern.shape), *orientation, *spacing])

    def sides(self, sides: Sides) -> str:
        """Which side."""
        return self.messages.join("or", [self.say(f"side-{word}") for word in sides.options])

    def direction(self, direction: Direction) -> str:
        """Which way."""
        return self._options(direction.options, self._heading)

    def _options(self, options: tuple[tuple[Any, ...], ...], one: Any) -> str:
        return self.messages.join("or", [self.messages.join("and", [one(part) for part in group]) for group in options])

    def _heading(self, heading: Heading) -> str:
        if heading.way == "word":
            return self.word("heading", heading.word or "")
        if heading.way == "turn":
            text = self.say(f"turn-{heading.word}")
            return self.say(f"seen-{heading.seen}", text=text) if heading.seen else text
        place = self.area(heading.to) if heading.to else self.word("target", heading.word or "")
        return self.say(f"way-{heading.way}", place=place)

    def tool(self, tool: Tool) -> str:
        """With what."""
        return self._options(tool.options, self._hold)

    def _hold(self, hold: Hold) -> str:
        entry = self.messages.catalog.words.get("tool", {}).get(hold.part)
        name = self.word("tool", hold.part)
        if hold.both:
            name = entry.plural.replace("_", " ") if entry is not None and entry.plural else _plural(name)
        side = [self.say(f"side-{hold.side}")] if hold.side else []
        return " ".join([*(self.word("manner", manner) for manner in hold.manners), *side, name])

    def things(self, things: Things) -> str:
        """Things with their manners."""
        return self._options(things.options, self._item)

    def _item(self, item: Item) -> str:
        return " ".join([*(self.word("manner", manner) for manner in item.manners), self.word("thing", item.thing)])

    def lubricant(self, lubricant: Lubricant) -> str:
        """What the skin is prepared with."""
        if not lubricant.products:
            return self.say("lubricant-none")
        text = self.messages.join("or", [self._item(item) for item in lubricant.products])
        return f"{self.amount(lubricant.amount)}, {text}" if lubricant.amount else text

    def size(self, size: Size) -> str:
        """How large."""
        return self.word("size", size.word) if size.word else self.amount(size.length) if size.length else ""

    def position(self, position: Position) -> str:
        """How the client lies."""
        return self.messages.join("or", [self._pose(pose) for pose in position.options])

    def _pose(self, pose: Pose) -> str:
        name = self.word("pose", pose.pose)
        return f"{self.say(f'side-{pose.side}')} {name}" if pose.side else name

    def therapist(self, therapist: Therapist) -> str:
        """Where the therapist is."""
        stances = self.messages.join("or", [self.word("stance", stance) for stance in therapist.stances])
        return f"{stances} {self.say(f'relation-{therapist.relation}', place=self.place(therapist.place))}"

    def level(self, level: Level) -> str:
        """The author's word with the numbers of the scale."""
        scale = self.word("scale", level.scale)
        numbers = self.amount(level.levels)
        if not level.word:
            return self.say("pressure-scale", scale=scale, numbers=numbers)
        word = f"{level.word}–{level.word_to}" if level.word_to else level.word
        return self.say("pressure-numbers", word=word.replace("_", " "), scale=scale, numbers=numbers)

    def pressure(self, pressure: Pressure) -> str:
        """How firmly."""
        return self._options(pressure.options, self._press)

    def _press(self, press: Press) -> str:
        if press.pain is not None:
            return self.say(f"pain-{press.pain}") if isinstance(press.pain, str) else self.say("pain-range", numbers=self.amount(press.pain))
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
        """Under which condition."""
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
        """What ends it."""
        return self.messages.join("or", [self._until(end) for end in until.options])

    def _until(self, end: End) -> str:
        if end.sign:
            return self.word("sign", end.sign)
        area = end.reached or end.covered
        return self.say("until-reached" if end.reached else "until-covered", place=self.area(area) if area else "")

    def value(self, name: str, value: Any) -> str:
        """Any dose or state field by its name."""
        if value is UNSTATED:
            return ""
        return str(_WRITERS[name](self, value))


def _plural(name: str) -> str:
    head, of, rest = name.partition(" of ")
    return f"{head}s{of}{rest}"


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
