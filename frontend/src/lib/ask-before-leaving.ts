import { useEffect, useRef } from "preact/hooks";
import { guardLeaving } from "./leaving";

/** Ask before the page is left while `question` names something typed that would be lost. */
export function useAskBeforeLeaving(question: () => string | undefined): void {
  const latest = useRef(question);
  latest.current = question;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    const free = guardLeaving(
      async () => {
        const asked = latest.current();
        return asked === undefined || confirm(asked);
      },
      () => false,
    );
    return () => {
      removeEventListener("beforeunload", warn);
      free();
    };
  }, []);
}
