import type { QueueState } from "./save-queue";
import { sheetWords } from "./words";

/** What the bar is about; `savedAt` is the time of the last save, as it is shown. */
export interface Seen {
  unsaved: number;
  problems: number;
  queue: QueueState;
  savedAt: string | undefined;
  refusal: string;
  /** Whether this computer stores what is not saved. */
  kept: boolean;
  /** Whether the browser reports a connection. */
  online: boolean;
  /** Whether the session has ended, even if the queue has not noticed. */
  signedOut: boolean;
}

/** The state of the sheet's saving in one line. */
export function barWords(seen: Seen): string {
  const words = sheetWords.value.saving;
  const attention = seen.problems > 0 ? words.attention(seen.problems) : "";
  return [state(seen), attention].filter((part) => part !== "").join(" ");
}

function state(seen: Seen): string {
  const words = sheetWords.value.saving;
  const { unsaved, problems, savedAt, kept, online } = seen;
  if (isSignedOut(seen)) {
    if (unsaved === 0) return words.signedOutSaved;
    if (!online) return `${words.signedOutOffline} ${where(seen)}`;
    return kept ? words.signedOutKept(unsaved) : words.signedOut(unsaved);
  }
  switch (seen.queue) {
    case "retrying":
      if (!online) return kept ? words.offlineKept(unsaved) : `${words.offline} ${where(seen)}`;
      return kept ? words.silentKept(unsaved) : words.silent(unsaved);
    case "slowed":
      return `${words.slowed} ${where(seen)}`;
    case "intercepted":
      return `${words.intercepted} ${where(seen)}`;
    case "refused":
      return words.refused(seen.refusal);
    case "saving":
      return words.saving;
    default:
  }
  if (unsaved > 0) return words.unsaved(unsaved);
  if (!savedAt) return problems > 0 ? "" : words.nothing;
  return problems > 0 ? words.rest(savedAt) : words.all(savedAt);
}

/** Where unsaved marks are stored meanwhile. */
function where({ unsaved, kept }: Seen): string {
  const words = sheetWords.value.saving;
  return kept ? words.here(unsaved) : `${words.unsaved(unsaved)} ${words.keepOpen}`;
}

/** Whether unsaved marks need a new sign-in before they can be sent. */
export const isSignedOut = ({ queue, signedOut }: Pick<Seen, "queue" | "signedOut">): boolean => signedOut || queue === "signed out";

/** Whether something is in the way of saving. */
export const isException = ({ problems, queue, signedOut }: Pick<Seen, "problems" | "queue" | "signedOut">): boolean =>
  problems > 0 || signedOut || !["idle", "waiting", "saving"].includes(queue);

/** Whether the line is announced: only when it gives the outcome of a save, never while someone types. */
export function isSpoken({ queue, savedAt, unsaved }: Seen): boolean {
  if (queue === "idle") return savedAt !== undefined && unsaved === 0;
  return queue !== "waiting" && queue !== "saving";
}
