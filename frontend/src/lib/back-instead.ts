import { useEffect } from "preact/hooks";
import { useLatest } from "./latest";

const COVER = "cover";

/** Whether the entry of one that was closed is still being taken out of the history, which takes the browser a moment. */
let removing = false;

/**
 * While this is shown the browser's Back does `back` and leaves the page where it is, and where it is scrolled to.
 */
export function useBackInstead(back: () => void): void {
  const latest = useLatest(back);
  useEffect(() => {
    const popped = () => {
      if (isCovered()) return;
      cover();
      if (!removing) latest.current();
    };
    if (!isCovered()) cover();
    // Before the listener of `uncover`, so that both know whose doing it was.
    addEventListener("popstate", popped, { capture: true });
    return () => {
      removeEventListener("popstate", popped, { capture: true });
      if (isCovered()) uncover();
    };
  }, [latest]);
}

const isCovered = () => (history.state as Record<string, unknown> | null)?.[COVER] === true;

function cover(): void {
  history.scrollRestoration = "manual";
  history.pushState({ ...(history.state as object | null), [COVER]: true }, "");
}

function uncover(): void {
  removing = true;
  const removed = () => {
    removing = false;
    if (!isCovered()) history.scrollRestoration = "auto";
  };
  addEventListener("popstate", removed, { once: true });
  history.back();
}
