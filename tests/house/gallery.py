"""The gallery: the article in every format, each with its picture. `python -m tests.house.gallery` makes it anew.

Pictures are SVG: those that a renderer draws, and sheets of text for all that is text. What only a browser shows is
photographed by Chromium; since a photograph is not the same on every machine, the page says of which content it was taken.
"""

from __future__ import annotations

import hashlib
import html
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt

from strokekit import Engine, Timeline
from strokekit.plugin import Renderer
from strokekit.plugins.declarations import Rendered

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "gallery.md"
FOLDER = ROOT / "docs" / "gallery"
ARTICLE = "upper-lower-back.routine.yaml"
HEAD = f"""\
# Gallery

One routine, `examples/routines/{ARTICLE}`, in every format that strokekit writes. This page and its pictures are made by
`python -m tests.house.gallery`; a test sees to it that they are current. Plugins add
[renderers of their own](how-to/write-a-plugin.md).
"""
OPTIONS = {"ics": {"start": "2026-03-02T10:00:00+00:00", "uid": "visit-1@example.org", "stamp": "2026-03-01T08:00:00+00:00"}}
"""What renderers have to be told."""
PHOTOGRAPHED = {"html": (1000, 1400), "markdown": (800, 1100)}
"""Renderer → the width and the height of its photograph."""
_COMMANDS = {"html": ("toggle", *["skip"] * 5)}
"""Renderer → what is activated on its page before it is photographed."""
_LINES, _COLUMNS = 30, 110
_STYLE = "body{font:15px/1.45 sans-serif;margin:28px;color:#1f2a30} h1{font-size:26px} table{border-collapse:collapse}"


@cache
def engine() -> Engine:
    """Make the engine of what strokekit ships."""
    return Engine()


@cache
def timeline() -> Timeline:
    """Read, compose and time the article's routine."""
    return engine().fit(engine().compose(engine().load(ROOT / "examples" / "routines" / ARTICLE))).require()


@cache
def made(name: str) -> Rendered:
    """Write the routine down in a format."""
    return engine().rendered(timeline(), to=name, options=OPTIONS.get(name))


def renderers() -> tuple[Renderer, ...]:
    """Give all formats in the order of the page: pictures first, since that is what people look for here."""
    first = ("html", "svg", "timeline_svg", "markdown", "text")
    known = engine().catalog.renderers
    return tuple(known[name] for name in (*first, *(name for name in known if name not in first)))


def page() -> str:
    """Write the page."""
    return HEAD + "".join(f"\n{_part(renderer)}" for renderer in renderers())


def _part(renderer: Renderer) -> str:
    messages = renderer.title, renderer.summary
    title, summary = (text if isinstance(text, str) else str(text["en"]) for text in messages)
    options = "".join(f" --option {key}={value}" for key, value in OPTIONS.get(renderer.id, {}).items())
    lines = [
        f"## {renderer.id.replace('_', '-')}",
        f"{title}: {summary[:1].lower()}{summary[1:].rstrip('.')}.",
        f"`strokekit render {ARTICLE} --to {renderer.id.replace('_', '-')}{options}` writes `{renderer.media_type}`.",
        f"![{title} of the article](gallery/{picture(renderer.id)})",
        *[f"What gets lost: {loss.message}." for loss in made(renderer.id).losses],
        *([f"<!-- photographed: {digest(renderer.id)} -->"] if renderer.id in PHOTOGRAPHED else []),
    ]
    return "\n\n".join(lines) + "\n"


def picture(name: str) -> str:
    """Name the file with the picture of a format."""
    return f"{name.replace('_', '-')}.{'png' if name in PHOTOGRAPHED else 'svg'}"


def digest(name: str) -> str:
    """Give a short hash of what a format says."""
    return hashlib.sha256(_text(name).encode()).hexdigest()[:16]


def _text(name: str) -> str:
    content = made(name).content
    return content if isinstance(content, str) else content.decode()


def drawings() -> dict[str, str]:
    """Give every SVG of the gallery by the name of its file."""
    drawn = (renderer for renderer in renderers() if renderer.id not in PHOTOGRAPHED)
    return {
        picture(renderer.id): _text(renderer.id) if renderer.media_type == "image/svg+xml" else sheet(_text(renderer.id))
        for renderer in drawn
    }


def sheet(text: str) -> str:
    """Draw the beginning of a text as a sheet of paper."""
    lines = text.splitlines()
    shown = [*lines[:_LINES], *([f"… {len(lines) - _LINES} more lines"] if len(lines) > _LINES else [])]
    width, height = 32 + _COLUMNS * 7.3, 32 + len(shown) * 17
    body = "".join(_line(line, 32 + at * 17) for at, line in enumerate(shown))
    paper = '<rect width="100%" height="100%" fill="#fffdf8" stroke="#c9c2b4"/>'
    font = 'font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="12" fill="#1f2a30"'
    size = f'width="{width:.0f}" height="{height}" viewBox="0 0 {width:.0f} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{paper}<g {font}>{body}</g></svg>\n'


def _line(line: str, y: int) -> str:
    short = line.expandtabs(2)
    short = short if len(short) <= _COLUMNS else f"{short[: _COLUMNS - 1]}…"
    kept = html.escape(short).replace(" ", "\N{NO-BREAK SPACE}")  # spaces in a row would become one
    return f'<text x="16" y="{y}">{kept}</text>' if short else ""


def photograph(name: str, target: Path) -> None:
    """Let Chromium show what a format says, and keep what is seen; of the page that plays, a step with its picture."""
    from tests.browsing import chromium

    wide, high = PHOTOGRAPHED[name]
    with chromium() as browser:
        opened = browser.within(browser.open, _page(name), viewport={"width": wide, "height": high})
        browser.within(opened.do, *_COMMANDS.get(name, ()))
        browser.within(opened.page.screenshot, path=target)


def _page(name: str) -> str:
    """Give a page that shows a format."""
    if name != "markdown":
        return _text(name)
    body = MarkdownIt("commonmark").enable("table").render(_text(name))
    return f"<!doctype html><meta charset='utf-8'><style>{_STYLE}</style>{body}"


def stale() -> Iterator[str]:
    """Name what of the gallery is not current."""
    drawn = drawings()
    names = {*drawn, *(picture(name) for name in PHOTOGRAPHED)}
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        yield PAGE.name
    for name, text in drawn.items():
        if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != text:
            yield name
    yield from sorted(names ^ {path.name for path in FOLDER.glob("*")})


def renew() -> None:
    """Write the page and all pictures; photographs only of what changed."""
    FOLDER.mkdir(exist_ok=True)
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    for name, text in drawings().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    for name in PHOTOGRAPHED:
        if digest(name) not in before or not (FOLDER / picture(name)).exists():
            photograph(name, FOLDER / picture(name))
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    renew()
    sys.exit(1 if list(stale()) else 0)
