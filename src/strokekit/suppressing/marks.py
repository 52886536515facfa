"""What a document says not to report: `# strokekit: ignore[SK203] reason` behind a line or above it, `ignore-file` for all of it.

JSON has no comments: there, and in YAML too, the key `x-strokekit-ignore` of a mapping holds codes with their reasons, for what
is found in that mapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import attrs

from strokekit.diagnostics import Edit, Fix
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.formats.pointer import join
from strokekit.suppressing.comments import Comment, comments

KEY = "x-strokekit-ignore"
"""The key under which a mapping says what is not to be reported of it."""
_WORDS = re.compile(r"#\s*strokekit:\s*(?P<what>ign[\w-]*)\s*(?P<rest>.*)")
_FORM = re.compile(r"\[(?P<codes>[^\]]*)\]")
_FORMS = "`# strokekit: ignore[CODE] reason`, or `ignore-file[CODE]` for the whole file"


@attrs.frozen(kw_only=True)
class Mark:
    """One code that is not to be reported, and where.

    Attributes:
        code: a code or a name.
        scope: a line of the text, what stands at or below a pointer, or the whole file.
        line: the line that is meant, from 1; 0 for the other scopes.
        pointer: the mapping that is meant.
        start: where the code is written, and `end`: code points.
        fix: takes the mark out of the text.
    """

    code: str
    scope: Literal["line", "part", "file"]
    line: int = 0
    pointer: str = ""
    start: int
    end: int
    fix: Fix | None = attrs.field(default=None, eq=False)


def marks_of(document: Document) -> Iterator[Mark | Wrong]:
    """Give every mark of a document, and what was meant to be one and can't be read."""
    text = document.source.text
    if "ign" not in text:  # nearly all files: they pay for nothing
        return
    if document.syntax == "yaml":
        for comment in comments(document):
            yield from _of_comment(document, comment)
    if KEY in text:
        yield from _of_keys(document, document.data, "")


def _of_comment(document: Document, comment: Comment) -> Iterator[Mark | Wrong]:
    said = _WORDS.match(comment.text)
    if said is None:
        return
    what, form = said["what"], _FORM.match(said["rest"])
    codes = [*re.finditer(r"[^\s,]+", form["codes"])] if form else []
    if what not in ("ignore", "ignore-file") or form is None or not codes:
        yield _unreadable(comment.start, comment.end, comment.text, f"write {_FORMS}")
        return
    first = comment.start + said.start("rest") + form.start("codes")
    scope: Literal["line", "file"] = "file" if what == "ignore-file" else "line"
    fix = Fix(title="remove the comment", edits=(Edit(start=comment.begin, end=comment.until, text=""),)) if codes else None
    for code in codes:
        start, end = first + code.start(), first + code.end()
        yield Mark(
            code=code[0], scope=scope, line=0 if scope == "file" else comment.meant(document), start=start, end=end, fix=fix
        )


def _of_keys(document: Document, value: Any, pointer: str) -> Iterator[Mark | Wrong]:
    """Go through all mappings: the key may stand in any of them."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _of_keys(document, item, join(pointer, index))
    if not isinstance(value, dict):
        return
    if KEY in value:
        yield from _of_key(document, value[KEY], pointer)
    for key, part in value.items():
        if not str(key).startswith("x-"):
            yield from _of_keys(document, part, join(pointer, key))


def _of_key(document: Document, given: Any, pointer: str) -> Iterator[Mark | Wrong]:
    at = join(pointer, KEY)
    if not isinstance(given, dict) or not given or not all(isinstance(reason, str) for reason in given.values()):
        span = document.span(at)
        yield _unreadable(span.start, span.end, document.text(at), f'write `"{KEY}": {{"CODE": "reason"}}`')
        return
    for code in given:
        span = document.key_span(join(at, code))
        yield Mark(code=code, scope="part" if pointer else "file", pointer=pointer, start=span.start, end=span.end)


def _unreadable(start: int, end: int, text: str, hint: str) -> Wrong:
    return Wrong("suppression-unreadable", "", inner=(start, end), facts={"found": text}, hints=(hint,))
