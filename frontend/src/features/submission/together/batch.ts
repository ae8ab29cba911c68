import { type Signal, signal } from "@preact/signals";
import { ApiError, type Schemas } from "../../../api/client";
import { held } from "../../../lib/local-copy";
import { newKey } from "../../../lib/new-key";
import { turns } from "../../../lib/turns";
import { isSent } from "../../../sheet/lock";
import { type Sense, getSenses } from "../../checks/patterns/api";
import { getReview, submitMarks } from "../api";

/** How many sheets are read at once. */
const AT_ONCE = 4;

/** What the person reviews of one sheet. */
export interface Reviewed {
  review: Schemas["ReviewOut"];
  etag: string;
  /** Undefined where odd patterns could not be looked for. */
  senses: Sense[] | undefined;
}

/** How far the submission of one sheet is; `held` is kept back by rows of it on this computer that are not saved. */
export type Progress = { is: "waiting" | "sending" | "sent" | "held" } | { is: "failed"; fault: ApiError };

/** One sheet of a submission of several. */
export interface Part {
  sheet: string;
  assessment: Schemas["AssessmentOut"];
  reviewed: Signal<Reviewed | undefined>;
  /** Why it could not be read. */
  unread: Signal<ApiError | undefined>;
  /** Whether it is to be submitted with the others. */
  chosen: Signal<boolean>;
  progress: Signal<Progress>;
  /** The same for each attempt to submit the marks that were reviewed. */
  attempt: { etag: string; key: string };
}

export const partOf = ({ sheet, assessment }: Schemas["AssessmentSummary"]): Part => ({
  sheet,
  assessment,
  reviewed: signal(undefined),
  unread: signal(undefined),
  chosen: signal(true),
  progress: signal({ is: "waiting" }),
  attempt: { etag: "", key: "" },
});

/** Whether a part can be submitted as it was reviewed. */
export const canGo = ({ chosen, progress, reviewed: { value } }: Part): boolean =>
  chosen.value && progress.value.is !== "sent" && value !== undefined && value.review.missing.length === 0;

/** Read the review of each sheet, some at a time. */
export async function readAll(parts: Part[]): Promise<void> {
  const turn = turns(AT_ONCE);
  await Promise.all(parts.map((part) => turn(() => read(part))));
}

/** Read the review of a sheet; one whose marks are all with the board by now counts as submitted. */
export async function read(part: Part): Promise<void> {
  part.unread.value = undefined;
  try {
    const [{ data: review, etag }, senses] = await Promise.all([getReview(part.sheet), sensesOf(part.sheet)]);
    part.reviewed.value = { review, etag, senses };
    if (isSent(review.sheet)) part.progress.value = { is: "sent" };
  } catch (fault) {
    part.unread.value = faultOf(fault);
  }
}

const sensesOf = async (sheet: string) => (await getSenses(sheet).catch(() => undefined))?.senses;

/**
 * Submit each of these, one after the other; one that is refused does not stop the others. What is refused is read
 * again, so that the next attempt is of the marks as they are then.
 */
export async function submitAll(parts: Part[], person: string, agreed: string[]): Promise<void> {
  for (const part of parts) {
    part.progress.value = { is: "sending" };
    // oxlint-disable-next-line no-await-in-loop -- each has its result before the next is sent
    part.progress.value = await submit(part, person, agreed);
    // oxlint-disable-next-line no-await-in-loop -- whether it was sent after all is part of its result
    if (part.progress.value.is === "failed") await read(part);
  }
}

async function submit(part: Part, person: string, agreed: string[]): Promise<Progress> {
  const { reviewed, sheet } = part;
  const now = reviewed.peek();
  if (!now) return { is: "waiting" };
  if ((await held(person)).some((row) => row.sheet === sheet && !row.unsent)) return { is: "held" };
  if (part.attempt.etag !== now.etag) part.attempt = { etag: now.etag, key: newKey() };
  try {
    await submitMarks(sheet, now.etag, part.attempt.key, { version: now.review.declaration.version, agreed });
    return { is: "sent" };
  } catch (fault) {
    return { is: "failed", fault: faultOf(fault) };
  }
}

function faultOf(fault: unknown): ApiError {
  if (fault instanceof ApiError) return fault;
  throw fault;
}
