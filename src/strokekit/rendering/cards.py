"""Card → text and Markdown, by templates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from strokekit.rendering.card import Line, grouped
from strokekit.rendering.card_view import make_card
from strokekit.rendering.context import RenderContext
from strokekit.rendering.lines import one_line
from strokekit.rendering.templates import Filters, fill
from strokekit.rendering.wrapping import Wrapped, wrap

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&]|^(?:[-+]|\d+[.)])(?=\s))")
_LINKED = re.compile(r"https?://|[^:]*$")
"""Addresses that may be followed: those of the web, and paths. No other scheme."""
_SAFE = "/:?#[]@!$&'*+,;=~%()"
"""What stands in an address as it is; all else is escaped."""


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
    return f"**{escape_markdown(line.label)}:** {markdown_said(line)}"


def markdown_said(line: Line) -> str:
    """Write what a line says as Markdown, without its label."""
    text = escape_markdown(line.text)
    if line.quoted:
        text = f"“{text}”"
    if line.link:
        text = (
            f"[{text}](<{quote(line.link, safe=_SAFE)}>)"
            if _LINKED.match(line.link)
            else f"{text} ({escape_markdown(line.link)})"
        )
    return text


def text_line(line: Line) -> str:
    """Write a line of a card as plain text.

    >>> text_line(Line(label="Say", text="Breathe out", quoted=True))
    'Say: "Breathe out"'
    """
    return one_line(f"{line.label}: {text_said(line)}")


def text_said(line: Line) -> str:
    """Write what a line says as plain text, without its label."""
    text = f'"{line.text}"' if line.quoted else line.text
    return one_line(f"{text} ({line.link})" if line.link and line.link != line.text else text)


def heading(title: str, under: str) -> Wrapped:
    r"""Write a title with a line below it.

    >>> heading("Finish", "-")
    'Finish\n------'
    """
    lines = wrap(one_line(title), hang=0)
    return Wrapped(f"{lines}\n{under * max(map(len, lines.splitlines() or ['']))}")


def text_lines(lines: Iterable[Line], indent: int = 0) -> Wrapped:
    """Write lines as plain text; a label that several of them share stands once, above them."""
    made: list[str] = []
    for label, under in grouped(lines):
        if len(under) == 1:
            made.append(wrap(text_line(under[0]), indent))
        else:
            made.append(wrap(one_line(f"{label}:"), indent))
            made += [wrap(f"- {text_said(line)}", indent + 2, 2) for line in under]
    return Wrapped("\n".join(made))


def markdown_lines(lines: Iterable[Line]) -> Wrapped:
    """Write lines as a list; a label that several of them share stands once, above a list of theirs."""
    made: list[str] = []
    for label, under in grouped(lines):
        if len(under) == 1:
            made.append(f"- {markdown_line(under[0])}")
        else:
            made.append(f"- **{escape_markdown(label)}:**")
            made += [f"  - {markdown_said(line)}" for line in under]
    return Wrapped("\n".join(made))


FILTERS: Filters = {
    "md": escape_markdown,
    "md_line": markdown_line,
    "md_lines": markdown_lines,
    "txt_line": text_line,
    "txt_lines": text_lines,
    "line": one_line,
    "wrap": wrap,
    "heading": heading,
}
"""What the templates of cards may write with `|`."""


def _render(template: str, context: RenderContext) -> str:
    return fill(template, context.style, package="strokekit.rendering", filters=FILTERS, card=make_card(context))


def markdown(context: RenderContext) -> str:
    """Write the treatment card as Markdown."""
    return _render("card.md.j2", context)


def text(context: RenderContext) -> str:
    """Write the treatment card as plain text."""
    return _render("card.txt.j2", context)
