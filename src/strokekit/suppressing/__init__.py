"""What a file says not to report, in comments and under a key of its own; and what of that is of no use."""

from strokekit.suppressing.suppress import quiet, suppress

__all__ = ["quiet", "suppress"]
