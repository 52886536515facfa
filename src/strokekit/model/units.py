"""The units an amount may be written in, and what each is worth.

Sources: the factors are definitions (SI; 1 in = 2.54 cm). Widths of fingers, thumbs and hands are measures of the giver's own
hand: they are compared with each other only by name, never turned into centimetres.
"""

from __future__ import annotations

from decimal import Decimal

TIME_UNITS = {"ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000}
"""Milliseconds in a unit of time."""
BREATH_UNITS = ("breath", "breaths")
"""A stretch of time whose length the catalogue's quantity `breath` gives."""
LENGTH_UNITS = {"mm": Decimal("0.1"), "cm": Decimal(1), "m": Decimal(100), "in": Decimal("2.54")}
"""Centimetres in a unit of length."""
BODY_UNITS = ("finger_width", "finger_widths", "thumb_width", "thumb_widths", "hand_width", "hand_widths")
"""Lengths measured with the giver's hand."""
AMOUNT_UNITS = ("ml", "cl", "l", "g", "kg", "drop", "drops")
"""Units of a product."""
TEMPERATURE_UNITS = ("°C", "°F", "C", "F")
"""Units of temperature; `C` and `F` are read as `°C` and `°F`."""
PERCENT = "%"

UNITS = (*TIME_UNITS, *BREATH_UNITS, *LENGTH_UNITS, *BODY_UNITS, *AMOUNT_UNITS, *TEMPERATURE_UNITS, PERCENT)
"""Every unit, as written."""

_SINGULAR = {"breaths": "breath", "drops": "drop", "C": "°C", "F": "°F"} | {u: u[:-1] for u in BODY_UNITS if u.endswith("s")}


def canonical_unit(unit: str) -> str:
    """Give the one spelling of `unit` that values hold.

    >>> canonical_unit("finger_widths"), canonical_unit("C")
    ('finger_width', '°C')
    """
    return _SINGULAR.get(unit, unit)
