"""A page to each test that asks for one: the test then runs in the browser's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browsing import Chromium, Opened, chromium

Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    """The one browser of this process."""
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Chromium) -> Iterator[Open]:
    """Open pages, as `tests.browsing.Chromium.open` does; all of them are closed after the test."""
    pages: list[Opened] = []

    def open_(html: str, **given: Any) -> Opened:
        made = browser.open(html, **given)
        pages.append(made)
        return made

    yield open_
    for page in pages:
        browser.within(browser.close, page)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that opens pages in the thread of the browser."""
    if "opened" not in pyfuncitem.fixturenames:
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}  # noqa: SLF001 - as pytest itself
    started: Chromium = pyfuncitem.funcargs["browser"]  # type: ignore[assignment]  # the fixture above
    started.within(pyfuncitem.obj, **arguments)
    return True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all tests that open pages run in one process, and only where there is a browser."""
    for item in items:
        if "opened" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.needs("chromium"))
