import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { session } from "../auth/session";
import { online } from "../lib/online";
import { askNow } from "./api";
import { Colleagues, IDLE_AFTER } from "./colleagues";
import type { OpenSheet } from "./open-sheet";
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

const isThere = () => online.value && session.value === "in" && document.visibilityState === "visible";

function useColleagues(sheet: OpenSheet): Colleagues {
  const touched = useMemo(() => ({ at: Date.now() }), []);
  const colleagues = useMemo(
    () =>
      new Colleagues(sheet, {
        ask: (tag) => askNow(sheet.head.peek().id, tag),
        there: isThere,
        touched: () => touched.at,
      }),
    [sheet, touched],
  );
  useEffect(() => {
    const touch = () => {
      const idle = Date.now() - touched.at >= IDLE_AFTER;
      touched.at = Date.now();
      if (idle) colleagues.start();
    };
    const follow = () => (isThere() ? colleagues.start() : colleagues.stop());
    addEventListener("keydown", touch);
    addEventListener("pointerdown", touch);
    document.addEventListener("visibilitychange", follow);
    const noLonger = effect(follow);
    return () => {
      removeEventListener("keydown", touch);
      removeEventListener("pointerdown", touch);
      document.removeEventListener("visibilitychange", follow);
      noLonger();
      colleagues.stop();
    };
  }, [colleagues, touched]);
  return colleagues;
}
