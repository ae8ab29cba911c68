import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import type { Schemas } from "../api/client";
import { isOfBoard, useCentre } from "../auth/centre";
import { t } from "../i18n/words";
import { day, seriesTitle } from "../lib/dates";
import { Failed, Page, type Readable } from "../ui/Page";
import { StatusTag } from "../ui/StatusTag";
import { isSent, timeWords } from "./lock";
import { sheetWords } from "./words";

type Head = Schemas["SheetHead"];
type Place = "marks" | "check" | "submit" | "submission" | "print" | "upload" | "amend" | "moderation" | "history" | "moreTime";

interface Props {
  head: Head;
  /** Which page of the sheet this is. */
  here: Place;
  /** What the page is called; one without a title is called as the assessment. */
  title?: string;
  /** What is said of the status in place of the deadline, and read out when it changes. */
  news?: string;
  /** What the page shows, which may not have been read again. */
  loaded?: Readable;
  children: ComponentChildren;
}

/** A page of a mark sheet: which sheet it is, how far it is and until when, and the way to its other pages. */
export function SheetPage({ head, here, title, news, loaded, children }: Props) {
  const assessment = `${head.assessment.code} ${head.assessment.title}`;
  const whose = `${seriesTitle(head.series)} · ${head.centre.number} ${head.centre.name}`;
  return (
    <Page title={title ?? assessment} caption={title ? `${assessment} · ${whose}` : whose}>
      <div class="cm-screen">
        <p class="govuk-body" role={news === undefined ? undefined : "status"}>
          <StatusTag status={head.status} /> {news ?? standing(head)}
        </p>
        {loaded?.error.value && <Failed error={loaded.error.value} retry={() => void loaded.reload()} />}
      </div>
      {children}
      <Ways head={head} here={here} />
    </Page>
  );
}

function standing(head: Head): string {
  const { scale } = head.assessment;
  const deadline = sheetWords.value.deadline(day(head.deadline), timeWords(head));
  return scale.kind === "mark" ? `${deadline} · ${sheetWords.value.maximum(scale.maximum)}` : deadline;
}

/** The sheet's other pages, as far as they are of use to this person now. */
function Ways({ head, here }: { head: Head; here: Place }) {
  const ofBoard = isOfBoard(useCentre());
  const words = t.value.links;
  const open = !isSent(head);
  const submitted = head.submission !== null;
  const sheet = `/sheets/${head.id}`;
  const ways: [Place, string, boolean][] = [
    ["marks", sheet, true],
    ["check", `${sheet}/check`, open && head.may.enter],
    ["submit", `${sheet}/submit`, open],
    ["submission", `${sheet}/submitted`, submitted],
    ["print", `${sheet}/print`, true],
    ["upload", `/upload?sheet=${head.id}`, !ofBoard],
    ["amend", `${sheet}/amend`, submitted && !ofBoard],
    ["moderation", `${sheet}/moderation`, submitted],
    ["history", `${sheet}/history`, true],
  ];
  return (
    <nav class="cm-screen" aria-label={sheetWords.value.pages}>
      <ul class="govuk-list cm-actions">
        {ways
          .filter(([place, , shown]) => shown && place !== here)
          .map(([place, href]) => (
            <li key={place}>
              <Link class="govuk-link" href={href}>
                {words[place]}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** That nothing can be entered any more, and where what was submitted is. */
export const SubmittedNote = ({ sheet }: { sheet: string }) => (
  <p class="govuk-inset-text">
    {sheetWords.value.submitted} <Link href={`/sheets/${sheet}/submitted`}>{t.value.links.submission}</Link>.
  </p>
);
