"""Card → text and Markdown, by templates."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from strokekit.rendering.card import Line
from strokekit.rendering.card_view import make_card
from strokekit.rendering.context import RenderContext

if TYPE_CHECKING:
    from jinja2 import Environment

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&]|^(?:[-+]|\d+[.)])(?=\s))")
_BREAK = re.compile(r"\s*[\r\n\x85\u2028\u2029\v\f]\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINKED = re.compile(r"https?://|[^:]*$")
"""Addresses that may be followed: those of the web, and paths. No other scheme."""
_SAFE = "/:?#[]@!$&'*+,;=~%()"
"""What stands in an address as it is; all else is escaped."""


def one_line(text: str) -> str:
    """Keep a text on one line and free of control characters, so that it can't pretend to be structure."""
    return _BREAK.sub(" ", _CONTROL.sub("", text)).strip()


def escape_markdown(text: str) -> str:
    r"""Write a text so that Markdown shows it as it is.

    >>> escape_markdown("*gentle* <b>")
    '\\*gentle\\* \\<b\\>'
    """
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    return escaped.replace("\\~", "~", 1) if escaped.count("\\~") == 1 else escaped


def markdown_line(line: Line) -> str:
    r"""Write a line of a card as Markdown; an address becomes a link, if it is one of the web or a file beside the routine.

    >>> markdown_line(Line(label="Audio", text="Waves", link="waves.ogg"))
    '**Audio:** [Waves](<waves.ogg>)'
    """
    text = escape_markdown(line.text)
    if line.quoted:
        text = f"“{text}”"
    if line.link:
        text = (
            f"[{text}](<{quote(line.link, safe=_SAFE)}>)"
            if _LINKED.match(line.link)
            else f"{text} ({escape_markdown(line.link)})"
        )
    return f"**{escape_markdown(line.label)}:** {text}"


def text_line(line: Line) -> str:
    """Write a line of a card as plain text.

    >>> text_line(Line(label="Say", text="Breathe out", quoted=True))
    'Say: "Breathe out"'
    """
    text = f'"{line.text}"' if line.quoted else line.text
    return one_line(f"{line.label}: {text} ({line.link})" if line.link and line.link != line.text else f"{line.label}: {text}")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(  # noqa: S701 - text and Markdown, escaped by filters of their own
        loader=PackageLoader("strokekit.rendering"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: one_line(value) if isinstance(value, str) and "\n" in value else value,
    )
    made.filters["md"] = escape_markdown
    made.filters["md_line"] = markdown_line
    made.filters["txt_line"] = text_line
    return made


def _render(template: str, context: RenderContext) -> str:
    return _environment().get_template(template).render(card=make_card(context))


def markdown(context: RenderContext) -> str:
    """Write the treatment card as Markdown."""
    return _render("card.md.j2", context)


def text(context: RenderContext) -> str:
    """Write the treatment card as plain text."""
    return _render("card.txt.j2", context)
