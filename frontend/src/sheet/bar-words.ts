import type { QueueState } from "./save-queue";
import { sheetWords } from "./words";

/** What the bar speaks about; `savedAt` is the time of the last save, as it is shown. */
export interface Seen {
  unsaved: number;
  problems: number;
  queue: QueueState;
  savedAt: string | undefined;
  refusal: string;
  /** Whether this computer keeps what is not saved. */
  kept: boolean;
  /** Whether the browser believes in a connection. */
  online: boolean;
  /** Whether the session has ended, whatever the queue has heard of it. */
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

/** Where what is not saved is meanwhile. */
function where({ unsaved, kept }: Seen): string {
  const words = sheetWords.value.saving;
  return kept ? words.here(unsaved) : `${words.unsaved(unsaved)} ${words.keepOpen}`;
}

/** Whether only signing in again takes what waits to the service. */
export const isSignedOut = ({ queue, signedOut }: Pick<Seen, "queue" | "signedOut">): boolean => signedOut || queue === "signed out";

/** Whether the line is read out: when it says how a save went, never while someone types. */
export function isSpoken({ queue, savedAt, unsaved }: Seen): boolean {
  if (queue === "idle") return savedAt !== undefined && unsaved === 0;
  return queue !== "waiting" && queue !== "saving";
}
