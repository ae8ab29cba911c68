import type { QueueState } from "./save-queue";

/** What the bar speaks about; `savedAt` is the time of the last save, as it is shown. */
export interface Seen {
  unsaved: number;
  problems: number;
  queue: QueueState;
  savedAt: string | undefined;
  refusal: string;
}

const rows = (count: number, one: string, many: string) => (count === 1 ? `1 row ${one}` : `${count} rows ${many}`);

/** The state of the page's saving in one line. */
export function barWords(seen: Seen): string {
  const waiting = `${seen.unsaved} not saved`;
  const attention = seen.problems > 0 ? ` ${rows(seen.problems, "needs", "need")} attention.` : "";
  switch (seen.queue) {
    case "retrying":
      return `No answer from the service: ${waiting}, trying again.${attention}`;
    case "signed out":
      return `You are signed out: ${waiting}. Sign in again to save.${attention}`;
    case "refused":
      return `Not saved. ${seen.refusal}${attention}`;
    case "saving":
      return `Saving…${attention}`;
    default:
      return (seen.unsaved > 0 ? `${waiting}.` : settled(seen)) + attention;
  }
}

function settled({ problems, savedAt }: Seen): string {
  if (!savedAt) return problems > 0 ? "" : "Nothing to save.";
  return problems > 0 ? `The rest saved ${savedAt}.` : `All saved ${savedAt}.`;
}

/** Whether the line is read out: when it says how a save went, never while someone types. */
export function isSpoken({ queue, savedAt, unsaved }: Seen): boolean {
  if (queue === "idle") return savedAt !== undefined && unsaved === 0;
  return queue !== "waiting" && queue !== "saving";
}
