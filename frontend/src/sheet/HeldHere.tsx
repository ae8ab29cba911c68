import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useContext, useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import { CentreContext } from "../auth/centre";
import { type HeldRow, held } from "../lib/local-copy";
import type { Trouble } from "../ui/ErrorSummary";
import "./sheet.scss";
import { sheetWords } from "./words";

/** Unsaved rows of some sheets on this computer, looked up again by `look` and when the page becomes visible. */
export interface Held {
  rows: Signal<HeldRow[]>;
  look: () => Promise<HeldRow[]>;
}

export function useHeld(...sheets: string[]): Held {
  const person = useContext(CentreContext)?.me.id;
  const rows = useSignal<HeldRow[]>([]);
  const wanted = sheets.join("|");
  const look = useCallback(async () => {
    rows.value = person ? (await held(person)).filter(({ sheet }) => wanted.split("|").includes(sheet)) : [];
    return rows.value;
  }, [wanted, person, rows]);
  useEffect(() => {
    const lookAgain = () => void look();
    lookAgain();
    addEventListener("focus", lookAgain);
    return () => removeEventListener("focus", lookAgain);
  }, [look]);
  return { rows, look };
}

/** The id of the link to the unsaved rows of a sheet. */
const heldId = (sheet: string): string => `held-${sheet}`;

/** What prevents submitting sheets while this computer has rows of them that could still be saved. */
export function heldBack(rows: HeldRow[]): Trouble[] {
  const first = rows.find(({ unsent }) => !unsent);
  return first ? [{ say: () => sheetWords.value.unsent.first, at: heldId(first.sheet) }] : [];
}

/**
 * Says on a page of the service's marks that this computer has unsaved ones, and where; `code` names one sheet of
 * several.
 */
export function HeldHere({ sheet, code, held: { rows } }: { sheet: string; code?: string; held: Held }) {
  const list = rows.value.filter((row) => row.sheet === sheet).map(({ candidate }) => candidate);
  if (list.length === 0) return null;
  const words = sheetWords.value.unsent;
  return (
    <p class="govuk-inset-text cm-unsent cm-screen">
      {code && <strong>{code}: </strong>}
      {words.here(list.length, list.join(", "))} {words.notShown}{" "}
      <Link class="govuk-link" id={heldId(sheet)} href={`/sheets/${sheet}`}>
        {words.open}
      </Link>
    </p>
  );
}
