"""The gallery shows every format as it is now."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests.house import gallery

pytestmark = pytest.mark.xdist_group("gallery")  # every format is made once


def test_the_gallery_is_current() -> None:
    """The page and its pictures are what `python -m tests.house.gallery` would write."""
    assert list(gallery.stale()) == []


def test_every_format_has_its_picture() -> None:
    """No renderer is left out, and every picture that the page shows is there."""
    text = gallery.PAGE.read_text(encoding="utf-8")
    for name in gallery.engine().catalog.renderers:
        assert f"\n## {name.replace('_', '-')}\n" in text
        assert f"](gallery/{gallery.picture(name)})" in text
        assert (gallery.FOLDER / gallery.picture(name)).stat().st_size > 500


@pytest.mark.parametrize("name", sorted(gallery.PHOTOGRAPHED))
def test_a_photograph_shows_something(name: str) -> None:
    """A photograph has its size, and is no empty page."""
    image = Image.open(gallery.FOLDER / gallery.picture(name)).convert("RGB")
    assert image.size == gallery.PHOTOGRAPHED[name]
    assert len(image.getcolors(1_000_000) or []) > 50


def test_drawings_are_well_formed() -> None:
    """Every drawing can be read, and a sheet keeps what XML may not hold as text."""
    for text in (*gallery.drawings().values(), gallery.sheet("<b>&\tx" + "y" * 200)):
        assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - a text of our own


def test_what_is_out_of_date_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed page, a changed picture, one too many and one too few are each named."""
    folder = tmp_path / "gallery"
    monkeypatch.setattr(gallery, "FOLDER", folder)
    monkeypatch.setattr(gallery, "PAGE", tmp_path / "gallery.md")
    monkeypatch.setattr(gallery, "photograph", lambda _, target: target.write_bytes(b"picture"))
    gallery.renew()
    assert list(gallery.stale()) == []
    (folder / "svg.svg").write_text("changed", encoding="utf-8")
    (folder / "old.svg").write_text("old", encoding="utf-8")
    (folder / "html.png").unlink()
    (tmp_path / "gallery.md").write_text("changed", encoding="utf-8")
    assert list(gallery.stale()) == ["gallery.md", "svg.svg", "html.png", "old.svg"]
