"""Text in the pictures, measured by a real browser: none is wider than the room that was reckoned for it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.drawing.pictures import content, drawn, of_article
from tests.rendering.hostile import nasty

_MEASURE = """<pre id="found"></pre><script>
const texts = [...document.querySelectorAll("text[data-room]")];
const told = texts.map((text) => [text.textContent, text.getComputedTextLength(), Number(text.dataset.room)]);
const outside = [...document.querySelectorAll("body > svg")].flatMap((svg) => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const own = text.getBoundingClientRect();
    return own.left < box.left || own.right > box.right || own.top < box.top || own.bottom > box.bottom;
  }).map((text) => text.textContent);
});
document.getElementById("found").textContent = JSON.stringify({told, outside});
</script>"""


@pytest.mark.needs("chromium")
def test_no_text_is_wider_than_its_room(tmp_path: Path) -> None:
    """Each text of the article's pictures, and of a routine with texts of many scripts, keeps to its room and its picture."""
    pictures = [content(of_article("svg")), content(of_article("timeline_svg")), content(drawn(nasty()))]
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><meta charset='utf-8'><body>{''.join(pictures)}{_MEASURE}", encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
    given = subprocess.run([*command, page.as_uri()], check=True, capture_output=True, encoding="utf-8", timeout=60)
    dumped = re.search(r'<pre id="found">(.*?)</pre>', given.stdout, re.DOTALL)
    assert dumped is not None
    found = json.loads(dumped[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert len(found["told"]) > 60
    assert [text for text, wide, room in found["told"] if wide > room] == []
    assert found["outside"] == []
