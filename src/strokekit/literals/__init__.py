"""Compact strings and long mappings ⇄ the values of `strokekit.model`: the small grammars of the format."""

from strokekit.literals.grammar import reserved_words
from strokekit.literals.kinds import KINDS, Kind
from strokekit.literals.reader import Literals, Reading
from strokekit.literals.vocabulary import Found, LevelWord, Mistake, Row, Vocabulary

__all__ = ["KINDS", "Found", "Kind", "LevelWord", "Literals", "Mistake", "Reading", "Row", "Vocabulary", "reserved_words"]
