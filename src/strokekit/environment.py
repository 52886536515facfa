"""What an environment variable says."""

from __future__ import annotations

from collections.abc import Mapping

from strokekit.errors import UsageError

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"", "0", "false", "no", "off"})


def switched_on(name: str, environment: Mapping[str, str]) -> bool:
    """Read an environment variable that says yes or no; one that is not set, or empty, says no.

    Raises:
        UsageError: it says something else.

    >>> switched_on("STROKEKIT_STRICT", {"STROKEKIT_STRICT": "1"})
    True
    """
    said = environment.get(name, "").strip().lower()
    if said not in _YES and said not in _NO:
        raise UsageError(f"the environment variable {name} is 1 or 0, not {said!r}")
    return said in _YES
