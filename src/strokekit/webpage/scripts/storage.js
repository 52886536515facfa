// The browser's storage, which a page may be denied: then nothing is kept, and nothing breaks.

const PLACE = "strokekit.";

/** Keep and read texts under names; `store` gives the storage, or throws. */
export function newStorage(store) {
  const attempt = (act, otherwise = null) => {
    try {
      return act(store());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (name) => attempt((kept) => kept.getItem(PLACE + name)),
    write: (name, text) => attempt((kept) => kept.setItem(PLACE + name, text)),
    forget: (name) => attempt((kept) => kept.removeItem(PLACE + name)),
    names: (start) => attempt((kept) => Object.keys(kept).filter((key) => key.startsWith(PLACE + start)), []).map((key) => key.slice(PLACE.length)),
  };
}

/** Read choices back; what was never chosen, or is no yes or no, is as `usual` says. */
export function choicesIn(text, usual) {
  let found = null;
  try {
    found = JSON.parse(text);
  } catch {
    found = null;
  }
  const chosen = ([name, choice]) => [name, typeof found?.[name] === "boolean" ? found[name] : choice];
  return Object.fromEntries(Object.entries(usual).map(chosen));
}
