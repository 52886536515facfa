"""Which plugins are used, how strict everybody is, and what is checked how, as files, the environment and a call say it.

A project says it in `[tool.strokekit]` of its `pyproject.toml`, or in a `strokekit.toml`, which needs no such heading; the
nearest upward counts. The library reads no such file by itself: commands do, and whoever calls `read_configuration`.
"""

from strokekit.configuration.checks import CheckSettings
from strokekit.configuration.files import OWN, SHARED, find_configuration, read_configuration
from strokekit.configuration.naming import Unnamed, from_environment, plugin_named
from strokekit.configuration.values import Configuration

__all__ = [
    "OWN",
    "SHARED",
    "CheckSettings",
    "Configuration",
    "Unnamed",
    "find_configuration",
    "from_environment",
    "plugin_named",
    "read_configuration",
]
