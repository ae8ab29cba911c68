/** Why a page is left: for another one, or to sign out, which also deletes this computer's copy of what was typed. */
export type Leaving = "page" | "sign out";

type Guard = (why: Leaving) => Promise<boolean>;

let guard: Guard | undefined;
let keeps = (): boolean => false;

/**
 * Ask `mayLeave` before this page is left by a link of the app, and `isKept` whether what is typed on it is stored
 * elsewhere; returns a function that stops asking.
 */
export function guardLeaving(mayLeave: Guard, isKept: () => boolean): () => void {
  guard = mayLeave;
  keeps = isKept;
  return () => {
    if (guard !== mayLeave) return;
    guard = undefined;
    keeps = () => false;
  };
}

/** Whether this page has something typed that is lost when it closes. */
export function wouldLose(): boolean {
  if (keeps()) return false;
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("#main textarea, #main input");
  return [...fields].some(({ type, value }) => type !== "checkbox" && type !== "radio" && value !== "");
}

/** Go to an address, unless the page objects. */
export async function leave(go: () => unknown, why: Leaving = "page"): Promise<void> {
  if (!guard || (await guard(why))) await go();
}
