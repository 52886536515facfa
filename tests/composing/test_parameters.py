"""Values of a routine under `with`: filled in, and held against what the technique declares."""

from __future__ import annotations

import pytest

from strokekit.engine import Engine
from strokekit.plugin import Parameter, Takes, Technique
from strokekit.plugins.hookspecs import hookimpl
from tests.plans import document, step_of


class Stones:
    """A plugin with a technique that has parameters of its own."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute `stone.glide`."""
        own = {
            "stones": Parameter(type="count", limits="1..4", title="Stones"),
            "size": Parameter(type="choice", choices=("small", "large"), title="Size"),
        }
        return [
            Technique(
                id="glide", title="Glide", family="effleurage", summary="Gliding.", takes={"where": Takes()}, parameters=own
            )
        ]


ENGINE = Engine(plugins={"stone": Stones()})


def composed(value: str, of: str, given: str) -> object:
    """Compose a step whose parameter names a value."""
    head = f"values: {{v: {{type: {of}, default: {value}}}}}"
    text = document(f"- {{technique: stone.glide, id: g, where: calf, with: {{{given}: $v}}}}", head=head)
    return ENGINE.compose(ENGINE.loads(text, name="r.yaml"))


def test_a_value_reaches_a_parameter() -> None:
    """The step holds what the value is."""
    assert dict(step_of(composed("3", "count", "stones").require(), "g").given) == {"stones": 3}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("value", "of", "given", "expected"),
    [
        ("9", "count", "stones", ("dose-outside-limits", "`stones: 9` is outside what `stone.glide` allows: 1..4")),
        ("huge", "text", "size", ("not-one-of", "`size` takes one of `small`, `large`, not `huge`")),
        ("huge", "text", "stones", ("unknown-quantity", "`huge` is no named quantity")),
    ],
    ids=["outside the limits", "none of the choices", "no count"],
)
def test_a_value_that_does_not_fit(value: str, of: str, given: str, expected: tuple[str, str]) -> None:
    """What a value brings is held against the declaration like what is written outright."""
    found = composed(value, of, given).report.errors  # type: ignore[attr-defined]

    assert [(d.name, d.message) for d in found] == [expected]
