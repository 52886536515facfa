"""What data files say, found out beforehand: a start that reads no YAML.

Only the values are kept. Where they stand is found in the text itself, when a finding asks for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs

from strokekit.formats import read_text
from strokekit.formats.document import Document
from strokekit.formats.source import Source


def prepare(package: str, names: Iterable[str]) -> str:
    """Write down what data files of a package say, for `from_data(…, prepared=…)`; a file with a mistake is left out.

    Args:
        package: the package.
        names: the YAML files in it, with `/` between folders.

    >>> prepare("strokekit.builtin", ["data/quantities.yaml"])[:25]
    '{"data/quantities.yaml":{'
    """
    made = {name: _entry(_text(package, name)) for name in names}
    whole = {name: entry for name, entry in made.items() if entry is not None}
    return json.dumps(whole, separators=(",", ":"), ensure_ascii=False) + "\n"


def _entry(text: str) -> dict[str, Any] | None:
    outcome = read_text(text, syntax="yaml")
    if outcome.value is None or outcome.report.diagnostics:
        return None
    return {"of": _digest(text), "data": outcome.value.data}


@attrs.frozen
class Prepared:
    """The values of data files by the names of these, each with the digest of the text that says them."""

    files: Mapping[str, Any]

    def get(self, name: str, text: str) -> dict[str, Any] | None:
        """Give what a file says; None where it is not known, or was for another text."""
        entry = self.files.get(name)
        return entry["data"] if entry is not None and entry["of"] == _digest(text) else None


@cache
def prepared_in(package: str, name: str) -> Prepared:
    """Read a file of prepared values; one that is not there holds nothing."""
    try:
        return Prepared(json.loads(_text(package, name)))
    except (OSError, ValueError):
        return Prepared({})


def known(text: str, name: str, data: dict[str, Any]) -> Document:
    """Make the document of a YAML text whose values are known."""
    return Document(source=Source(name, text), syntax="yaml", data=data)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _text(package: str, name: str) -> str:
    return resources.files(package).joinpath(*name.split("/")).read_text(encoding="utf-8")
