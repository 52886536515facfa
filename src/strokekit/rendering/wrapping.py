"""Text in lines of at most 80 columns."""

from __future__ import annotations

import textwrap

WIDTH = 80


class Wrapped(str):
    """Lines that were made on purpose: templates keep their breaks."""

    __slots__ = ()


def wrap(text: str, indent: int = 0, hang: int = 4) -> Wrapped:
    """Break a text into lines of at most 80 characters; a longer word, such as an address, has a line of its own.

    Args:
        text: one line.
        indent: how many spaces stand before the first line.
        hang: how many more stand before the others.

    >>> print(wrap("Where: top of the shoulders and around the shoulder blades, but not on the spine itself", 4))
        Where: top of the shoulders and around the shoulder blades, but not on the
            spine itself
    """
    before = " " * min(indent, WIDTH // 2)
    after = before + " " * hang
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=before, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
    )
    return Wrapped("\n".join(lines))
