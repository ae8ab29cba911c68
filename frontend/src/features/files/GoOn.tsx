import { useSignal } from "@preact/signals";
import { ApiError } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import { useResource } from "../../lib/resource";
import { Declaration, notAgreed } from "../../sheet/Declaration";
import { ErrorSummary, type Trouble } from "../../ui/ErrorSummary";
import { getReview } from "../submission/api";
import { CheckedBox } from "./CheckedBox";
import { type Upload, acceptUpload, getUpload, submitUpload } from "./api";
import { CHECKED } from "./decision";
import { sheetOf } from "./report";
import { uploadWords } from "./words";

/** A file that stopped between two mark sheets: its progress, and a button to continue. */
export function GoOn({ upload, may, decided }: { upload: Upload; may: boolean; decided: (now: Upload) => void }) {
  const { sheets, waiting, checked: ticks, submits } = upload.applied ?? { sheets: [], waiting: [], checked: false, submits: false };
  const checked = useSignal(false);
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const trouble = useSignal<Trouble[]>([]);
  const tried = useSignal(false);
  const busy = useSignal(false);
  const next = waiting[0];
  const review = useResource(`${upload.id}|${submits}|${next}`, async () =>
    submits && next ? (await getReview(sheetOf(upload.id, next))).data.declaration : null,
  );
  const declaration = review.data.value;
  const words = uploadWords.value.goOn;
  const go = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy.value) return;
    tried.value = true;
    const unchecked = ticks && !checked.value ? [{ say: () => uploadWords.value.decide.check, at: CHECKED }] : [];
    trouble.value = [...unchecked, ...(declaration ? notAgreed(declaration, agreed.value) : [])];
    if (trouble.value.length > 0) return;
    busy.value = true;
    try {
      const rest = { mode: "good-rows" as const, answers: [], checked: ticks, preview: upload.preview };
      decided(
        declaration
          ? await submitUpload(upload.id, { ...rest, declaration: { version: declaration.version, agreed: [...agreed.value] } })
          : await acceptUpload(upload.id, rest),
      );
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      const now = await getUpload(upload.id).catch(() => undefined);
      trouble.value = [{ say: () => (fault.unknown ? uploadWords.value.goOn[now ? "unknown" : "noAnswer"] : faultWords(fault)) }];
      if (now) decided(now);
    }
    busy.value = false;
  };
  return (
    <form onSubmit={(event) => void go(event)} noValidate>
      <ErrorSummary title={words.failed} problems={trouble.value} />
      <p class="govuk-body-l">{words.progress(sheets.length, sheets.length + waiting.length)}</p>
      <p class="govuk-body">{words.waiting(waiting.join(", "))}</p>
      {may && ticks && <CheckedBox checked={checked} tried={tried.value} />}
      {may && declaration && <Declaration declaration={declaration} agreed={agreed} tried={tried.value} />}
      {may && declaration !== undefined && (
        <button type="submit" class="govuk-button" aria-disabled={busy.value}>
          {submits ? words.submit : words.put}
        </button>
      )}
    </form>
  );
}
