"""Regular expressions for compact strings, without anchors: what the published schema can say of a literal to an editor.

An outline lets through every string that the parser accepts, and refuses what the grammar alone shows to be wrong: the names
are checked by the parser. The expressions are ECMAScript's, and written so that no text makes a backtracking matcher slow.
"""

from __future__ import annotations

from strokekit.model.place import RELATIONS, SIDE_WORDS
from strokekit.model.units import (
    AMOUNT_UNITS,
    BODY_UNITS,
    BREATH_UNITS,
    LENGTH_UNITS,
    TEMPERATURE_UNITS,
    TIME_UNITS,
)

WORD = r"[a-z][a-z0-9_.]*"
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
EACH = rf"(?: *each +{WORD})?"
"""What an amount holds for."""


def units(*names: str) -> str:
    """Match one of some units, the longest first."""
    return rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


def span(end: str, last: str) -> str:
    """Match a range: its last amount matches `last`, the ones before it `end`."""
    return (
        rf"(?:~ *(?:{last})|(?:(?:{end}) *)?\.\. *(?:{last})|(?:{end}) *\.\. *(?:{end}) *\.\. *(?:{last})|(?:{last})(?: *\.\.)?)"
    )


def amount(end: str, last: str, *, each: str = "") -> str:
    """Match a range or a named quantity."""
    return _padded(rf"(?:{span(end, last)}|{WORD}){each}")


def _padded(outline: str) -> str:
    """Let spaces stand around, as the grammar does."""
    return rf" *(?:{outline}) *"


COUNT = amount(NUMBER, NUMBER, each=EACH)
_TIME_UNITS = units(*TIME_UNITS, *BREATH_UNITS)
_TIME = rf"{NUMBER} *{_TIME_UNITS}(?: *{NUMBER} *{_TIME_UNITS})*"
_TIME_SPAN = span(rf"{NUMBER}|{_TIME}", _TIME)
DURATION = amount(rf"{NUMBER}|{_TIME}", _TIME, each=EACH)
PERCENT = amount(rf"{NUMBER}(?: *%)?", rf"{NUMBER} *%")
_PIECES = rf"{NUMBER}(?: *{units(*LENGTH_UNITS, *BODY_UNITS, *AMOUNT_UNITS, *TEMPERATURE_UNITS)})?"
QUANTITY = amount(_PIECES, _PIECES)
_LENGTH_UNITS = units(*LENGTH_UNITS, *BODY_UNITS)
LENGTH = amount(rf"{NUMBER}(?: *{_LENGTH_UNITS})?", rf"{NUMBER} *{_LENGTH_UNITS}")
_TEMPERATURE_UNITS = units(*TEMPERATURE_UNITS)
TEMPERATURE = amount(rf"{NUMBER}(?: *{_TEMPERATURE_UNITS})?", rf"{NUMBER} *{_TEMPERATURE_UNITS}")
_SPEED = rf"{NUMBER}(?: *{units(*LENGTH_UNITS)})?"
TEMPO = _padded(rf"{span(_SPEED, _SPEED)} */ *(?:min|s)|{_TIME_SPAN} *each(?: +{WORD})?|{WORD}")
PATTERN = _padded(rf"(?:{span(NUMBER, NUMBER)} *)?{WORD}(?: +{WORD})?")
WORDS = _padded(rf"{WORD}(?: +{WORD})*")
"""Words with spaces between them: phrases, joined or not."""
SIDE = _padded(rf"(?:{'|'.join(SIDE_WORDS)})(?: +or +(?:{'|'.join(SIDE_WORDS)}))*")
_LEAD = r"[~.0-9 °%CF]*[a-z]"
_REST = r"[-a-z0-9_.~°%=()CF ]*"
TEXT = rf"{_LEAD}[-a-z0-9_.~°%=()CF >]*"
"""The characters of the literals whose order the parser alone knows; a number alone is none of them."""
PATH = rf"{_LEAD}{_REST}(?:>{_REST})+| *{WORD} *"
PLACED = rf"(?=[^\n]* (?:{'|'.join((*RELATIONS, 'at', 'on'))})[ ~.]){_LEAD}{_REST}"
"""Something in a relation to a place; looked for first, since going back from every relation would be slow."""
_TEST = (
    rf"(?:not +)?(?:wanted|suitable|possible|(?:found|client) +{WORD}|(?:value|answer|thing) +{WORD}(?: *= *(?:{WORD}|{NUMBER}))?"
    rf"|position +(?:(?:left|right) +)?{WORD}|this +{WORD} *= *{NUMBER}|pass +(?:first|last))"
)
WHEN = _padded(rf"{_TEST}(?: +and +{_TEST})*|{_TEST}(?: +or +{_TEST})*")
