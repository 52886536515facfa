"""How anything enters strokekit: hooks, declarations, discovery, and the catalogue that they make."""

from strokekit.plugins.catalog import Catalog, LocalVocabulary, build_catalog

__all__ = ["Catalog", "LocalVocabulary", "build_catalog"]
