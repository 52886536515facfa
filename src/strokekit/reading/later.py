"""What version 1 of the format holds and this release does not read yet: it gets a diagnostic that says so."""

from __future__ import annotations

from collections.abc import Mapping

_STEP = frozenset(
    {
        "include",
        "free",
        "checkpoint",
        "unlisted",
        "for_each",
        "interspersed",
        "may_add",
        "locked",
        "mark",
        "media",
        "mirror",
        "but",
        "stages",
        "among",
        "since",
        "set",
        "share",
    }
)
LATER: Mapping[str, frozenset[str]] = {
    "routine": frozenset(
        {"screen", "limits", "parts", "variants", "places", "scales", "may_add", "locked", "schedule", "sign_off"}
    ),
    "section": _STEP | {"until"},
    "block": _STEP | {"until"},
    "step": _STEP,
    "defaults": frozenset({"share", "stages"}),
    "response": frozenset({"then", "to"}),
    "piece of equipment": frozenset({"avoid"}),
}
"""Title of a shape → keys that it will have."""
HEADS = frozenset({"include", "free", "checkpoint", "unlisted"})
"""Those that will be heads of steps; a section may have the first two in place of its `steps`."""
KINDS = frozenset({"fragment"})
"""What `kind` will take."""
INSTEAD: Mapping[str, tuple[str, ...]] = {"steps": ("include", "free"), "sections": ("parts",)}
"""Required key → later keys that will stand in its place, so that it is not missed where one of them does."""
