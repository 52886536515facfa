"""Calling renderers: outputs with their losses, a caller's mistakes, and a plugin's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from strokekit import Engine, PluginError, UsageError, hookimpl
from strokekit.plugin import Loss, RenderContext, Rendered, Renderer
from tests.rendering.hostile import article, engine


def engine_with(render: Callable[[Any], Any]) -> Engine:
    """Make an engine with a plugin whose renderer `own.r` does that."""

    class Own:
        @hookimpl
        def strokekit_renderers(self) -> list[Renderer]:
            return [Renderer(id="r", title="R", media_type="text/plain", suffix=".txt", render=render)]

        @hookimpl
        def strokekit_messages(self) -> dict[str, str]:
            return {"en": "loss-own-late = { $count } of { $all } are late"}

    return Engine(plugins={"own": Own()}, strict=True)


@pytest.mark.parametrize(
    ("given", "content"),
    [
        pytest.param("text", "text", id="text"),
        pytest.param(b"\x00", b"\x00", id="bytes"),
        pytest.param(Rendered(content="text"), "text", id="with what got lost"),
    ],
)
def test_a_renderer_gives_text_bytes_or_both_with_losses(given: Any, content: str | bytes) -> None:
    """`render` gives the output, `rendered` what belongs to it."""
    made = engine_with(lambda _: given)

    assert made.render(article(), to="own.r") == content
    assert made.rendered(article(), to="own.r") == Rendered(content=content)


def test_a_loss_is_said_in_the_language_of_the_output() -> None:
    """Its words are a message, filled with the count and with facts of its own."""

    def render(context: RenderContext) -> Rendered:
        return Rendered(content="x", losses=[context.loss("own-late", cues=["a", "b"], all=7)])

    assert engine_with(render).rendered(article(), to="own.r").losses == (
        Loss(name="own-late", message="2 of 7 are late", cues=("a", "b"), count=2),
    )


def test_a_loss_counts_its_cues() -> None:
    """Unless it says otherwise; one that names none is one."""
    assert [Loss(name="n", message="m", cues=cues).count for cues in ((), ("a",), ("a", "a"))] == [1, 1, 2]
    assert Loss(name="n", message="m", count=5).count == 5


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(7, "it gave int, not text or bytes", id="a number"),
        pytest.param(Rendered(content=7), "the content it gave is int, not text or bytes", id="a number within"),  # type: ignore[arg-type]  # that is the mistake
        pytest.param(Rendered(content="x", losses=["y"]), "among its losses is str, not Loss", id="a text as a loss"),  # type: ignore[list-item]  # the same
    ],
)
def test_no_output_is_the_plugins_fault(given: Any, words: str) -> None:
    """It names the plugin, the renderer and what it gave."""
    with pytest.raises(PluginError, match=f"the renderer `own.r` of the plugin own failed: {words}"):
        engine_with(lambda _: given).render(article(), to="own.r")


def test_what_a_renderer_raises_is_the_plugins_fault() -> None:
    """Whatever it is."""
    with pytest.raises(PluginError, match="ZeroDivisionError"):
        engine_with(lambda _: 1 / 0).render(article(), to="own.r")


def test_a_callers_mistake_is_the_callers() -> None:
    """A renderer of a plugin may refuse what it is given, in the words that strokekit has for that."""

    def render(context: RenderContext) -> str:
        raise context.misfit("start", "an instant")

    with pytest.raises(UsageError, match=r"^the option 'start' of the renderer 'own.r' takes an instant, not None$"):
        engine_with(render).render(article(), to="own.r")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("markdwon", "there is no renderer 'markdwon': did you mean markdown?", id="near"),
        pytest.param("pdf", "there is no renderer 'pdf'; there are csv, ", id="none is near"),
    ],
)
def test_an_unknown_renderer(name: str, words: str) -> None:
    """The one that may be meant is named, or all."""
    with pytest.raises(UsageError) as raised:
        engine().render(article(), to=name)

    assert str(raised.value).startswith(words)


def test_a_hyphen_stands_for_an_underline() -> None:
    """Names of formats are written either way."""

    class Own:
        @hookimpl
        def strokekit_renderers(self) -> list[Renderer]:
            return [Renderer(id="two_words", title="T", media_type="x/y", suffix=".x", render=lambda _: "x")]

    assert Engine(plugins={"own": Own()}).render(article(), to="own.two-words") == "x"
