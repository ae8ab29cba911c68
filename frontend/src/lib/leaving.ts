type Guard = () => Promise<boolean>;

let guard: Guard | undefined;

/** Ask `mayLeave` before this page is left by a link of the app; gives the way to stop asking. */
export function guardLeaving(mayLeave: Guard): () => void {
  guard = mayLeave;
  return () => {
    if (guard === mayLeave) guard = undefined;
  };
}

/** Go somewhere, unless the page has a reason to stay. */
export async function leave(go: () => void): Promise<void> {
  if (!guard || (await guard())) go();
}
