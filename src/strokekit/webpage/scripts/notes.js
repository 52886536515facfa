// What is to be seen besides the player's state: what was said in this segment, the open question, and a gap nobody accounted for.

export const NOTHING = { cues: [], question: null, slept: 0, why: "" };

/** Take note of one thing that was told. `cues` is what Python gives of each moment: its kind and its words. */
export function noted(notes, told, cues) {
  switch (told.kind) {
    case "started":
      return { ...notes, cues: [], why: "" };
    case "cue":
      return { ...notes, cues: [...notes.cues, told.name], question: cues[told.name]?.kind === "ask" ? told.name : notes.question };
    case "answered":
      return told.name === notes.question ? { ...notes, question: null } : notes;
    case "slept":
      return { ...notes, slept: told.ms };
    case "resumed":
      return { ...notes, slept: 0 };
    case "unreachable":
      return { ...notes, why: Object.values(told.text)[0] ?? "" };
    case "finished":
    case "stopped":
      return { ...NOTHING };
    default:
      return notes;
  }
}
