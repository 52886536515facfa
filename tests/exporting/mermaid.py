"""Mermaid itself, in a browser: what it makes of diagrams. Brought by npm, run by Chromium, each once."""

from __future__ import annotations

import html
import json
import re
import subprocess
import tarfile
from pathlib import Path
from typing import Any

PACKAGE = "mermaid@10.9.3"
_SCRIPT = "package/dist/mermaid.min.js"
_PAGE = """<!doctype html><meta charset="utf-8"><body><pre id="out"></pre><script src="SCRIPT"></script><script>
(async () => {
  const made = [];
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
  for (const [name, text] of Object.entries(DIAGRAMS)) {
    try {
      await mermaid.parse(text);
      const found = { name, problem: "" };
      if (DRAWN.includes(name)) {
        const drawn = document.createElement("div");
        drawn.innerHTML = (await mermaid.render("diagram-" + name, text)).svg;
        found.labels = [...drawn.querySelectorAll(".nodeLabel")].map((label) => label.textContent);
        found.title = drawn.querySelector("title").textContent;
        found.html = drawn.querySelectorAll("script, b, img").length;
      }
      made.push(found);
    } catch (problem) { made.push({ name, problem: String(problem) }); }
  }
  document.getElementById("out").textContent = JSON.stringify(made);
})();
</script>"""


def drawn(diagrams: dict[str, str], shown: tuple[str, ...], folder: Path) -> dict[str, dict[str, Any]]:
    """Let Mermaid parse diagrams, and draw those that are `shown`; of each give the problem that it has."""
    page = folder / "page.html"
    given = {"SCRIPT": _fetched(folder), "DIAGRAMS": json.dumps(diagrams).replace("</", "<\\/"), "DRAWN": json.dumps(shown)}
    script = re.sub("SCRIPT|DIAGRAMS|DRAWN", lambda match: given[match[0]], _PAGE)
    page.write_text(script, encoding="utf-8")
    argv = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom", page.as_uri()]
    ran = subprocess.run(argv, check=True, capture_output=True, text=True, timeout=120)
    found = re.search(r'<pre id="out">(.*?)</pre>', ran.stdout, re.DOTALL)
    made: list[dict[str, Any]] = json.loads(html.unescape(found[1])) if found and found[1] else []
    return {one["name"]: one for one in made}


def _fetched(folder: Path) -> str:
    """Fetch the package as npm has it, from its cache where it is there, and take out the one file that a page needs."""
    argv = ["npm", "pack", PACKAGE, "--silent", "--prefer-offline", "--ignore-scripts", "--pack-destination", str(folder)]
    subprocess.run(argv, check=True, capture_output=True, timeout=300)
    (packed,) = folder.glob("mermaid-*.tgz")
    with tarfile.open(packed) as archive:
        archive.extract(_SCRIPT, folder, filter="data")
    return _SCRIPT
