/** Why a page is left: for another one, or to sign out, which takes this computer's copy of what was typed along. */
export type Leaving = "page" | "sign out";

type Guard = (why: Leaving) => Promise<boolean>;

let guard: Guard | undefined;

/** Ask `mayLeave` before this page is left by a link of the app; gives the way to stop asking. */
export function guardLeaving(mayLeave: Guard): () => void {
  guard = mayLeave;
  return () => {
    if (guard === mayLeave) guard = undefined;
  };
}

/** Go somewhere, unless the page has a reason to stay. */
export async function leave(go: () => unknown, why: Leaving = "page"): Promise<void> {
  if (!guard || (await guard(why))) await go();
}
