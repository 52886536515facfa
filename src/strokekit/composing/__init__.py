"""Routine → Plan: everything resolved, nothing timed."""

from strokekit.composing.compose import Wishes, compose, compose_partial
from strokekit.composing.trying import to_try

__all__ = ["Wishes", "compose", "compose_partial", "to_try"]
