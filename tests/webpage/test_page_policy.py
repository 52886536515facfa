"""One file and no request: the policy of the page, and what a browser makes of it."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from strokekit.webpage.policy import policy
from tests.webpage.conftest import Open
from tests.webpage.pages import article_page, page_of, short

LARGEST = 200_000
"""How many bytes the article's page may have."""


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_names_what_may_run() -> None:
    """The policy allows one script and one style sheet by their content, and nothing else."""
    assert policy(script="a()", style="b {}").split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{_hash('a()')}'",
        f"style-src 'sha256-{_hash('b {}')}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]


def test_a_page_asks_for_nothing(opened: Open) -> None:
    """Loaded, played and printed, the article's page makes no request but the one for itself, and breaks no rule."""
    page = opened(article_page(), color_scheme="light")
    page.do("toggle")
    page.run(600)
    page.page.emulate_media(media="print")

    assert page.requests == ["http://localhost/page.html"]
    assert page.problems == []


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        pytest.param("fetch('http://localhost/x').catch(() => {})", "connect-src", id="fetch"),
        pytest.param("new Image().src = 'http://localhost/x.png'", "img-src", id="image"),
        pytest.param(
            "document.head.append(Object.assign(document.createElement('style'), {textContent: 'a{}'}))",
            "style-src-elem",
            id="style",
        ),
        pytest.param("document.body.setAttribute('style', 'color: red')", "style-src-attr", id="style attribute"),
        pytest.param(
            "document.body.append(Object.assign(document.createElement('iframe'), {src: '/x'}))", "frame-src", id="frame"
        ),
        pytest.param("new WebSocket('ws://localhost/')", "connect-src", id="socket"),
    ],
)
def test_what_the_policy_forbids_does_not_happen(opened: Open, act: str, rule: str) -> None:
    """Whatever got into the page could not reach out of it."""
    page = opened(article_page())
    broken = page.page.evaluate(
        f"""() => new Promise((done) => {{
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          AbortSignal.timeout(5000).onabort = () => done("none");
          try {{ {act}; }} catch {{ }}
        }})"""
    )

    assert broken == rule
    assert page.requests == ["http://localhost/page.html"]


def test_markup_can_not_be_made_of_text(opened: Open) -> None:
    """Where browsers know trusted types, no text can become markup any more, whatever a script may do."""
    page = opened(article_page())
    failed = page.page.evaluate(
        "() => { try { document.body.innerHTML = '<b>x</b>'; return ''; } catch (problem) { return problem.name; } }"
    )

    assert failed == "TypeError"


def test_the_page_holds_all_that_it_needs() -> None:
    """No address stands in it but those of sources, which a reader may follow: nothing is loaded from elsewhere."""
    html = article_page()
    loaded = re.findall(r'(?:src|srcset|data|poster|action)="([^"]*)"|<link[^>]*href="([^"]*)"|url\(([^)]*)\)|@import', html)

    assert {next(filter(None, found), "") for found in loaded} == {"data:,"} | {
        found for _, _, found in loaded if found.startswith("#")
    }


def test_the_article_is_small() -> None:
    """The article's page, pictures and player and all, is within its size."""
    assert len(article_page().encode()) < LARGEST


def test_the_same_timeline_gives_the_same_page() -> None:
    """A page is a function of its timeline."""
    assert page_of(short()) == page_of(short())
