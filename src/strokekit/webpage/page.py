"""A timeline → one HTML file that holds all it needs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from strokekit.errors import UsageError
from strokekit.model.frozen import FrozenMap
from strokekit.playing.timelines import course_of
from strokekit.plugins.declarations import Rendered
from strokekit.rendering.card_view import make_card
from strokekit.rendering.context import RenderContext
from strokekit.rendering.templates import fill
from strokekit.webpage.data import page_data, within_html
from strokekit.webpage.joining import joined
from strokekit.webpage.outline import outline
from strokekit.webpage.pictures import pictures_of
from strokekit.webpage.policy import policy
from strokekit.webpage.steps import step_views

TEMPLATE, STYLE, ADDED = "page.html.j2", "page.css", "own.css"
"""What a folder of one's own may replace; what stands in `own.css` comes after the style sheet."""


SWITCHES = FrozenMap(
    {"speech": "page-speech", "chime": "page-chime", "vibration": "page-vibration", "awake": "page-awake", "keys": "page-keys"}
)
"""What a reader may switch on and off → the message that names it."""
_LINKED = re.compile(r"https?://|[^:]*$", re.IGNORECASE)
"""Addresses that may be followed: those of the web, and paths. No other scheme."""


def may_be_followed(address: str) -> bool:
    """Tell whether an address may be a link.

    >>> may_be_followed("waves.ogg"), may_be_followed("javascript:alert(1)")
    (True, False)
    """
    return bool(address) and _LINKED.match(address) is not None


_FILTERS = FrozenMap({"linked": may_be_followed})


def page(context: RenderContext) -> Rendered:
    """Write a timeline as a page: the card to print, and the player.

    A timeline that was read back has no plan and so no card; the losses say so.
    """
    course = course_of(context.timeline)
    pictures = pictures_of(context)
    views = step_views(context, course, pictures)
    script, style = joined("page"), _style(context)
    html = fill(
        TEMPLATE,
        context.style,
        package="strokekit.webpage",
        html=True,
        filters=_FILTERS,
        language=context.language,
        direction=context.locale.direction,
        title=context.messages.text(course.title),
        card=make_card(context) if context.planned else None,
        views=views,
        outline=outline(context.messages, course, views),
        pictures=pictures,
        say=context.messages.say,
        switches={choice: context.messages.say(message) for choice, message in SWITCHES.items()},
        more=context.phrases.time(context.options["extend"]),
        policy=policy(script=script, style=style),
        data=within_html(page_data(context, course, views)),
        script=script,
        css=style,
    )
    return Rendered(content=html, losses=(*pictures.losses, *(() if context.planned else (context.loss("card"),))))


def _style(context: RenderContext) -> str:
    own = context.style.templates
    if any("</style" in own.get(name, "").lower() for name in (STYLE, ADDED)):
        raise UsageError(f"{STYLE!r} and {ADDED!r} hold style sheets: `</style` may not stand in them")
    text = own.get(STYLE, shipped_style()) + own.get(ADDED, "")
    return text.replace("\r\n", "\n").replace("\r", "\n")  # as the browser reads it, before it compares the hash


@cache
def shipped_style() -> str:
    """Give the style sheet of the page, without what it is laid out with."""
    text = (files("strokekit.webpage") / "styles" / STYLE).read_text(encoding="utf-8")
    return re.sub(r"^\s+|/\*.*?\*/\n?", "", text, flags=re.MULTILINE | re.DOTALL)
