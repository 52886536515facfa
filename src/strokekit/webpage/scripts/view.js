// The page as people see it: a state goes in, the document shows it. Texts are set as texts, never as markup.

import { aheadOf, currentOf, elapsedSection, etaOf, isActive, nextOf, remaining, remainingSection, remainingStep, statusOf, totalOf } from "./player.js";
import { isAtEnd, momentAt, spanEnd } from "./course.js";
import { clockFace, filled, spoken } from "./times.js";

/** Make the view of a document; `data` is what Python gives of the routine, its words among it. */
export function newView(document, data) {
  const slots = new Map();
  const slot = (name) => {
    if (!slots.has(name)) slots.set(name, document.querySelector(`[data-play="${name}"]`) ?? document.createElement("p"));
    return slots.get(name);
  };
  const all = (attribute) => [...document.querySelectorAll(`[${attribute}]`)];
  const steps = all("data-step");
  const pictures = new Map(all("data-picture").map((element) => [element.dataset.picture, element]));
  const jumps = new Map(all("data-to").map((element) => [element.dataset.to, element]));
  const words = data.words;
  const hours = hoursIn(data.language);
  const stepOf = (segment) => data.steps[segment.name] ?? { title: segment.name, number: "", picture: null, until: "", sign: "" };

  function show(player, notes, more) {
    const segment = currentOf(player);
    const status = statusOf(player);
    slot("player").dataset.status = status;
    showText(slot("toggle"), words[{ ready: "start", playing: "pause", waiting: "pause", paused: "go_on" }[status] ?? "anew"]);
    showStep(segment);
    showTimes(player, segment, status);
    showBars(player, segment);
    showNext(player, segment, status);
    showCues(notes);
    showNotices(notes, more);
    showPicture(segment, notes);
    showEnds(player, segment, player.begun && status !== "stopped");
  }

  /** Show what a person may end, and for what: the step, all that it is part of, or, where both is one, the latter. */
  function showEnds(player, segment, isPlayed) {
    const span = segment?.spans.at(-1) ?? null;
    const isLast = span !== null && spanEnd(player.course, player.index, span.name) === player.index + 1;
    const isOne = isLast && stepOf(segment).until === stepOf(segment).sign;
    showOnly(slot("done"), isPlayed && segment !== null && segment.wait !== null && !isOne);
    showOnly(slot("enough"), isPlayed && span !== null);
    showText(slot("span"), span === null ? "" : filled(words.span, { until: stepOf(segment).sign }));
  }

  function showStep(segment) {
    const name = segment?.name ?? null;
    for (const element of steps) showOnly(element, element.dataset.step === name);
    for (const [key, element] of jumps) {
      if (key === name) setAttribute(element, "aria-current", "step");
      else element.removeAttribute("aria-current");
    }
    showText(slot("number"), segment === null ? "" : filled(words.at, { number: stepOf(segment).number, count: data.count }));
    showText(slot("section"), segment === null ? "" : data.sections[segment.section] ?? segment.section);
  }

  function showTimes(player, segment, status) {
    const left = remainingStep(player);
    const over = status === "waiting" ? player.at - segment.ms : 0;
    showText(slot("time"), over ? `+${clockFace(over)}` : clockFace(left));
    showText(slot("time-said"), filled(over ? words.over : words.left, { time: spoken(over || left, data.units) }));
    showText(slot("total"), clockFace(remaining(player)));
    showText(slot("total-said"), filled(words.left, { time: spoken(remaining(player), data.units) }));
    showText(slot("ends"), isActive(player) ? filled(words.ends, { time: timeOfDay(etaOf(player).likely) }) : "");
    showText(slot("status"), status === "waiting" ? filled(words.waiting, { until: stepOf(segment).until }) : statusText(player, status));
  }

  function statusText(player, status) {
    if (status === "done" || status === "stopped") return filled(words[status], { time: clockFace(player.elapsed) });
    return words[status] ?? "";
  }

  function timeOfDay(ms) {
    return hours.format(ms);
  }

  function showBars(player, segment) {
    showBar(slot("step-bar"), segment === null ? 1 : player.at, segment === null ? 1 : Math.max(segment.ms, player.at));
    const section = elapsedSection(player);
    showBar(slot("section-bar"), segment === null ? 1 : section, segment === null ? 1 : section + remainingSection(player));
    showBar(slot("total-bar"), player.elapsed, totalOf(player));
    showText(slot("section-left"), clockFace(remainingSection(player)));
  }

  function showNext(player, segment, status) {
    const next = nextOf(player);
    const isOver = status === "done" || status === "stopped";
    showText(slot("next"), isOver ? "" : next === null ? words.last : filled(words.next, { step: stepOf(next).title }));
    const moment = isOver ? null : aheadOf(player);
    const cue = moment === null ? undefined : data.cues[moment.name];
    if (cue === undefined) showText(slot("soon"), "");
    else if (isAtEnd(moment)) showText(slot("soon"), filled(words.at_end, { cue: cue.said }));
    else showText(slot("soon"), filled(words.soon, { time: clockFace(momentAt(moment, segment.ms) - player.at), cue: cue.said }));
  }

  function showCues(notes) {
    const said = notes.cues.filter((name) => name !== notes.question).map((name) => data.cues[name]?.said ?? "");
    showList(slot("cues"), said.filter((text) => text !== ""));
    const question = notes.question === null ? null : data.cues[notes.question];
    showOnly(slot("question"), question !== null && question !== undefined);
    if (!question || slot("question").dataset.name === notes.question) return;
    slot("question").dataset.name = notes.question;
    showText(slot("question-text"), question.text);
    slot("answers").replaceChildren(...question.answers.map((answer) => answerButton(notes.question, answer)));
  }

  function answerButton(name, answer) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.answer = answer.value;
    button.dataset.of = name;
    button.dir = "auto";
    button.textContent = answer.label;
    return button;
  }

  function showNotices(notes, more) {
    showOnly(slot("slept"), notes.slept > 0);
    showText(slot("slept-text"), filled(words.slept, { time: spoken(notes.slept, data.units) }));
    showOnly(slot("resumed"), more.isResumed && notes.slept === 0);
    showText(slot("why"), notes.why);
  }

  function showPicture(segment, notes) {
    const shown = notes.cues.map((name) => data.cues[name]?.picture ?? null).filter((number) => number !== null);
    const picture = segment === null ? null : shown.at(-1) ?? stepOf(segment).picture;
    for (const [number, element] of pictures) showOnly(element, number === String(picture));
    slot("player").dataset.pictured = picture === null ? "no" : "yes";
  }

  /** Let a screen reader say something: when it comes to it, or at once. */
  function announce(text, isUrgent) {
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = text;
    slot(isUrgent ? "alert" : "news").replaceChildren(line);
  }

  return { show, announce, slot, titleOf: (segment) => stepOf(segment).title };
}

/** Give what writes times of day in a language; in the browser's own, where the tag is none. */
function hoursIn(language) {
  const parts = { hour: "numeric", minute: "2-digit" };
  try {
    return new Intl.DateTimeFormat(language, parts);
  } catch {
    return new Intl.DateTimeFormat(undefined, parts);
  }
}

/** Change only what differs: what stays is not read out again. */
function showText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function showOnly(element, isShown) {
  if (element.hidden === isShown) element.hidden = !isShown;
}

function showBar(element, value, most) {
  element.max = Math.max(most, 1);
  element.value = most === 0 ? 1 : value;
}

function showList(element, texts) {
  if (element.children.length === texts.length && texts.every((text, index) => element.children[index].textContent === text)) return;
  const made = texts.map((text) => {
    const item = element.ownerDocument.createElement("li");
    item.dir = "auto";
    item.textContent = text;
    return item;
  });
  element.replaceChildren(...made);
}
