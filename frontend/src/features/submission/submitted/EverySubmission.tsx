import { Link } from "wouter-preact";
import { t } from "../../../i18n/words";
import { moment } from "../../../lib/dates";
import { useResource } from "../../../lib/resource";
import { Failed, Loading } from "../../../ui/Page";
import { getSheetSubmissions } from "./api";
import { submittedWords } from "./words";

interface Props {
  sheet: string;
  /** How many submissions the sheet has. */
  count: number;
  /** The number of the one shown. */
  here: number;
}

/** Every submission of the sheet, latest first, each with its receipt; nothing where there is only one. */
export const EverySubmission = (props: Props) => (props.count > 1 ? <SubmissionList {...props} /> : null);

function SubmissionList({ sheet, count, here }: Props) {
  const loaded = useResource(`${sheet}|${count}`, () => getSheetSubmissions(sheet));
  const list = loaded.data.value?.submissions;
  const { kind, every: words } = submittedWords.value;
  return (
    <section class="cm-screen">
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      {loaded.error.value && <Failed error={loaded.error.value} retry={loaded.reload} />}
      {!list && !loaded.error.value && <Loading />}
      <ul class="govuk-list">
        {list?.map((one) => (
          <li key={one.number}>
            {one.number === here ? (
              <strong>{words.one(kind[one.kind](one.number))}</strong>
            ) : (
              <Link class="govuk-link" href={`/sheets/${sheet}/submitted${one.number === count ? "" : `/${one.number}`}`}>
                {words.one(kind[one.kind](one.number))}
              </Link>
            )}
            <span class="cm-hint">{t.value.dates.by(moment(one.submitted_at), one.submitted_by)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
