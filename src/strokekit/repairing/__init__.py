"""Applying the fixes of findings to a text until none is left, each time reading and checking it anew."""

from strokekit.repairing.repair import Repaired, repair

__all__ = ["Repaired", "repair"]
