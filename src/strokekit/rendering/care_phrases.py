"""Care in words: what to avoid, when to stop, what to ask first, what an answer brings about, how much may be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.model.frozen import FrozenMap
from strokekit.model.node import At, Avoid, Effects, Prompt, Slip, StatedTotal, StopRule
from strokekit.model.routine import Limit, Question
from strokekit.rendering.phrases import Phrases

ANSWER = "answer"
"""The text that stands for what was said, where an answer sets a value."""


@attrs.frozen
class CarePhrases(Phrases):
    """Puts care into words; `titles` says how the steps that it speaks of are called on the card, by id."""

    titles: Mapping[str, str] = FrozenMap()

    def titled(self, id_: str) -> str:
        """Say how a node is called on the card; one that the card does not show by its id."""
        return self.titles.get(id_) or id_.replace("_", " ")

    def work(self, id_: str) -> str:
        """Say what is not done or not used: a technique or action, a family of them, or a thing."""
        catalog = self.messages.catalog
        if catalog.technique(id_) is not None:
            return self.word("technique", id_)
        return self.word("thing" if id_ in catalog.words.get("thing", {}) else "family", id_)

    def avoid(self, avoid: Avoid) -> str:
        """Say what may not be done, why, and who says so."""
        what = self.work(avoid.technique) if avoid.technique else ""
        what = self.level(avoid.level) if avoid.level else what
        text = self.say(f"avoid-{avoid.effect}", place=self.the_place(avoid.place), **({"what": what} if what else {}))
        text = self.say("avoid-because", text=text, why=self.text(avoid.because)) if avoid.because else text
        return self._noted(text, avoid.source, avoid.note)

    def _noted(self, text: str, source: str | None, note: Any) -> str:
        text = self.say("said-by", text=text, source=self.word("source", source)) if source else text
        return self.say("noted", text=text, note=self.text(note)) if note else text

    def stop(self, stop: StopRule) -> str:
        """Say at which sign the work stops or changes, how, and what is done then."""
        text = self.say("stop-item", sign=self._sign(stop.sign), response=self._response(stop.response))
        text = self.say("stop-to", text=text, level=self.level(stop.to)) if stop.to else text
        text = self.say("stop-then", text=text, response=self._response(stop.then)) if stop.then else text
        return self.say("noted", text=text, note=self.text(stop.note)) if stop.note else text

    def _sign(self, sign: str) -> str:
        """Say a sign; a level of pain is written as a pressure."""
        if not sign.startswith("pain "):
            return self.word("sign", sign)
        value = self.messages.catalog.literals.read("pressure", sign).value
        return self.pressure(value) if value is not None else sign

    def _response(self, response: str) -> str:
        return self.say(f"response-{response.replace(' ', '-')}")

    def effects(self, effects: Effects) -> str:
        """Say in one line everything that an answer or a condition brings about."""
        return self.messages.join("dose-and", self._effects(effects))

    def _effects(self, effects: Effects) -> Iterator[str]:
        for decision, reason in effects.decisions.items():
            said = self.text(reason)
            yield self.say(f"decide-{decision}", reason=said) if said else self.say(f"effect-{decision}")
        yield from self._touch(effects)
        for technique in effects.forbid:
            yield self.say("effect-forbid-work", what=self.work(technique))
        for pose in effects.forbid_positions:
            yield self.say("effect-forbid-position", pose=self.pose(pose))
        for node in effects.skip:
            yield self.say("effect-skip", what=self.titled(node))
        for name, value in effects.settings.items():
            known = {"name": self.word("value", name) if name in self.local.get("value", {}) else name}
            said = value == ANSWER
            yield self.say("effect-set-answer", **known) if said else self.say("effect-set", **known, value=self.written(value))
        if effects.repeat:
            yield self.say("effect-repeat", text=self.count(effects.repeat))
        for prompt in effects.prompts:
            yield self.say("dose-field", label=self.moment(prompt), text=self.say("quoted", text=self.text(prompt.text)))

    def _touch(self, effects: Effects) -> Iterator[str]:
        """Say what changes about how and where is worked."""
        if effects.cap:
            yield self.say("effect-cap-level", level=self.level(effects.cap))
        if effects.pressure:
            yield self.say("dose-field", label=self.say("line-pressure"), text=self.pressure(effects.pressure))
        for avoid in effects.avoid:
            yield self.avoid(avoid)
        if effects.lubricant:
            yield self.say("dose-field", label=self.say("line-lubricant"), text=self.lubricant(effects.lubricant))
        if effects.emphasis:
            yield self.say("dose-field", label=self.say("line-emphasis"), text=self.places(effects.emphasis))

    @staticmethod
    def written(value: Any) -> str:
        """Write a value as it stands in a file."""
        return str(value).lower() if isinstance(value, bool) else str(value)

    def question(self, question: Question) -> str:
        """Say a question that is asked before the first stroke, and what sort of answer it takes."""
        asked = self.say("quoted", text=self.text(question.ask))
        if question.type != "boolean":
            asked = self.say("question-type", text=asked, type=self.say(f"type-{question.type}"))
        return self.say("question-needed", text=asked) if question.needed else asked

    def limit(self, limit: Limit) -> str:
        """Say how much a run may hold of a tool, a technique, a purpose or a place."""
        text = self.say("dose-field", label=self._limited(limit), text=self._most(limit))
        return self._noted(text, limit.source, limit.note)

    def _limited(self, limit: Limit) -> str:
        if limit.tool:
            return self.tool(limit.tool)
        if limit.technique:
            return self.work(limit.technique)
        if limit.purpose:
            return self.word("purpose", limit.purpose)
        return self.place(limit.where) if limit.where else ""

    def _most(self, limit: Limit) -> str:
        if limit.duration:
            return self.duration(limit.duration)
        if limit.share:
            return self.say("limit-share", share=self.percent(limit.share))
        return self.count(limit.repeat) if limit.repeat else ""

    def stated_total(self, stated: StatedTotal) -> str:
        """Say a total that the source states, what it covers, and where it stands."""
        text = self.duration(stated.duration)
        if stated.covers:
            covers = [self.say(f"covers-{id_}") if id_ in {"table", "visit"} else self.titled(id_) for id_ in stated.covers]
            text = self.say("covers", text=text, what=self.messages.join("and", covers))
        return self._noted(text, stated.source, stated.note)

    def slip(self, slip: Slip) -> str:
        """Say where the source is at fault."""
        says, read = self.text(slip.says), self.text(slip.read_as)
        text = self.say(f"slip-{slip.kind}", says=says, read=read)
        return self.say("slip-field", text=text, field=slip.field.replace("_", " ")) if slip.field else text

    def differs(self, differs: Mapping[str, Any]) -> str:
        """Say what another source says of a step."""
        source = differs.get("source")
        rest = self.dose({name: value for name, value in differs.items() if name not in {"source", "note"}})
        text = self.say("differs-by", source=self.word("source", source), text=rest) if source else rest
        return self.say("noted", text=text, note=self.text(differs["note"])) if differs.get("note") else text

    def moment(self, prompt: Prompt) -> str:
        """Say whether a cue is said, asked or shown, and when."""
        label, when = self.say(f"prompt-{prompt.kind}"), self._at(prompt.at)
        return self.say("prompt-at", label=label, when=when) if when else label

    def _at(self, at: At) -> str:
        if at.every_ms:
            return self.say("at-every", time=self.time(at.every_ms))
        if at.ms is not None:
            return self.say("at-time" if at.ms >= 0 else "at-before-end", time=self.time(abs(at.ms)))
        if at.share is not None:
            return self.say("at-share", percent=str(at.share))
        return "" if at.word == "start" else self.say(f"at-{at.word}")
