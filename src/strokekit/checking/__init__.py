"""Checks that look across the steps of a plan: each is a rule like any plugin's."""

from strokekit.checking.context import Finding, RuleContext, run_rules
from strokekit.checking.partial import still_to_say

__all__ = ["Finding", "RuleContext", "run_rules", "still_to_say"]
