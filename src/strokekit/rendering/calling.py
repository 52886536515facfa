"""Finding and calling a renderer: what a plugin's raises or gives that is no output becomes the plugin's problem."""

from __future__ import annotations

from strokekit.errors import PluginError, UsageError
from strokekit.plugins.attempting import Failed, Misfit, attempt
from strokekit.plugins.calling import failed
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Loss, Rendered, Renderer
from strokekit.plugins.discovery import BUILTIN, Owner
from strokekit.plugins.spelling import closest
from strokekit.rendering.context import RenderContext


def renderer_of(catalog: Catalog, name: str) -> Renderer:
    """Find a renderer by its id, in which `-` may stand for `_`.

    Raises:
        UsageError: there is none of that name; says which may be meant.
    """
    found = catalog.renderers.get(name) or catalog.renderers.get(name.replace("-", "_"))
    if found is not None:
        return found
    near = closest(name, tuple(catalog.renderers))
    hint = f": did you mean {near}?" if near else f"; there are {', '.join(sorted(catalog.renderers))}"
    raise UsageError(f"there is no renderer {name!r}{hint}")


def rendered(renderer: Renderer, context: RenderContext) -> Rendered:
    """Write a plan down with a renderer.

    Raises:
        UsageError: the renderer says so: what it was called with can't be right.
        PluginError: the renderer of a plugin failed, or gave no output; it names the plugin.
    """
    owner = context.catalog.owners.get(f"renderer:{renderer.id}", Owner(BUILTIN))
    if owner.namespace == BUILTIN:
        return _output(renderer.render(context))
    what, instead = f"the renderer `{renderer.id}`", "choose another renderer"
    tried = attempt(lambda: _asked(renderer, context))
    if isinstance(tried, Failed):
        raise PluginError((failed(owner, what, tried.words, instead),))
    if isinstance(tried.value, UsageError):
        raise tried.value
    return tried.value


def _asked(renderer: Renderer, context: RenderContext) -> Rendered | UsageError:
    """Keep a caller's mistake apart from the plugin's own."""
    try:
        return _output(renderer.render(context))
    except UsageError as mistake:
        return mistake


def _output(given: object) -> Rendered:
    made = given if isinstance(given, Rendered) else Rendered(content=given) if isinstance(given, (str, bytes)) else None
    if made is None:
        raise Misfit(f"it gave {type(given).__name__}, not text or bytes")
    if not isinstance(made.content, (str, bytes)):
        raise Misfit(f"the content it gave is {type(made.content).__name__}, not text or bytes")
    kinds: list[type[object]] = [type(loss) for loss in made.losses]
    strange = next((kind for kind in kinds if kind is not Loss), None)
    if strange is not None:
        raise Misfit(f"among its losses is {strange.__name__}, not Loss")
    return made
