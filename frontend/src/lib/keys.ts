type Press = Pick<KeyboardEvent, "key" | "code" | "keyCode" | "isComposing" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/** What Safari says of a key that an input method took, after it said that composing has ended. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Whether a key chooses among what an input method offers, as for Chinese or Japanese, and does nothing else. */
export const isComposing = (event: Pick<Press, "isComposing" | "keyCode">): boolean =>
  event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;

/** The letter of a key, small under Caps Lock too; where a layout has other letters, the one of its place on a keyboard with Latin ones. */
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
