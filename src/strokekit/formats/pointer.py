"""JSON Pointers (RFC 6901), the addresses of places in a document.

This module only writes and reads the pointers themselves; what stands there is asked of a `Document`.
"""

from __future__ import annotations


def join(pointer: str, /, *keys: str | int) -> str:
    """Extend `pointer` by `keys`, each a mapping's key or a list's index.

    >>> join("/steps", 0, "x-a/b")
    '/steps/0/x-a~1b'
    """
    for key in keys:
        plain = key if isinstance(key, int) or not ("~" in key or "/" in key) else _escape(key)
        pointer = f"{pointer}/{plain}"
    return pointer


def split(pointer: str, /) -> tuple[str, ...]:
    """Take `pointer` apart; list indices stay text, for only the document knows what is a list.

    `split(join("", *keys))` gives back the keys as text.

    Raises:
        ValueError: `pointer` is neither empty nor begins with `/`.

    >>> split("/steps/0/x-a~1b")
    ('steps', '0', 'x-a/b')
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        msg = f"a JSON Pointer is empty or begins with `/`, which {pointer!r} does not"
        raise ValueError(msg)
    return tuple(_unescape(part) for part in pointer[1:].split("/"))


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _unescape(part: str) -> str:
    # `~1` first: the other way round `~01` would become `/` instead of `~1`.
    return part.replace("~1", "/").replace("~0", "~")
