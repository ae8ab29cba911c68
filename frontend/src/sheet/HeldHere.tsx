import { type Signal, useSignal } from "@preact/signals";
import { useContext, useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import { CentreContext } from "../app/centre";
import { type HeldRow, held } from "../lib/local-copy";
import { unsentWords } from "./unsent-words";

/** The rows of a sheet that this computer holds unsaved, looked up again by `look` and when the page is looked at. */
export interface Held {
  rows: Signal<HeldRow[]>;
  look: () => Promise<HeldRow[]>;
}

export function useHeld(sheet: string): Held {
  const person = useContext(CentreContext)?.me.id;
  const rows = useSignal<HeldRow[]>([]);
  const look = async () => {
    rows.value = person ? (await held(person)).filter((row) => row.sheet === sheet) : [];
    return rows.value;
  };
  useEffect(() => {
    const lookAgain = () => void look();
    lookAgain();
    addEventListener("focus", lookAgain);
    return () => removeEventListener("focus", lookAgain);
  }, [sheet, person]);
  return { rows, look };
}

/** Where the way to the rows held is. */
export const HELD = "held-here";

/** Says on a page of what the service has that this computer holds more, and where. */
export function HeldHere({ sheet, held: { rows } }: { sheet: string; held: Held }) {
  const list = rows.value.map(({ candidate }) => candidate);
  if (list.length === 0) return null;
  const words = unsentWords.value;
  return (
    <p class="govuk-inset-text cm-unsent cm-screen">
      {words.here(list.length, list.join(", "))} {words.notShown}{" "}
      <Link class="govuk-link" id={HELD} href={`/sheets/${sheet}`}>
        {words.open}
      </Link>
    </p>
  );
}
