"""The cases: files of YAML, each a list.

    - id: rest-after-a-step
      steps: [{technique: kneading, where: calf, duration: 1 min, rest: 5 s}]
      time: {total: {min: 65000, ideal: 65000, max: 65000}}

A case gives the `steps` of one section, the `sections`, or the `text` of a file (`syntax` yaml or json). `document` adds keys
at the top. `wishes` holds `values`, `variant` and `answers` for composing. Each of `read`, `check`, `compose` and `time` is a
question with the answer that is expected; see `reference.py` for what an answer holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import attrs
import yaml

from strokekit.testing.documents import document, text_of

QUESTIONS = ("read", "check", "compose", "time")
"""What an implementation may be asked."""


@attrs.frozen(kw_only=True)
class Case:
    """One question: what is asked, of which text, and the answer that is expected."""

    id: str
    does: str
    text: str
    syntax: str
    wishes: Mapping[str, Any]
    expected: Any

    @property
    def request(self) -> dict[str, Any]:
        """The question as JSON."""
        return {"does": self.does, "text": self.text, "syntax": self.syntax, **self.wishes}


def conformance_cases() -> tuple[Case, ...]:
    """Read all cases, in the order of their files; a case that asks several questions is several cases.

    >>> len({case.id for case in conformance_cases()}) == len(conformance_cases()) >= 100
    True
    """
    folder = files("strokekit.testing.conformance")
    listed = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(
        case
        for file in listed
        for written in yaml.safe_load(file.read_text(encoding="utf-8"))
        for case in _cases(file.name.removesuffix(".yaml"), written)
    )


def _cases(group: str, written: Mapping[str, Any]) -> list[Case]:
    text, syntax = written.get("text"), written.get("syntax", "yaml")
    if text is None:
        head = written.get("document", {})
        sections = {"sections": written["sections"]} if "sections" in written else {}
        text, syntax = text_of(document(*written.get("steps", ()), **head, **sections)), "json"
    asked = [does for does in QUESTIONS if does in written]
    return [
        Case(
            id=f"{group}/{written['id']}" if len(asked) == 1 else f"{group}/{written['id']}/{does}",
            does=does,
            text=text,
            syntax=syntax,
            wishes=written.get("wishes", {}),
            expected=written[does],
        )
        for does in asked
    ]
