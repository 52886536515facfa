"""Routine → Plan: everything resolved, nothing timed."""

from strokekit.composing.compose import compose

__all__ = ["compose"]
