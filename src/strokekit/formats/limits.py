"""How much of a text the readers take on before they give up.

The bounds are counted, never timed. They are generous for a routine a person writes and small for a machine: a routine of
100,000 steps needs a reader with raised limits.
"""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Limits:
    """The bounds of one reading; every one is at least 1.

    Attributes:
        size: bytes of UTF-8 in the whole text.
        depth: containers within one another, the root mapping being the first; aliases count as what they stand for.
        nodes: values in the whole document, containers included, keys not; aliases count as what they stand for.
        scalar: code points of one text or key.
        diagnostics: how many diagnostics are collected before the rest is left unsaid.

    >>> Limits(depth=3).nodes
    200000
    """

    size: int = 10_000_000
    depth: int = 100
    nodes: int = 200_000
    scalar: int = 64_000
    diagnostics: int = 1_000
