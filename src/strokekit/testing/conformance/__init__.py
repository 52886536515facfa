"""The conformance suite: what a program that reads the routine format must find, as data, and a runner for any such program.

The cases lie beside this file as YAML; requests and answers are JSON, so that a program in any language can be asked.
"""

from strokekit.testing.conformance.cases import Case, conformance_cases
from strokekit.testing.conformance.reference import reference
from strokekit.testing.conformance.run import Implementation, Mismatch, run_conformance

__all__ = ["Case", "Implementation", "Mismatch", "conformance_cases", "reference", "run_conformance"]
