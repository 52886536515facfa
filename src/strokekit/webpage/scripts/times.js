// Stretches of time as a clock shows them, and in words. The words come from Python: one for each number of each unit.

/** Write a time as a clock shows it: `12:34`, `1:01:01`; what is begun of a second counts as one. */
export function clockFace(ms) {
  const seconds = Math.ceil(ms / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const below = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${below}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${below}`;
}

/** Say a time in words; `units` has the words for hours, minutes and seconds, and a pattern that joins two of them. */
export function spoken(ms, units) {
  const seconds = Math.ceil(ms / 1000);
  const counts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const said = [units.hours, units.minutes, units.seconds].flatMap((words, index) => {
    const count = Math.min(counts[index], words.length - 1);
    return count ? [words[count]] : [];
  });
  if (!said.length) return units.seconds[0];
  return said.reduce((first, second) => filled(units.join, { first, second }));
}

/** Put facts in the places of their names in braces. */
export function filled(pattern, facts) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(facts, name) ? String(facts[name]) : whole));
}
