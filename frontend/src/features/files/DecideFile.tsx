import { useSignal } from "@preact/signals";
import { ApiError } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import type { Say } from "../../i18n/words";
import { useResource } from "../../lib/resource";
import { heldBack, useHeld } from "../../sheet/HeldHere";
import { ErrorSummary, type Trouble } from "../../ui/ErrorSummary";
import { getReview } from "../submission/api";
import { CancelFile } from "./CancelFile";
import { Question } from "./Question";
import { SubmitToo } from "./SubmitToo";
import { Radio } from "./Radio";
import { type Upload, acceptUpload, cancelUpload, checkAgain, getUpload, submitUpload } from "./api";
import { type Answer, type Decision, acceptOf, blockersOf, isLeft } from "./decision";
import { sheetsOf } from "./report";
import { uploadWords } from "./words";

interface Props {
  upload: Upload;
  /** How often the file was compared with the sheets while it is on screen. */
  round: number;
  /** Whether the person may submit the sheets too. */
  maySubmit: boolean;
  /** The file as it is now; `anew` when it was compared with the sheets again, `why` when nobody did it here. */
  decided: (now: Upload, anew: boolean, why?: Say) => void;
}

/** Answer the questions about a file, then apply it, submit its sheets too, or cancel it. */
export function DecideFile({ upload, round, maySubmit, decided }: Props) {
  const answers = useSignal<ReadonlyMap<Upload["questions"][number]["code"], Answer>>(new Map());
  const submit = useSignal(false);
  const checked = useSignal(false);
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const trouble = useSignal<Trouble[]>([]);
  const tried = useSignal(false);
  const unknown = useSignal(false);
  const busy = useSignal(false);
  const sheets = useResource(`${upload.id}|${round}|${submit.value}`, async () =>
    submit.value ? Promise.all(sheetsOf(upload).map(async ({ sheet, accepted }) => ({ review: (await getReview(sheet)).data, accepted }))) : [],
  );
  const held = useHeld(...sheetsOf(upload).map(({ sheet }) => sheet));
  const before = sheets.data.value;
  const decision: Decision = { answers: answers.value, submit: submit.value, checked: checked.value, agreed: agreed.value };
  const leaving = isLeft(decision);
  const words = uploadWords.value.decide;

  const act = async (what: () => Promise<Upload>) => {
    if (busy.value) return;
    busy.value = true;
    try {
      decided(await what(), false);
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      await refused(fault);
    }
    busy.value = false;
  };
  const refused = async (fault: ApiError) => {
    const fresh = freshLook(fault);
    const now = await fresh?.look(upload.id).catch(() => undefined);
    const say = fresh && (() => fresh.say(now));
    if (now) decided(now, true, fault.unknown ? () => uploadWords.value.decide.looked : say);
    if (fresh && !fault.unknown) {
      checked.value = false;
      agreed.value = new Set();
      tried.value = false;
    }
    unknown.value = fault.unknown;
    const lost = () => uploadWords.value.decide[now ? "notYet" : "noAnswer"];
    trouble.value = [{ say: fault.unknown ? lost : (say ?? (() => faultWords(fault))) }];
  };
  const put = async () => {
    if (!decision.submit) return acceptUpload(upload.id, acceptOf(upload, decision));
    const declaration = { version: before?.[0]?.review.declaration.version ?? "", agreed: [...decision.agreed] };
    return submitUpload(upload.id, { ...acceptOf(upload, decision), checked: true, declaration });
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    unknown.value = false;
    tried.value = true;
    const over = decision.submit && !leaving ? heldBack(await held.look()) : [];
    trouble.value = leaving ? [] : [...blockersOf(upload, decision, before ?? []), ...over];
    if (trouble.value.length === 0) await act(leaving ? () => cancelUpload(upload.id) : put);
  };
  const usable = upload.good > 0;
  const waits = submit.value && (!before || before.some(({ review }) => review.sheet.second_checker));
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ErrorSummary title={unknown.value ? words.unknown : words.failed} problems={trouble.value} />
      {usable &&
        upload.questions.map(({ code }) => (
          <Question
            key={code}
            code={code}
            sequence={upload.sequence ?? 0}
            answer={answers.value.get(code)}
            tried={tried.value}
            choose={(answer) => (answers.value = new Map(answers.value).set(code, answer))}
          />
        ))}
      {usable && upload.bad > 0 && <p class="govuk-inset-text">{words.leftOut(upload.bad)}</p>}
      {usable && maySubmit && upload.bad === 0 && !leaving && (
        <>
          <fieldset class="govuk-fieldset cm-choices">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words.after}</legend>
            <Radio id="then-wait" name="then" checked={!submit.value} choose={() => (submit.value = false)} words={words.wait} />
            <Radio id="then-submit" name="then" checked={submit.value} choose={() => (submit.value = true)} words={words.now} />
          </fieldset>
          {submit.value && <SubmitToo sheets={sheets} checked={checked} agreed={agreed} tried={tried.value} held={held} />}
        </>
      )}
      <div class="cm-dialog__buttons">
        {usable && !waits && (
          <button type="submit" class="govuk-button" aria-disabled={busy.value}>
            {leaving ? words.cancel : putWords(upload, decision.submit)}
          </button>
        )}
        {!leaving && <CancelFile busy={busy.value} cancel={() => void act(() => cancelUpload(upload.id))} />}
      </div>
    </form>
  );
}

function putWords({ good, bad }: Upload, submit: boolean): string {
  const words = uploadWords.value.decide;
  if (submit) return words.submit;
  return bad > 0 ? words.putGood(good) : words.put;
}

/** How to read the file again when it is not as it was shown, and the message about it. */
function freshLook(fault: ApiError): { look: (upload: string) => Promise<Upload>; say: (now?: Upload) => string } | undefined {
  if (fault.unknown || fault.status >= 500) return { look: getUpload, say: () => faultWords(fault) };
  switch (fault.problem.code) {
    case "changed-since-preview": {
      const lines = (fault.problem.errors ?? []).map(({ pointer }) => pointer.replace("/lines/", ""));
      return { look: checkAgain, say: () => uploadWords.value.decide.fresh(lines.join(", ")) };
    }
    case "question-unanswered":
      return { look: checkAgain, say: () => uploadWords.value.decide.asked };
    case "preview-missing":
    case "already-submitted":
    case "window-closed":
      return { look: checkAgain, say: () => faultWords(fault) };
    case "upload-not-ready":
      return { look: getUpload, say: (now) => uploadWords.value.decide[now?.state === "ready" ? "replaced" : "moved"] };
    default:
      return undefined;
  }
}
