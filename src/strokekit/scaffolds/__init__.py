"""What `strokekit new` starts a plugin or a routine from: templates that are filled with a name. It writes nothing."""

from strokekit.scaffolds.filling import KINDS, Name, NameUnfit, scaffold

__all__ = ["KINDS", "Name", "NameUnfit", "scaffold"]
