import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Schemas } from "../api/client";
import { session } from "../auth/session";
import { type Leaving, guardLeaving } from "../lib/leaving";
import { OpenSheet } from "./open-sheet";
import { sheetWords } from "./words";

/** How long the last reading of a sheet is good enough when the window gets the focus again (ms). */
const FRESH_MS = 30_000;
/** How long leaving a page waits for the service to answer (ms). */
const PATIENCE_MS = 5000;

/**
 * Keep a sheet open while its page is: saved when the page is left, read again when the window gets the focus or others
 * changed it.
 */
export function useOpenSheet(loaded: Schemas["SheetOut"], person: string): OpenSheet {
  const sheet = useMemo(() => new OpenSheet(loaded, person), [loaded, person]);
  useEffect(() => {
    void sheet.resume();
    let seen = Date.now();
    const look = async () => {
      if (Date.now() - seen < FRESH_MS) return;
      seen = Date.now();
      await sheet.look();
    };
    const lookAgain = () => void look();
    const noLonger = effect(() => {
      if (sheet.savedAt.value && sheet.behind.peek()) lookAgain();
    });
    const warn = (event: BeforeUnloadEvent) => {
      if (sheet.unsaved() > 0 && (session.value !== "expired" || !sheet.kept)) event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === "hidden") void sheet.flush();
    };
    const connected = () => sheet.online();
    addEventListener("focus", lookAgain);
    addEventListener("beforeunload", warn);
    addEventListener("online", connected);
    document.addEventListener("visibilitychange", hide);
    const signedIn = session.subscribe((now) => {
      if (now === "in") sheet.online();
    });
    const free = guardLeaving(
      (why) => mayLeave(sheet, why),
      () => sheet.kept,
    );
    return () => {
      removeEventListener("focus", lookAgain);
      removeEventListener("beforeunload", warn);
      removeEventListener("online", connected);
      document.removeEventListener("visibilitychange", hide);
      noLonger();
      signedIn();
      free();
      void sheet.flush();
    };
  }, [sheet]);
  return sheet;
}

async function mayLeave(sheet: OpenSheet, why: Leaving): Promise<boolean> {
  await Promise.race([sheet.flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const left = sheet.unsaved();
  // Before signing out there is one question about everything that this computer holds.
  if (left === 0 || (sheet.kept && why === "sign out")) return true;
  return confirm(sheet.kept ? sheetWords.value.leaveKept(left) : sheetWords.value.leave(left));
}
