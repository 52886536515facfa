"""Ways to write a timeline down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from strokekit.plugins.declarations.texts import API, Text, frozen


@attrs.frozen(kw_only=True)
class Renderer:
    """A way to write a timeline down. `render` gets one frozen context and gives text or bytes; the same for the same input.

    One that is not `timed` needs no more than the plan, and so can also write one down of which some time is unknown.
    """

    id: str
    title: Text = attrs.field(converter=frozen)
    media_type: str
    suffix: str
    render: Callable[[Any], str | bytes]
    timed: bool = True
    api: int = API
