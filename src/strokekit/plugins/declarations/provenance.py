"""Where a piece of knowledge comes from, and what is known of cautions."""

from __future__ import annotations

from typing import Literal

import attrs


@attrs.frozen(kw_only=True)
class Provenance:
    """Where a piece of knowledge comes from; `kind` says how far it carries."""

    kind: Literal["publication", "tradition", "teacher", "own_practice", "estimate"]
    """How the knowledge was come by."""
    source: str = ""
    """An address or a title; may be empty only for an estimate."""
    note: str = ""
    """What else is to be said of it."""
    date: str = ""
    """When it was looked up, or said; such as `2026-03-01`."""


ESTIMATE = Provenance(kind="estimate")
"""Nobody measured it."""


@attrs.frozen(kw_only=True)
class Caution:
    """One thing that speaks for care: under which condition, what follows, and who says so."""

    condition: str
    """What the client has, or where on the body: a word of a checklist."""
    effect: str
    """What follows: `refuse`, `refer`, `forbid`, `keep_off`, `no_pressure`, …."""
    source: str
    """Who says so."""
    note: str = ""
    """What else is to be said of it."""


@attrs.frozen(kw_only=True)
class Cautions:
    """What is known of a technique's cautions. `unknown` is not `none_reviewed`: nobody has looked."""

    status: Literal["unknown", "none_reviewed", "listed"] = "unknown"
    """Whether somebody has looked, and what was found."""
    items: tuple[Caution, ...] = ()
    """What was found."""
    reviewed: str = ""
    """The date of the review, where there was one."""


UNREVIEWED = Cautions()
"""Nobody has looked for cautions."""
