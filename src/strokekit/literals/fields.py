"""The fields that hold literals: the dose, which techniques take, and the state, which persists.

One row here gives a field its kind, its place in the published schema, its reader and its line in the reference.
"""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Field:
    """A field of a step: its name, the kind of its literal, and what it means, in a sentence."""

    name: str
    kind: str
    means: str
    listed: bool = False
    """A list is allowed: all of them, in order."""
    words: tuple[str, ...] = ()
    """For the kind `word`: the words themselves. Else words that may stand in the place of any literal."""


_DOSE = (
    Field(name="where", kind="place", listed=True, means="the places that are worked, all of them in order"),
    Field(name="path", kind="path", means="the way that the stroke takes; there and back is one pass"),
    Field(name="pattern", kind="pattern", means="how the place is covered"),
    Field(name="side", kind="side", means="which side; `both` does the dose on each, `both_at_once` does it once"),
    Field(name="emphasis", kind="place", listed=True, means="where within the target the most attention goes"),
    Field(name="start", kind="placement", means="where the hands begin"),
    Field(name="direction", kind="direction", means="which way the stroke may run"),
    Field(name="tool", kind="tool", means="what touches the client; the singular is one, the plural both"),
    Field(name="grip", kind="placement", means="how the part is held"),
    Field(name="support", kind="placement", means="what the other hand does"),
    Field(name="size", kind="size", means="how large the movement is"),
    Field(name="pressure", kind="pressure", means="how firmly, on a named scale or in a word that has a level on one"),
    Field(name="repeat", kind="count", means="how many passes over all of the target"),
    Field(name="hold", kind="duration", means="how long each spot or stretch is kept"),
    Field(name="duration", kind="duration", means="how long the whole step takes, all passes and sides together"),
    Field(name="share", kind="percent", means="which part of the time of what it stands in"),
    Field(name="tempo", kind="tempo", means="how fast"),
    Field(name="rest", kind="duration", means="the pause after the step, or with `each repeat` between its passes"),
    Field(name="breath", kind="word", words=("inhale", "exhale"), means="on which part of the breath the work falls"),
    Field(name="until", kind="until", means="what ends the step before its bound"),
    Field(
        name="stages",
        kind="stages",
        means="the parts of one step, in order, whose times are told apart only where they are given",
    ),
    Field(name="amount", kind="quantity", means="how much of a product"),
    Field(name="thing", kind="things", means="what is used"),
)
_STATE = (
    Field(name="position", kind="position", means="how the client lies or sits, from here on"),
    Field(
        name="bolsters",
        kind="placement",
        listed=True,
        words=("none",),
        means="what supports the client, from here on; `none` takes away what did",
    ),
    Field(name="surface", kind="things", means="what the client lies on, from here on"),
    Field(name="drape", kind="things", means="what covers the client, from here on"),
    Field(name="therapist", kind="therapist", means="where the therapist is, from here on"),
    Field(name="lubricant", kind="lubricant", means="what the skin is prepared with, from here on"),
    Field(
        name="contact", kind="word", words=("constant", "free"), means="whether a hand always stays on the client, from here on"
    ),
)

DOSE: dict[str, Field] = {field.name: field for field in _DOSE}
"""The dose fields by name."""
STATE: dict[str, Field] = {field.name: field for field in _STATE}
"""The state fields by name."""
