"""The templates of a renderer: those that strokekit ships, and before them the caller's own, which run in a sandbox.

A template of the caller's replaces the shipped one of its name. `{% extends "shipped/card.md.j2" %}` changes a block of it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from strokekit.errors import UsageError
from strokekit.rendering.lines import one_line
from strokekit.rendering.style import Style
from strokekit.rendering.wrapping import Wrapped

if TYPE_CHECKING:
    from jinja2 import Environment

SHIPPED = "shipped"
"""What stands before the name of a shipped template that the caller's own replaces, to extend or include it."""
Filters: TypeAlias = Mapping[str, Callable[..., Any]]
_Items: TypeAlias = tuple[tuple[str, Any], ...]


def fill(template: str, style: Style, *, package: str, filters: Filters | None = None, html: bool = False, **given: Any) -> str:
    """Fill a template in: the caller's own, if the style has one of that name, else that of `package`.

    Args:
        template: its name, such as `card.md.j2`.
        style: the caller's templates.
        package: the package whose folder `templates` holds the shipped ones.
        filters: name → function, for what the templates write.
        html: escape what is filled in for HTML.
        given: what the template gets, by name.

    Raises:
        UsageError: a template of the caller's own is wrong; says which, where, and what.
    """
    environment = _environment(package, _items(style.templates), _items(filters or {}), html)
    if not style.templates:
        return environment.get_template(template).render(**given)
    from jinja2 import TemplateError, TemplateNotFound

    try:
        return environment.get_template(template).render(**given)
    except TemplateNotFound as problem:
        raise UsageError(f"there is no template {problem.name!r}") from problem
    except TemplateError as problem:
        raise UsageError(f"the template {_where(problem, template)}: {problem.message or type(problem).__name__}") from problem
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as problem:
        raise UsageError(f"the template {template!r}: {type(problem).__name__}: {problem}") from problem


@lru_cache(maxsize=32)
def _environment(package: str, templates: _Items, filters: _Items, html: bool) -> Environment:  # noqa: FBT001 - a key
    from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    shipped = PackageLoader(package)
    own = ChoiceLoader([DictLoader(dict(templates)), shipped, PrefixLoader({SHIPPED: shipped})])
    kind = ImmutableSandboxedEnvironment if templates else Environment
    made = kind(
        loader=own if templates else shipped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # rendering opens no file, nor does it ask whether one has changed
        finalize=None if html else _kept_on_its_line,
        autoescape=html,  # text and Markdown are escaped by filters of their own
    )
    made.filters.update(dict(filters))
    return made


def _items(mapping: Mapping[str, Any]) -> _Items:
    return tuple(sorted(mapping.items()))


def _kept_on_its_line(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) and "\n" in value and not isinstance(value, Wrapped) else value


def _where(problem: Any, template: str) -> str:
    """Name the template that is wrong, with its line where that is known."""
    name, line = getattr(problem, "name", None) or template, getattr(problem, "lineno", None)
    return f"{name!r}, line {line}" if line else repr(name)
