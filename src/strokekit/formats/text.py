"""Bytes → text, and the characters that may not stand in one.

The gates before any syntax: size, encoding, control characters. Nothing here knows YAML from JSON but for the line
breaks that only YAML 1.1 has.
"""

from __future__ import annotations

import re

from strokekit.diagnostics import Diagnostic, diagnose
from strokekit.formats.limits import Limits
from strokekit.formats.source import BOM, Source

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# What YAML 1.2 calls printable, less what its readers do not agree on: NEL, LS and PS break lines in YAML 1.1 only, and a
# byte order mark inside a text is seen by some and skipped by others.
_UNFIT_YAML = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_UNFIT_JSON = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\U0010ffff]")


def as_text(text: str | bytes, *, name: str, limits: Limits) -> str | Diagnostic:
    r"""Decode bytes as UTF-8, and refuse what is larger than `limits.size`; a text comes back as it is.

    >>> as_text(b"caf\xe9", name="a.yaml", limits=Limits()).message
    'the file is not UTF-8 text: the byte 0xE9 fits no character'
    """
    if _size(text, limits.size) > limits.size:
        return diagnose("too-large", file=name, limit=limits.size)
    if isinstance(text, str):
        return text
    if text[:2] in _UTF16 or text[:2].count(0) == 1:
        return diagnose("not-utf8", file=name, problem="it looks like UTF-16")
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(text, error, name)


def unfit_character(source: Source, *, yaml: bool) -> Diagnostic | None:
    r"""Find the first character that may not stand in the text; None when there is none.

    >>> unfit_character(Source("a.yaml", "a: \x07"), yaml=True).message
    'the character U+0007 may not stand in a text'
    """
    begin = 1 if source.text.startswith(BOM) else 0
    match = (_UNFIT_YAML if yaml else _UNFIT_JSON).search(source.text, begin)
    if match is None:
        return None
    character = f"U+{ord(match.group()):04X}"
    return diagnose("control-character", file=source.name, span=source.span(*match.span()), found=character, character=character)


def _size(text: str | bytes, limit: int) -> int:
    # A code point takes one to four bytes: most texts need no encoding to be measured.
    if isinstance(text, bytes) or not limit // 4 < len(text) <= limit:
        return len(text)
    return len(text.encode("utf-8", "surrogatepass"))


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Diagnostic:
    before = data[: error.start].decode("utf-8")
    span = Source(name, before).span(len(before), len(before))
    problem = f"the byte 0x{data[error.start]:02X} fits no character"
    return diagnose("not-utf8", file=name, span=span, problem=problem)
