"""How long it takes to walk a line with the thumbs, and where they go: press beside press to its end, and back."""

from __future__ import annotations

from collections.abc import Iterator

from strokekit.plugin import Move, MovesContext, TimingContext


def walking_time(context: TimingContext) -> tuple[int, int, int] | None:
    """Give the time of one pass: so many presses on each target, there and perhaps back.

    The ends of the range meet: the fewest presses at their shortest are the least, the most at their longest the most.
    """
    presses, press = context.amounts.get("presses"), context.amounts.get("press")
    if presses is None or press is None:
        return None
    ways = context.targets * (2 if context.parameters["back"] else 1)
    least, ideal, most = (count * ms * ways for count, ms in zip(presses, press, strict=True))
    return least, ideal, most


def walking_moves(context: MovesContext) -> Iterator[Move]:
    """Give the way to the end of the line, and the way back, for each pass."""
    for number in range(1, context.passes + 1):
        yield Move(title={"en": f"Thumb beside thumb to the end, {number}", "de": f"Daumen neben Daumen zum Ende, {number}"})
        if context.parameters["back"]:
            yield Move(title={"en": f"and back, {number}", "de": f"und zurück, {number}"})
