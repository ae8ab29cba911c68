import { type Signal, signal } from "@preact/signals";
import { ApiError } from "../../api/client";
import { newKey } from "../../lib/new-key";
import type { Trouble } from "../../ui/ErrorSummary";
import { type Upload, beginUpload } from "./api";
import { MAX_BYTES, sizeOf } from "./file-facts";
import { post } from "./post";
import { uploadWords } from "./words";

export type Stage = { kind: "chosen" } | { kind: "sending"; share: number } | { kind: "sent"; upload: Upload } | { kind: "failed"; fault: ApiError };

/** A file to send, with one key for every attempt. */
export interface Parcel {
  key: string;
  file: File;
  stage: Signal<Stage>;
}

export const parcelOf = (file: File): Parcel => ({
  key: newKey(),
  file,
  stage: signal<Stage>({ kind: "chosen" }),
});

/** Why these files cannot be sent. */
export function unfit(parcels: Parcel[], at: string): Trouble[] {
  if (parcels.length === 0) return [{ say: () => uploadWords.value.choose.nothing, at }];
  return parcels.flatMap(({ file: { name, size } }): Trouble[] => {
    if (size === 0) return [{ say: () => uploadWords.value.choose.empty(name), at }];
    return size > MAX_BYTES ? [{ say: () => uploadWords.value.choose.large(name, sizeOf(MAX_BYTES)), at }] : [];
  });
}

/** Send a file, or continue; its stage says how far it is. */
export async function send(parcel: Parcel, place: { centre: string; series: string }, assessment: string): Promise<void> {
  const { file, key, stage } = parcel;
  stage.value = { kind: "sending", share: 0 };
  try {
    const { upload, ticket } = await beginUpload(place, key, file.name, assessment);
    if (ticket) await post(ticket, file, (share) => (stage.value = { kind: "sending", share }));
    stage.value = { kind: "sent", upload };
  } catch (fault) {
    if (!(fault instanceof ApiError)) throw fault;
    stage.value = { kind: "failed", fault };
  }
}
