"""Numbers, lists, lengths of time and the writing direction as a language has them, by Babel; words come from the catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

import attrs

if TYPE_CHECKING:
    import babel

FALLBACK = "en"
_JOINS: dict[str, Literal["standard", "or"]] = {"and": "standard", "or": "or"}
_PATTERNS = {"2", "start", "middle", "end"}
"""What a list of any length needs."""
_UNITS = (("hour", 3600, "h"), ("minute", 60, "min"), ("second", 1, "s"))
"""Each unit, how many seconds it has, and its symbol, which is understood wherever no other is known."""


@lru_cache(maxsize=32)
def _known(language: str) -> babel.Locale:
    """Find what Babel knows of a language: of the tag, else of its base language, else of English."""
    import babel

    for tag in (language, language.partition("-")[0]):
        try:
            return babel.Locale.parse(tag.replace("-", "_"))
        except (ValueError, babel.UnknownLocaleError):
            continue
    return babel.Locale.parse(FALLBACK)


@attrs.frozen
class Locale:
    """A language tag, and how things are written in it. A tag that nobody knows is written as English is.

    >>> Locale("de").number(Decimal("0.5")), Locale("de").listed(["Öl", "Tuch", "Stein"], "or"), Locale("ar").direction
    ('0,5', 'Öl, Tuch oder Stein', 'rtl')
    """

    language: str = FALLBACK

    @cached_property
    def _babel(self) -> babel.Locale:
        return _known(self.language)

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Whether the language is written from left to right or from right to left."""
        return "rtl" if self._babel.text_direction == "rtl" else "ltr"

    def number(self, number: Decimal | int) -> str:
        """Write a number with the decimal sign and the groups of the language; nothing is rounded.

        >>> Locale("en").number(12_500), Locale("fr").number(Decimal("2.25"))
        ('12,500', '2,25')
        """
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self._babel, decimal_quantization=False)

    def percent(self, percent: Decimal | int) -> str:
        """Write a share of so many per cent.

        >>> Locale("en").percent(Decimal("12.5"))
        '12.5%'
        """
        from babel.numbers import format_percent

        return format_percent(Decimal(percent) / 100, locale=self._babel, decimal_quantization=False)

    def listed(self, parts: Iterable[str], how: Literal["and", "or"] = "and") -> str:
        """Join texts into a list in which all hold, or one of them.

        >>> Locale("en").listed(["palm", "thumb"])
        'palm and thumb'
        """
        from babel.lists import format_list

        return format_list(list(parts), style=_JOINS[how], locale=self._babel)

    def duration(self, ms: int, *, length: Literal["short", "long"] = "long") -> str:
        """Write a length of time in hours, minutes and seconds, rounded to the second: to be read out, or abbreviated.

        >>> Locale("en").duration(3_725_000), Locale("de").duration(90_000, length="short")
        ('1 hour, 2 minutes, 5 seconds', '1 Min. 30 Sek.')
        """
        left = (ms + 500) // 1000
        parts: list[str] = []
        for unit, seconds, symbol in _UNITS:
            count, left = divmod(left, seconds)
            if count or (unit == "second" and not parts):
                parts.append(self._unit(count, unit, length) or f"{count} {symbol}")
        return self._row(parts) if length == "long" else " ".join(parts)

    def _unit(self, count: int, unit: str, length: Literal["short", "long"]) -> str:
        """Write a number of hours, minutes or seconds; empty where nobody knows how, since what is known has holes."""
        from babel.units import format_unit

        lengths: dict[str, tuple[Literal["short", "long", "narrow"], ...]] = {
            "long": ("long", "short", "narrow"),
            "short": ("short", "narrow", "long"),
        }
        name = f"duration-{unit}"
        said = (format_unit(count, name, length=one, locale=self._babel) for one in lengths[length])
        return next((text for text in said if name not in text), "")

    def _row(self, parts: list[str]) -> str:
        from babel.lists import format_list

        whole = set(self._babel.list_patterns.get("unit", ())) >= _PATTERNS
        return format_list(parts, style="unit" if whole else "standard", locale=self._babel)
