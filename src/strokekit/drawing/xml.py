"""Elements of an SVG as text. Everything that comes from outside is escaped here, and what no XML may hold is left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias
from unicodedata import bidirectional
from xml.sax.saxutils import escape, quoteattr

from strokekit.drawing.geometry import number
from strokekit.drawing.words import legal, plain

NAMESPACE = "http://www.w3.org/2000/svg"
Attributes: TypeAlias = dict[str, str | float]
_OPEN, _CLOSE = "\u2068", "\u2069"
"""Between them a text has the direction of its first letter; `direction` would turn the meaning of `text-anchor` as well."""
_FROM_RIGHT = frozenset({"R", "AL"})


def element(name: str, *inner: str, **attributes: str | float | None) -> str:
    """Write an element; `inner` is markup already. In attributes `_` stands for `-`, one at the end for nothing.

    >>> element("circle", r=2.0, stroke_width=1.5, class_="bm-dot")
    '<circle r="2" stroke-width="1.5" class="bm-dot"/>'
    """
    given = "".join(f" {_name(key)}={_value(value)}" for key, value in attributes.items() if value is not None)
    body = "".join(inner)
    return f"<{name}{given}>{body}</{name}>" if body else f"<{name}{given}/>"


def text(words: str) -> str:
    r"""Write a text for the inside of an element. One with letters that are read from the right has its own direction.

    >>> text("<b> & \x00")
    '&lt;b&gt; &amp;'
    """
    shown = escape(plain(words))
    return f"{_OPEN}{shown}{_CLOSE}" if any(bidirectional(char) in _FROM_RIGHT for char in shown) else shown


def group(inner: Iterable[str], **attributes: str | float | None) -> str:
    """Write a group, or nothing where nothing is in it."""
    body = "".join(inner)
    return element("g", body, **attributes) if body else ""


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return quoteattr(legal(value) if isinstance(value, str) else number(value))
