type Press = Pick<KeyboardEvent, "key" | "code" | "keyCode" | "isComposing" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/** Safari's code for a key that an input method used, sent after it said that composing has ended. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Whether a key belongs to an input method, as for Chinese or Japanese, and must do nothing else. */
export const isComposing = (event: Pick<Press, "isComposing" | "keyCode">): boolean => event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;

/** The letter of a key, lower case even with Caps Lock; on a non-Latin layout, the Latin letter at that place. */
export function letterOf({ key, code }: Pick<Press, "key" | "code">): string | undefined {
  const letter = key.toLowerCase();
  if (/^[a-z]$/.test(letter)) return letter;
  const latin = key.length === 1 && key < "\u0250";
  return latin ? undefined : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
}

/** The letter pressed with Ctrl or Command alone. AltGr is Ctrl and Alt on Windows, and types a letter. */
export function shortcutOf(event: Press): string | undefined {
  const held = event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
  return held && !isComposing(event) ? letterOf(event) : undefined;
}
