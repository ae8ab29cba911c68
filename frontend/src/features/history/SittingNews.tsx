import { clock } from "../../lib/dates";
import { listed } from "../../lib/listed";
import { Changes } from "./Changes";
import type { Names } from "./EntryNews";
import { canBePutBack } from "./put-back";
import { type Sitting, countsOf } from "./story";
import { nameOf } from "./who";
import { historyWords } from "./words";

interface Props {
  sitting: Sitting;
  names: Names;
  ofBoard: boolean;
  /** Start to put these changes back; absent where nothing can be. */
  putBack: (() => void) | undefined;
}

/** The id of the button that starts to put back a sitting, by its latest save. */
export const putBackId = ({ version }: { version: number }): string => `put-back-${version}`;

const COUNTED = ["entered", "changed", "cleared", "ticked", "unticked", "flagged", "answered", "noted", "resolved"] as const;

/** What one person did in one go, in a sentence; its lines fold out, and its marks can be put back. */
export function SittingNews({ sitting: { entries, steps, back }, names, ofBoard, putBack }: Props) {
  const words = historyWords.value.sitting;
  const [latest, first] = [entries[0]!, entries.at(-1)!];
  const counts = countsOf(steps);
  const did = COUNTED.filter((what) => counts[what] > 0).map((what) => words[what](counts[what]));
  const [from, until] = [clock(first.at), clock(latest.at)];
  return (
    <>
      <strong>{words.did(nameOf(latest, ofBoard), back ? words.back(listed(did)) : did.length > 0 ? listed(did) : words.saved)}</strong>{" "}
      <span class="cm-hint-inline">
        {from === until ? from : words.time(from, until)}, {historyWords.value.channel[latest.channel]}
      </span>
      <Changes steps={steps} names={names} folded={steps.length > 1} />
      {putBack && canBePutBack(steps) && (
        <p class="cm-history__act cm-screen">
          <button type="button" class="cm-link-button" id={putBackId(latest)} onClick={putBack}>
            {words.putBack} <span class="govuk-visually-hidden">{words.of(from)}</span>
          </button>
        </p>
      )}
    </>
  );
}
