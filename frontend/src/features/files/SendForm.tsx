import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { ErrorSummary, type Trouble } from "../../ui/ErrorSummary";
import { Chosen } from "./Chosen";
import { Sent } from "./Sent";
import { MAX_BYTES, sizeOf } from "./file-facts";
import { type Parcel, parcelOf, send, unfit } from "./parcel";
import { uploadWords } from "./words";

type Summary = Schemas["AssessmentSummary"];

interface Props {
  place: { centre: string; series: string };
  assessments: Summary[];
  /** The assessment of the sheet that someone came from. */
  first: Summary | undefined;
  /** Called when a file has gone, or may have. */
  sent: () => void;
}

const FILES = "files";

/** Choose or drop files, look at the list, send them. */
export function SendForm({ place, assessments, first, sent }: Props) {
  const chosen = useSignal<Parcel[]>([]);
  const gone = useSignal<Parcel[]>([]);
  const assessment = useSignal(first?.assessment.code ?? "");
  const trouble = useSignal<Trouble[]>([]);
  const over = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (gone.peek().some(({ stage }) => stage.peek().kind === "sending")) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [gone]);

  /** So that the same file can be chosen again. */
  const forget = () => {
    if (input.current) input.current.value = "";
  };
  const choose = (files: FileList | null | undefined) => {
    chosen.value = [...chosen.value, ...[...(files ?? [])].map(parcelOf)];
    trouble.value = [];
  };
  const give = async (parcel: Parcel) => {
    await send(parcel, place, assessment.peek());
    const now = parcel.stage.peek();
    if (now.kind === "sent" || (now.kind === "failed" && now.fault.unknown)) sent();
  };
  const sendAll = async (event: SubmitEvent) => {
    event.preventDefault();
    const parcels = chosen.peek();
    trouble.value = unfit(parcels, FILES);
    if (trouble.value.length > 0) return;
    gone.value = [...parcels, ...gone.value];
    chosen.value = [];
    forget();
    for (const parcel of parcels) await give(parcel);
    const only = parcels.length === 1 ? parcels[0]?.stage.peek() : undefined;
    if (only?.kind === "sent") navigate(`/upload/${only.upload.id}`);
  };
  const wrong = trouble.value.length > 0;
  const words = uploadWords.value.choose;
  return (
    <form onSubmit={(event) => void sendAll(event)} noValidate>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ErrorSummary title={words.failed} problems={trouble.value} />
      <div
        class={`cm-drop${over.value ? " cm-drop--over" : ""}${wrong ? " govuk-form-group--error" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => (over.value = false)}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          choose(event.dataTransfer?.files);
        }}
      >
        <label class="govuk-label govuk-label--s" for={FILES}>
          {words.label}
        </label>
        <p class="govuk-hint" id="files-hint">
          {words.hint(sizeOf(MAX_BYTES))}
        </p>
        {wrong && (
          <p class="govuk-error-message" id="files-error">
            {trouble.value.map(({ say }) => say()).join(". ")}
          </p>
        )}
        <input
          class="cm-files"
          id={FILES}
          type="file"
          multiple
          aria-describedby={wrong ? "files-hint files-error" : "files-hint"}
          aria-invalid={wrong ? "true" : undefined}
          ref={input}
          onClick={forget}
          onChange={(event) => choose(event.currentTarget.files)}
        />
        <p class="cm-hint">{words.drop}</p>
      </div>
      <Chosen parcels={chosen.value} remove={(parcel) => (chosen.value = chosen.value.filter((kept) => kept !== parcel))} />
      <div class="govuk-form-group">
        <label class="govuk-label" for="files-for">
          {words.assessment}
        </label>
        <select class="govuk-select" id="files-for" value={assessment.value} onChange={(event) => (assessment.value = event.currentTarget.value)}>
          <option value="">{words.none}</option>
          {assessments.map(({ assessment: { code, title } }) => (
            <option key={code} value={code}>
              {code} {title}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="govuk-button">
        {words.send}
      </button>
      <Sent parcels={gone.value} again={(parcel) => void give(parcel)} />
    </form>
  );
}
