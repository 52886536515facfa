"""Routine → Plan: everything resolved, nothing timed."""

from strokekit.composing.compose import compose, compose_partial

__all__ = ["compose", "compose_partial"]
