"""What is wanted of a check: of which files, which findings are shown, how, and when it fails."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.reporting.forms import FormatName
from strokekit.reporting.selection import Selection, weights_of


@attrs.frozen(kw_only=True)
class CheckSettings:
    """What is wanted of `strokekit check`; None stands for silence, so that another layer may speak.

    >>> CheckSettings(fix=True).over(CheckSettings(ignore=("SK7",), fix=False)).ignore
    ('SK7',)
    """

    paths: tuple[str, ...] | None = None
    """Files, folders and globs that are checked where a call names none."""
    exclude: tuple[str, ...] = ()
    """Globs of what is passed over where folders are searched; those of all layers count."""
    format: FormatName | None = None
    output_file: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    """What is left out; that of all layers counts."""
    severity: tuple[str, ...] = ()
    """`SEVERITY` or `CODE=SEVERITY`; what a nearer layer says comes later and holds."""
    max_warnings: int | None = None
    exit_zero: bool | None = None
    statistics: bool | None = None
    fix: bool | None = None
    unsafe_fixes: bool | None = None
    jobs: int | None = None
    """How many processes check; 0 for as many as are worth it."""
    cache: bool | None = None
    cache_dir: str | None = None

    def over(self, lower: CheckSettings) -> CheckSettings:
        """Put this layer over a lower one: what both say holds as it is said here; lists are joined."""
        made: dict[str, Any] = {}
        for field in attrs.fields(CheckSettings):
            mine, below = getattr(self, field.name), getattr(lower, field.name)
            if field.default == ():
                made[field.name] = (*below, *mine)
            else:
                made[field.name] = below if mine is None else mine
        return CheckSettings(**made)

    def selection(self) -> Selection:
        """Give what is shown of reports.

        Raises:
            UsageError: a text is no selector, or no severity.
        """
        weights, least = weights_of(self.severity)
        return Selection(select=self.select or (), ignore=self.ignore, weights=weights, least=least)
