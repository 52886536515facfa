"""A real browser for tests: Debian's Chromium, headless, started once in a process and driven from a thread of its own.

Playwright runs an event loop in the thread that drives it, and a thread with a running loop can't have another; so what touches a
page runs in that one thread, and all other tests keep theirs to themselves.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

import attrs
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

T = TypeVar("T")
NOW = 1_800_000_000_000
"""The moment at which a page's clock stands when it is opened."""
_LOOKS: dict[str, Any] = {
    "viewport": {"width": 1280, "height": 800},
    "color_scheme": "light",
    "reduced_motion": "no-preference",
}
"""What a page is usually like, of all that can be changed while it is open."""
_CLOCK = Path(__file__).parent / "turned_clock.js"


@attrs.define
class Opened:
    """A page in a context of its own, with all that it asked for and complained about."""

    page: Page
    context: BrowserContext
    html: str = ""
    requests: list[str] = attrs.field(factory=list)
    problems: list[str] = attrs.field(factory=list)

    def show(self, html: str) -> Self:
        """Load a text as the page."""
        self.html = html
        self.page.goto("http://localhost/page.html")
        return self

    def serve(self, route: Route) -> None:
        """Answer whatever is asked for with the page, and note it."""
        self.requests.append(route.request.url)
        route.fulfill(body=self.html, content_type="text/html; charset=utf-8")

    def run(self, seconds: float) -> None:
        """Let time go by, with everything that is due in it."""
        self.page.evaluate("turned.run($)".replace("$", str(round(seconds * 1_000))))

    def leap(self, seconds: float) -> None:
        """Let time go by in which no timer runs; what was due runs once, afterwards."""
        self.page.evaluate("turned.leap($)".replace("$", str(round(seconds * 1_000))))

    def set_wall(self, seconds: float) -> None:
        """Put the wall clock at so many seconds after the page was opened; the steady clock stands still."""
        self.page.evaluate("turned.set($)".replace("$", str(round(NOW + seconds * 1_000))))

    def texts(self, *names: str) -> list[str]:
        """Give the texts of some of the page's places, empty where one is hidden."""
        found: list[str] = self.page.evaluate(_TEXTS, list(names))
        return found

    def do(self, *commands: str) -> None:
        """Activate controls that are there to be seen, one after the other."""
        self.page.evaluate(_DO, list(commands))


_TEXTS = """names => names.map((name) => {
  const place = document.querySelector(`[data-play="${name}"]`);
  return place.checkVisibility() ? place.innerText.trim() : "";
})"""
_DO = """names => names.forEach((name) => {
  const all = [...document.querySelectorAll(`[data-do="${name}"]`)];
  all.find((button) => button.checkVisibility()).click();
})"""


@attrs.define
class Chromium:
    """The browser and the one thread that drives it."""

    _thread: ThreadPoolExecutor
    _browser: Browser
    _usual: Opened | None = None
    _letters: int = 1

    def within(self, act: Callable[..., T], /, *given: Any, **named: Any) -> T:
        """Run something in the browser's thread, and give what it gives or raises."""
        return self._thread.submit(act, *given, **named).result(timeout=120)

    def open(self, html: str, *, before: str = "", **context: Any) -> Opened:
        """Open a text as the page of a web server that has nothing else; call it in the browser's thread.

        One page is used again and again, since a new one takes longer than most tests; its storage is emptied in between.

        Args:
            html: the page.
            before: a script that runs before those of the page, which then is a new one.
            context: as for a new context of Playwright, and `letters`, how many times as large as usual the reader wants them.
                With other than that and `_LOOKS`, which can be changed, the page is a new one.
        """
        if before or context.keys() - _LOOKS.keys() - {"letters"}:
            return self._new(before, **context).show(html)
        if self._usual is None:
            self._usual = self._new("")
        else:
            self._usual.show("")
            self._usual.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self._look(self._usual, **{**_LOOKS, **context})
        self._usual.requests.clear()
        self._usual.problems.clear()
        return self._usual.show(html)

    def _look(self, usual: Opened, *, viewport: Any, letters: int = 1, **media: Any) -> None:
        """Give the page that is used again another size and other wishes of its reader."""
        usual.page.emulate_media(media="null", **media)
        usual.page.set_viewport_size(viewport)
        if letters != self._letters:
            sizes = {"standard": 16 * letters, "fixed": 13 * letters}
            usual.context.new_cdp_session(usual.page).send("Page.setFontSizes", {"fontSizes": sizes})
            self._letters = letters

    def close(self, opened: Opened) -> None:
        """Close a page, unless it is the one that is used again."""
        if opened is not self._usual:
            opened.context.close()

    def _new(self, before: str, **context: Any) -> Opened:
        made = self._browser.new_context(**{**_LOOKS, "locale": "en-GB", **context})
        page = made.new_page()
        page.set_default_timeout(10_000)
        opened = Opened(page, made)
        page.on("console", lambda message: opened.problems.append(message.text))
        page.on("pageerror", lambda problem: opened.problems.append(str(problem)))
        made.route("**/*", lambda route: opened.serve(route))  # noqa: PLW0108 - Playwright leaves marks on what it is given
        page.add_init_script(_CLOCK.read_text(encoding="utf-8").replace("START", str(NOW)))
        if before:
            page.add_init_script(before)
        return opened


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Start the browser; it ends with the context."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="chromium") as thread:
        playwright = thread.submit(sync_playwright().start).result()
        launch = playwright.chromium.launch
        arguments = ["--no-sandbox", "--force-color-profile=srgb"]
        browser = thread.submit(launch, executable_path=shutil.which("chromium"), args=arguments).result()
        try:
            yield Chromium(thread, browser)
        finally:
            thread.submit(browser.close).result()
            thread.submit(playwright.stop).result()
