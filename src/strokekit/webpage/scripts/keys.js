// What a key means. Left and right are as the page is read; keys with which something else is done here mean nothing.

const BUSY = "a[href], button, input, select, textarea, summary, [contenteditable]";

/** Give the name of a command for a key that was pressed, as `toggle` or `skip`; null for none. */
export function commandOf(event, isRightToLeft) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return null;
  const isBusy = event.target?.closest?.(BUSY) ?? null;
  switch (event.key) {
    case " ":
      return isBusy === null ? "toggle" : null;
    case "ArrowRight":
    case "ArrowLeft":
      if (isBusy !== null && isBusy.matches("input, select, textarea")) return null;
      if ((event.key === "ArrowRight") === isRightToLeft) return event.shiftKey ? "sectionBack" : "back";
      return event.shiftKey ? "sectionSkip" : "skip";
    case "+":
      return "more";
    case "e":
    case "E":
      return isBusy === null || !isBusy.matches("input, select, textarea") ? "enough" : null;
    default:
      return null;
  }
}
