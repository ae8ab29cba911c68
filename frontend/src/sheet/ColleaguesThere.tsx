import { useEffect, useMemo } from "preact/hooks";
import { session } from "../auth/session";
import { Colleagues } from "./colleagues";
import type { OpenSheet } from "./open-sheet";
import { askNow } from "./api";
import { sheetWords } from "./words";

/** How many colleagues are named. */
const SHOWN = 3;

/** Who else has the sheet open; what they save comes in while this is shown. */
export function ColleaguesThere({ sheet }: { sheet: OpenSheet }) {
  const names = useColleagues(sheet).names.value;
  return (
    <p class="cm-bar__words cm-colleagues" aria-live="polite">
      {names.length > 0 && sheetWords.value.colleagues(names.slice(0, SHOWN).join(", "), Math.max(0, names.length - SHOWN))}
    </p>
  );
}

function useColleagues(sheet: OpenSheet): Colleagues {
  const touched = useMemo(() => ({ at: Date.now() }), []);
  const colleagues = useMemo(
    () =>
      new Colleagues(sheet, {
        ask: (tag) => askNow(sheet.head.peek().id, tag),
        visible: () => document.visibilityState === "visible" && session.peek() === "in",
        touched: () => touched.at,
      }),
    [sheet, touched],
  );
  useEffect(() => {
    const note = () => {
      touched.at = Date.now();
    };
    const seen = () => (document.visibilityState === "visible" ? colleagues.start() : colleagues.stop());
    addEventListener("keydown", note);
    addEventListener("pointerdown", note);
    document.addEventListener("visibilitychange", seen);
    const signedIn = session.subscribe((now) => {
      if (now === "in") colleagues.start();
    });
    return () => {
      removeEventListener("keydown", note);
      removeEventListener("pointerdown", note);
      document.removeEventListener("visibilitychange", seen);
      signedIn();
      colleagues.stop();
    };
  }, [colleagues, touched]);
  return colleagues;
}
