"""When what is said, asked or shown during a step is given."""

from __future__ import annotations

from strokekit.model.routine import Prompt


def moments(prompt: Prompt, start: int, end: int, repeats: int, *, limit: int) -> list[int]:
    """Give the times of a prompt within a step from `start` to `end`, in milliseconds: once, or again and again.

    A rise of pressure has no time of its own: it is taken to be at the middle, as an estimate. More than `limit` times are not
    given: whoever asks has no use for them.

    >>> from strokekit.model.routine import At
    >>> moments(Prompt(kind="say", text={"en": "Breathe"}, at=At(ms=-2_000)), 0, 10_000, 1, limit=100)
    [8000]
    """
    at, length = prompt.at, end - start
    if at.every_ms:
        return list(range(start + at.every_ms, end, at.every_ms)[:limit]) or [start]
    if at.word == "each_repeat":
        return [start + length * index // repeats for index in range(min(repeats, limit))]
    if at.ms is not None:
        return [min(max(start + at.ms if at.ms >= 0 else end + at.ms, start), end)]
    if at.share is not None:
        return [start + min(int(length * at.share / 100), length)]
    return [{"end": end, "leaving": end, "pressure_rise": start + length // 2}.get(at.word or "", start)]
