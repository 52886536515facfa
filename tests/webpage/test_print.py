"""The card on paper, printed by a real browser and read back."""

from __future__ import annotations

import io
import unicodedata

import pytest
from pypdf import PdfReader

from tests.rendering.hostile import article
from tests.webpage.conftest import Open
from tests.webpage.pages import article_page, short_page

A4 = (595, 842)


def _printed(opened: Open, html: str) -> PdfReader:
    page = opened(html, color_scheme="dark")
    page.do("toggle")
    return PdfReader(io.BytesIO(page.page.pdf(prefer_css_page_size=True)))


def test_the_article_is_two_pages(opened: Open) -> None:
    """The card of the article takes two sheets of A4, or both sides of one, and every step is on it in order."""
    printed = _printed(opened, article_page())
    text = unicodedata.normalize("NFKC", " ".join(" ".join(page.extract_text() for page in printed.pages).split()))
    titles = [step.work.title["en"] for step in article().cues if step.work is not None]

    assert [tuple(round(float(side)) for side in page.mediabox[2:]) for page in printed.pages] == [A4, A4]
    found = [text.index(title) for title in titles]
    assert len(found) == 19
    assert "Upper & Lower Back Massage Therapy" in text


def test_a_short_card_is_one_page(opened: Open) -> None:
    """A card that fits on one page takes one, also where the browser is dark and the player plays."""
    printed = _printed(opened, short_page())
    text = printed.pages[0].extract_text()

    assert len(printed.pages) == 1
    assert "Kneading" in text
    assert "Start" not in text


@pytest.mark.parametrize("place", ["player", "jump"])
def test_what_plays_is_not_printed(opened: Open, place: str) -> None:
    """On paper there are no controls."""
    page = opened(short_page(), color_scheme="light")
    page.page.emulate_media(media="print")

    assert page.page.locator(f".{place}").is_visible() is False
    assert page.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
