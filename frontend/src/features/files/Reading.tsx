import { useSignal } from "@preact/signals";
import { ApiError } from "../../api/client";
import { actWords } from "../../i18n/fault-words";
import type { Say } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, Loading } from "../../ui/Page";
import { ColumnTable } from "./ColumnTable";
import { Problem } from "./Faults";
import { ReadingForm } from "./ReadingForm";
import { type Upload, getColumns, readAs } from "./api";
import { isMissing } from "./report";
import { saidAtFirst } from "./reading";
import { uploadWords } from "./words";

interface Props {
  upload: Upload;
  /** How often the file was checked while it is on screen. */
  round: number;
  mayEnter: boolean;
  decided: (now: Upload, anew: boolean, why?: Say) => void;
  /** Have the file checked again. */
  again: () => void;
}

/** How a file was read, and what it lacks: for a person to see, to add and to change. */
export function Reading({ upload, round, mayEnter, decided, again }: Props) {
  const { data, error, reload } = useResource(`${upload.id}|${round}`, () => getColumns(upload.id));
  const changing = useSignal(false);
  const words = uploadWords.value.reading;
  if (error.value) return <Failed error={error.value} retry={mayEnter && isMissing(error.value) ? again : reload} />;
  if (!data.value) return <Loading />;
  const { columns } = data.value;
  const asking = upload.need !== null;
  const close = () => (changing.value = false);
  const said = (now: Upload, why?: Say) => {
    close();
    decided(now, true, why);
  };
  const form = <ReadingForm key={`${round}`} upload={upload} columns={columns} decided={said} leave={asking ? undefined : close} />;
  if (asking) {
    return (
      <>
        <p class="govuk-body-l">{upload.refusal && <Problem fault={upload.refusal} />}</p>
        <Chosen upload={upload} mayEnter={mayEnter} decided={said} />
        <p class="govuk-body">{upload.need === "columns" ? words.askColumns : words.askAssessment}</p>
        {mayEnter && form}
      </>
    );
  }
  if (columns.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <Chosen upload={upload} mayEnter={mayEnter} decided={said} />
      {changing.value ? (
        form
      ) : (
        <>
          <ColumnTable caption={words.title} columns={columns} roles={saidAtFirst(columns, "").roles} />
          {mayEnter && (
            <button type="button" class="govuk-button govuk-button--secondary" onClick={() => (changing.value = true)}>
              {words.change}
            </button>
          )}
        </>
      )}
    </section>
  );
}

/** Who chose how the file is read, and a button to forget it. */
function Chosen({ upload, mayEnter, decided }: Pick<Props, "upload" | "mayEnter"> & { decided: (now: Upload) => void }) {
  const fault = useSignal<ApiError | undefined>(undefined);
  const words = uploadWords.value.reading;
  const { columns_chosen: chosen, assessment_named: named } = upload;
  const forget = async () => {
    try {
      decided(await readAs(upload.id, { columns: [] }));
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      fault.value = refusal;
    }
  };
  return (
    <>
      {named && <p class="govuk-body">{words.named(named.assessment, moment(named.at), named.by)}</p>}
      {chosen && (
        <p class="govuk-body cm-said">
          {words.chosen(moment(chosen.at), chosen.by)}{" "}
          {mayEnter && (
            <button type="button" class="cm-link-button" onClick={() => void forget()}>
              {words.forget}
            </button>
          )}
        </p>
      )}
      {fault.value && (
        <p class="govuk-error-message" role="alert">
          {actWords(fault.value)}
        </p>
      )}
    </>
  );
}
