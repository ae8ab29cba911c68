import { useSignal } from "@preact/signals";
import { ApiError } from "../../api/client";
import { rolesAt, useCentre } from "../../auth/centre";
import { actWords } from "../../i18n/fault-words";
import type { Say } from "../../i18n/words";
import { useResource } from "../../lib/resource";
import { ErrorSummary, type Trouble } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { Failed, Loading } from "../../ui/Page";
import { getAssessments } from "../home/api";
import { CancelFile } from "./CancelFile";
import { ColumnTable } from "./ColumnTable";
import { type Upload, cancelUpload, getUpload, readAs } from "./api";
import { ASSESSMENT, type ColumnSeen, type Role, type Said, readingOf, saidAtFirst, unreadable } from "./reading";
import { centreOf, seriesOf } from "./report";
import { uploadWords } from "./words";

interface Props {
  upload: Upload;
  columns: ColumnSeen[];
  /** The file as it is now, checked again. */
  decided: (now: Upload, why?: Say) => void;
  /** Close without changes; while something is missing, this cancels the file instead. */
  leave: (() => void) | undefined;
}

/** Choose the roles of a file's columns and the assessment of its marks; then it is checked again. */
export function ReadingForm({ upload, columns, decided, leave }: Props) {
  const said = useSignal<Said>(saidAtFirst(columns, upload.assessment ?? ""));
  const trouble = useSignal<Trouble[]>([]);
  const unknown = useSignal(false);
  const busy = useSignal(false);
  const sheets = useResource(upload.id, async () => (await getAssessments(centreOf(upload.id), seriesOf(upload.id))).assessments);
  const words = uploadWords.value.reading;
  const { need } = upload;
  const isForAll = rolesAt({ me: useCentre().me, centre: { number: centreOf(upload.id) } }).some((role) => role === "enter marks" || role === "submit marks");
  const errorAt = (id: string) => trouble.value.find(({ at }) => at === id)?.say();

  const choose = (place: number, role: Role) => {
    said.value = { ...said.value, roles: new Map(said.value.roles).set(place, role) };
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    unknown.value = false;
    trouble.value = unreadable(need, said.value);
    if (trouble.value.length === 0) await act(() => readAs(upload.id, readingOf(columns, said.value)));
  };
  const act = async (what: () => Promise<Upload>) => {
    if (busy.value) return;
    busy.value = true;
    try {
      decided(await what());
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      const now = fault.unknown ? await getUpload(upload.id).catch(() => undefined) : undefined;
      if (now && now.state !== upload.state) decided(now, () => uploadWords.value.decide.looked);
      unknown.value = fault.unknown;
      trouble.value = [{ say: () => actWords(fault) }];
    }
    busy.value = false;
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary title={unknown.value ? words.unknown : words.failed} problems={trouble.value} />
      {need !== "assessment" && columns.length > 0 && (
        <ColumnTable caption={words.columns} columns={columns} roles={said.value.roles} choose={choose} errorAt={errorAt} />
      )}
      {sheets.error.value && <Failed error={sheets.error.value} retry={sheets.reload} />}
      {!sheets.data.value && !sheets.error.value && <Loading />}
      {sheets.data.value && (
        <Field id={ASSESSMENT} label={need === "assessment" ? words.assessment : uploadWords.value.choose.assessment} error={errorAt(ASSESSMENT)}>
          {(props) => (
            <select
              class="govuk-select"
              {...props}
              value={said.value.assessment}
              onChange={(event) => (said.value = { ...said.value, assessment: event.currentTarget.value })}
            >
              <option value="">{need === "assessment" ? words.choose : uploadWords.value.choose.none}</option>
              {sheets.data.value?.map(({ assessment: { code, title } }) => (
                <option key={code} value={code}>
                  {code} {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {need !== "assessment" && columns.length > 0 && <p class="govuk-body cm-hint">{isForAll ? words.remembered : words.forThisFile}</p>}
      <div class="cm-dialog__buttons">
        <button type="submit" class="govuk-button" aria-disabled={busy.value}>
          {words.check}
        </button>
        {leave ? (
          <button type="button" class="govuk-button govuk-button--secondary" aria-disabled={busy.value} onClick={leave}>
            {words.leave}
          </button>
        ) : (
          <CancelFile busy={busy.value} cancel={() => void act(() => cancelUpload(upload.id))} />
        )}
      </div>
    </form>
  );
}
