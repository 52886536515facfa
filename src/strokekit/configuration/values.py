"""What is wanted of an engine: one layer of several that lie over each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import attrs

from strokekit.configuration.checks import CheckSettings
from strokekit.engine import Engine


@attrs.frozen(kw_only=True)
class Configuration:
    """What is wanted of an engine; None stands for silence, so that another layer may speak."""

    plugins: Mapping[str, str | Path] = attrs.field(factory=dict)
    """Namespace → path of a plugin file, or a module's name."""
    no_plugins: bool = False
    """Use no installed plugin, and none that a lower layer names."""
    allow: tuple[str, ...] | None = None
    deny: tuple[str, ...] = ()
    strict: bool | None = None
    missing: Literal["error", "warn"] | None = None
    check: CheckSettings = attrs.field(factory=CheckSettings)
    """What is wanted of `strokekit check`."""

    def over(self, lower: Configuration) -> Configuration:
        """Put this layer over a lower one: what both say holds as it is said here, and what either denies is denied.

        >>> low = Configuration(plugins={"thai": "thai"}, missing="warn")
        >>> Configuration(plugins={"own": "own"}).over(low).plugins
        {'thai': 'thai', 'own': 'own'}
        >>> Configuration(no_plugins=True).over(low).plugins
        {}
        """
        return Configuration(
            plugins={**({} if self.no_plugins else lower.plugins), **self.plugins},
            no_plugins=self.no_plugins or lower.no_plugins,
            allow=lower.allow if self.allow is None else self.allow,
            deny=(*lower.deny, *self.deny),
            strict=lower.strict if self.strict is None else self.strict,
            missing=lower.missing if self.missing is None else self.missing,
            check=self.check.over(lower.check),
        )

    def engine(self) -> Engine:
        """Make the engine that is wanted."""
        missing = self.missing or "error"
        if self.no_plugins:
            return Engine(plugins=self.plugins, strict=bool(self.strict), missing=missing)
        return Engine.discover(allow=self.allow, deny=self.deny, plugins=self.plugins, strict=bool(self.strict), missing=missing)
