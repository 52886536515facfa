"""Ways to write a timeline down, and what one gives: the content, and what it could not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from strokekit.plugins.declarations.techniques import Parameter
from strokekit.plugins.declarations.texts import API, Text, frozen, read_only


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _losses(given: Iterable[Loss]) -> tuple[Loss, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Loss:
    """Something that a format could not say as the timeline has it. `count` says how often, at least 1."""

    name: str
    """What was lost: small letters and `-`, for programs: `overlap`."""
    message: str
    """The same in words, in the language of the output."""
    cues: tuple[str, ...] = attrs.field(default=(), converter=_names)
    """The names of the cues concerned, in their order; none where it concerns the whole."""
    count: int = attrs.field(default=attrs.Factory(lambda loss: max(len(loss.cues), 1), takes_self=True))


@attrs.frozen(kw_only=True)
class Rendered:
    """What a renderer gives: text or bytes, and what got lost on the way.

    >>> Rendered(content="1: Glide").losses
    ()
    """

    content: str | bytes
    losses: tuple[Loss, ...] = attrs.field(default=(), converter=_losses)


@attrs.frozen(kw_only=True)
class Renderer:
    """A way to write a timeline down. `render` gets one frozen context; the same context gives the same output.

    It gives text or bytes, or a `Rendered` with what the format could not say. One that is not `timed` needs no more than the
    plan, and so can also write one down of which some time is unknown.
    """

    id: str
    title: Text = attrs.field(converter=frozen)
    media_type: str
    suffix: str
    render: Callable[[Any], str | bytes | Rendered]
    timed: bool = True
    options: Mapping[str, Parameter] = read_only()
    """Name → what a caller may choose, declared as the parameters of a technique are."""
    summary: Text = attrs.field(default="", converter=frozen)
    """What the format is for, in a sentence."""
    api: int = API
