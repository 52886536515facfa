"""Many files at once: on all cores where that is worth it, and not again where nothing has changed."""

from strokekit.batch.cache import Cache, default_folder
from strokekit.batch.checking import check_files

__all__ = ["Cache", "check_files", "default_folder"]
