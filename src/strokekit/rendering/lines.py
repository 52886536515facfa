"""Texts that stay on their line."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\s*[\r\n\x85\u2028\u2029\v\f]\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def one_line(text: str) -> str:
    r"""Keep a text on one line and free of control characters, so that it can't pretend to be structure.

    >>> one_line("glide\n\n# no heading\x1b")
    'glide # no heading'
    """
    return _BREAK.sub(" ", _CONTROL.sub("", text)).strip()
