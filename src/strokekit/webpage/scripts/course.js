// A course as Python writes it, in which what has its default is left out: strokekit/playing/course.py, question by question.
// All times are whole milliseconds. Nothing here changes a value.

const SEGMENT = { kind: "step", section: "", title: {}, technique: null, sites: [], pressure: "", wait: null, moments: [], spans: [], instead_of: "" };
const MOMENT = { text: {}, of: [0, 1], plus: 0, answers: [] };
const WAIT = { least: 0, most: null };

export function segmentOf(data) {
  const wait = data.wait ? { ...WAIT, ...data.wait } : null;
  return { ...SEGMENT, ...data, wait, moments: (data.moments ?? []).map((moment) => ({ ...MOMENT, ...moment })) };
}

export function courseOf(data) {
  const about = { title: data.title ?? {}, language: data.language ?? "en", sections: data.sections ?? {} };
  return courseWith(about, data.segments.map(segmentOf));
}

/** Give a course that has other segments, with all that is asked of it often. */
export function courseWith(about, segments) {
  const waits = segments.flatMap((segment, index) => (segment.wait ? [index] : []));
  const changes = segments.flatMap((one, n) => (n === 0 || one.section !== segments[n - 1].section ? [n] : []));
  return {
    title: about.title,
    language: about.language,
    sections: about.sections,
    segments,
    starts: sums(segments.map((segment) => segment.ms)),
    earliest: sums(segments.map(leastOf)),
    latest: sums(segments.map((segment) => limitOf(segment) ?? segment.ms)),
    endless: segments.reduce((last, segment, index) => (limitOf(segment) === null ? index + 1 : last), 0),
    waits,
    changes: [...changes, segments.length],
    byName: new Map(segments.map((segment, index) => [segment.name, index])),
  };
}

function sums(numbers) {
  const made = [0];
  for (const number of numbers) made.push(made[made.length - 1] + number);
  return made;
}

/** Give after how long a segment ends by itself; null: only a person ends it. */
export function limitOf(segment) {
  if (segment.wait === null) return segment.ms;
  return segment.wait.most === null ? null : Math.max(segment.wait.most, segment.ms);
}

/** Give how long a segment takes at least; a sign may show before it begins. */
export function leastOf(segment) {
  if (segment.spans.length) return 0;
  return segment.wait === null ? segment.ms : Math.min(segment.wait.least, segment.ms);
}

/** Tell whether nobody stays at a segment: it is over as soon as it begins. */
export function passes(segment) {
  return limitOf(segment) === 0;
}

export function isAtEnd(moment) {
  return moment.of[0] === 1 && moment.of[1] === 1 && moment.plus === 0;
}

/** Give the time of a moment in a segment that lasts `ms`. */
export function momentAt(moment, ms) {
  const [up, down] = moment.of;
  return Math.min(Math.max(Math.floor((ms * up) / down) + moment.plus, 0), ms);
}

/** Give the index of the first segment from `index` on that is no part of a span. */
export function spanEnd(course, index, name) {
  let end = index;
  while (end < course.segments.length && course.segments[end].spans.some((span) => span.name === name)) end += 1;
  return end;
}

export function sectionStart(course, index) {
  return course.changes[sectionNumber(course, index)];
}

export function sectionEnd(course, index) {
  return course.changes[sectionNumber(course, index) + 1];
}

function sectionNumber(course, index) {
  let number = 0;
  while (number + 1 < course.changes.length && course.changes[number + 1] <= index) number += 1;
  return number;
}
