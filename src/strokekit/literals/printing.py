"""Values → the shortest form that says it all: a compact string, or a mapping where no string can say it.

`read(kind, write(kind, value)) == value` for every value; a law keeps it. Amounts, places, tools and state are written here,
pressure and conditions in `strokekit.literals.printing_pressure`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from strokekit.literals.vocabulary import Vocabulary
from strokekit.model.amounts import Range, Tempo, Time
from strokekit.model.place import Area, Direction, Heading, Path, Pattern, Place, Placement, Sides, Spot, Term
from strokekit.model.state import Lubricant, Pose, Position, Therapist
from strokekit.model.touch import Hold, Item, Level, Size, Things, Tool

Json = Any
"""A string, a whole number, a truth value, or a mapping or list of these."""


def number_text(number: Decimal | int) -> str:
    """Write a number without an exponent or trailing zeros.

    >>> number_text(Decimal("2.50"))
    '2.5'
    """
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def time_text(time: Time) -> str:
    """Write a time in its largest whole units.

    >>> time_text(Time(90_000))
    '1 min 30 s'
    """
    parts, left = [], time.ms
    for unit, size in _UNITS:
        whole, left = divmod(left, size)
        parts += [f"{whole} {unit}"] if whole else []
    if time.breaths:
        parts.append(f"{number_text(time.breaths)} breath{'' if time.breaths == 1 else 's'}")
    return " ".join(parts) or "0 s"


def _times_text(times: list[Time | None]) -> list[str | None]:
    """Write the ends of a range in the largest unit that all of them have whole, written once: `60..90 s`."""
    given = [time for time in times if time is not None]
    if all(time.breaths and not time.ms for time in given):
        return [None if time is None else number_text(time.breaths) + (" breaths" if time is given[-1] else "") for time in times]
    if len(given) < 2 or any(time.breaths for time in given):  # noqa: PLR2004 - one end shares with nobody
        return [None if time is None else time_text(time) for time in times]
    unit, size = next((u, s) for u, s in _UNITS if all(time.ms % s == 0 for time in given))
    return [None if time is None else f"{time.ms // size}{f' {unit}' if time is given[-1] else ''}" for time in times]


_UNITS = (("h", 3_600_000), ("min", 60_000), ("s", 1_000), ("ms", 1))


def _ends_text(numbers: list[Any], unit: str | None) -> list[str | None]:
    if any(isinstance(number, Time) for number in numbers):
        return _times_text(numbers)
    last = max(index for index, number in enumerate(numbers) if number is not None)
    return [None if n is None else _unit_text(Decimal(n), unit if i == last else None) for i, n in enumerate(numbers)]


def _unit_text(number: Decimal, unit: str | None) -> str:
    if unit is None:
        return number_text(number)
    if unit == "%":
        return f"{number_text(number)}%"
    plural = "s" if unit.endswith("_width") or unit == "drop" else ""
    return f"{number_text(number)} {unit}{plural if number != 1 else ''}"


def _end_text(number: Any, unit: str | None) -> str:
    return time_text(number) if isinstance(number, Time) else _unit_text(Decimal(number), unit)


def range_text(amount: Range[Any], unit: str | None) -> str | None:
    """Write the compact form, without `each`; None where there is none."""
    if amount.vague:
        return amount.vague
    if amount.about or amount.exact:
        return f"{'~' if amount.about else ''}{_end_text(amount.ideal, unit)}"
    low, ideal, high = _ends_text([amount.min, amount.ideal, amount.max], unit)
    if ideal is not None:  # no compact form says an ideal and just one end
        return None if low is None or high is None else f"{low}..{ideal}..{high}"
    return f"{low or ''}..{high or ''}"


def write_range(amount: Range[Any], *, unit: str | None = None) -> Json:
    """Write a range as text, as a plain integer where it is one, or as a mapping."""
    unit = unit or amount.unit
    text = range_text(amount, unit)
    extra = {key: getattr(amount, key) for key in ("by", "basis", "source", "note") if getattr(amount, key) is not None}
    if text is not None and not extra:
        return _whole(amount, unit) or text + (f" each {amount.each}" if amount.each else "")
    ends = {key: getattr(amount, key) for key in ("min", "ideal", "max") if getattr(amount, key) is not None}
    written: dict[str, Json] = {key: _end_json(value, unit) for key, value in ends.items()}
    if amount.about:
        written = {"about": _end_json(amount.ideal, unit)}
    if amount.exact:
        written = {"min": written["min"], "max": written["max"]}
    if amount.vague:
        written = {"vague": amount.vague}
    return {**written, **({"each": amount.each} if amount.each else {}), **extra}


def _whole(amount: Range[Any], unit: str | None) -> int | None:
    """Give the whole number that is all an amount says; it is never 0."""
    number = amount.min
    if not isinstance(number, (int, Decimal)) or unit is not None or amount.each or not amount.exact:
        return None
    return int(number) if number == int(number) else None


def _end_json(value: Any, unit: str | None) -> Json:
    return value if isinstance(value, int) else _end_text(value, unit)


def write_percent(amount: Range[Any]) -> Json:
    """Write a share with its `%`."""
    return write_range(amount, unit="%")


def write_tempo(tempo: Tempo) -> Json:
    """Write a tempo in the form it was given."""
    if tempo.word:
        return tempo.word
    if tempo.per_minute:
        return f"{range_text(tempo.per_minute, None)}/min"
    if tempo.cm_per_second:
        return f"{range_text(tempo.cm_per_second, 'cm')}/s"
    assert tempo.each is not None  # noqa: S101 - one of the four is always given
    return f"{range_text(tempo.each, None)} each" + (f" {tempo.each.each}" if tempo.each.each != "repeat" else "")


def term_text(term: Term) -> str:
    """Write a word with what stands around it."""
    before = [term.pick, *term.aspects, term.side]
    return " ".join(str(part) for part in (*before, term.name, term.number) if part is not None)


def spot_text(spot: Spot) -> str:
    """Write terms joined by `of`."""
    return " of ".join(term_text(term) for term in (*spot.parts, spot.region))


def area_text(area: Area) -> str:
    """Write a spot with its relation, its offset, and where it is looked for."""
    if area.other is not None:
        return f"between {spot_text(area.spot)} and {spot_text(area.other)}"
    offset = str(write_range(area.offset)) if area.offset else None
    at = f"at {spot_text(area.at)}" if area.at else None
    return " ".join(part for part in (offset, area.relation, spot_text(area.spot), at) if part)


def place_text(place: Place) -> str:
    """Write findings, areas, or findings in areas."""
    if place.marked:
        return f"marked {place.marked}"
    findings = " or ".join(place.findings)
    areas = " and ".join(area_text(area) for area in place.areas)
    return f"{findings} in {areas}" if findings and areas else findings or areas


def write_place(place: Place) -> Json:
    """Write a place; it always has a compact form."""
    return place_text(place)


def write_path(path: Path) -> Json:
    """Write places joined by arrows, or a name."""
    return path.named or " -> ".join(place_text(place) for place in path.places)


def write_placement(placement: Placement, words: Vocabulary) -> Json:
    """Write count, manners, thing, relation, area."""
    count = str(write_range(placement.count)) if placement.count else None
    thing = _numbered(words, ("thing", "tool", "grip"), placement.thing, both=placement.both)
    parts = (count, *placement.manners, thing, placement.relation, area_text(placement.area))
    return " ".join(part for part in parts if part)


def write_pattern(pattern: Pattern) -> Json:
    """Write a compact string unless spacing, size or progress are given, or a count that is no plain range."""
    count = write_range(pattern.count) if pattern.count else None
    extra = {"spacing": pattern.spacing and write_range(pattern.spacing), "size": pattern.size, "progress": pattern.progress}
    if any(extra.values()) or isinstance(count, dict) or (pattern.count and pattern.count.vague):
        full = {"shape": pattern.shape, "count": count, "orientation": pattern.orientation, **extra}
        return {key: value for key, value in full.items() if value is not None}
    return " ".join(str(part) for part in (count, pattern.shape, pattern.orientation) if part is not None)


def heading_text(heading: Heading) -> str:
    """Write one direction."""
    if heading.way == "word":
        return str(heading.word)
    if heading.way == "turn":
        seen = {"by_client": " seen by client", "facing_client": " seen facing client", None: ""}[heading.seen]
        return f"{heading.word}{seen}"
    return f"{heading.way.replace('_', ' ')} {area_text(heading.to) if heading.to else heading.word}"


def write_direction(direction: Direction) -> Json:
    """Write headings joined by `and` and `or`."""
    return " or ".join(" and ".join(heading_text(heading) for heading in group) for group in direction.options)


def write_sides(sides: Sides) -> Json:
    """Write side words joined by `or`."""
    return " or ".join(sides.options)


def _numbered(words: Vocabulary, groups: tuple[str, ...], name: str, *, both: bool) -> str:
    """Write a word in the plural where that was written, and has one."""
    plurals = (words.plural(group, name) for group in groups) if both else ()
    return next((plural for plural in plurals if plural), name)


def hold_text(hold: Hold, words: Vocabulary) -> str:
    """Write manners, side, part; the plural where both were meant."""
    part = _numbered(words, ("tool", "thing"), hold.part, both=hold.both)
    return " ".join(word for word in (*hold.manners, hold.side, part) if word)


def write_tool(tool: Tool, words: Vocabulary) -> Json:
    """Write holds joined by `and` and `or`."""
    return " or ".join(" and ".join(hold_text(hold, words) for hold in group) for group in tool.options)


def item_text(item: Item) -> str:
    """Write a thing after its manners."""
    return " ".join((*item.manners, item.thing))


def write_things(things: Things) -> Json:
    """Write items joined by `and` and `or`."""
    return " or ".join(" and ".join(item_text(item) for item in group) for group in things.options)


def write_size(size: Size) -> Json:
    """Write a word or a length."""
    return size.word or (write_range(size.length) if size.length else None)


def write_lubricant(lubricant: Lubricant) -> Json:
    """Write products joined by `or`, with amount and warmth in the long form."""
    products = " or ".join(item_text(item) for item in lubricant.products) or "none"
    if lubricant.amount is None and lubricant.warmed is None:
        return products
    extra = {"amount": lubricant.amount and write_range(lubricant.amount), "warmed": lubricant.warmed}
    return {"product": products, **{key: value for key, value in extra.items() if value is not None}}


def pose_text(pose: Pose) -> str:
    """Write the side lain on, then the pose."""
    return f"{pose.side} {pose.pose}" if pose.side else pose.pose


def write_position(position: Position) -> Json:
    """Write poses joined by `or`; a pose with an edge or an alignment needs the long form."""
    written = [_pose_json(pose) for pose in position.options]
    if all(isinstance(pose, str) for pose in written):
        return " or ".join(written)
    return written[0] if len(written) == 1 else {"any": written}


def _pose_json(pose: Pose) -> Json:
    if pose.edge is None and pose.alignment is None:
        return pose_text(pose)
    full = {"pose": pose.pose, "side": pose.side, "edge": pose.edge and write_range(pose.edge), "alignment": pose.alignment}
    return {key: value for key, value in full.items() if value is not None}


def write_therapist(therapist: Therapist) -> Json:
    """Write stances, relation, place; the side in the long form."""
    stances = " or ".join(therapist.stances)
    if therapist.side is None:
        return f"{stances} {therapist.relation} {place_text(therapist.place)}"
    place = place_text(therapist.place)
    return {"stance": stances, "relation": therapist.relation, "place": place, "side": therapist.side}


def level_text(level: Level) -> str:
    """Write the author's word where the catalogue knows it, else number and scale, with the word before the bracket."""
    numbers = f"{range_text(level.levels, None)} {level.scale}"
    if level.word_to:
        return f"{level.word}..{level.word_to}"
    return f"{level.word} ({numbers})" if level.word else numbers
