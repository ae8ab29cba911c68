import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import type { Schemas } from "../api/client";
import { isOfBoard, useCentre } from "../auth/centre";
import { t } from "../i18n/words";
import { day, seriesTitle } from "../lib/dates";
import { Disclosure } from "../ui/Disclosure";
import { Failed, Page, type Readable } from "../ui/Page";
import { StatusTag } from "../ui/StatusTag";
import { lazy } from "../ui/lazy";
import { isSent, lockOf, timeWords } from "./lock";
import "./sheet.scss";
import { sheetWords } from "./words";

const AskedOfYou = lazy(async () => (await import("./AskedOfYou")).AskedOfYou, { part: true });

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
  /** What else stands beside the deadline. */
  beside?: ComponentChildren;
  /** What the page shows, which may not have been read again. */
  loaded?: Readable;
  children: ComponentChildren;
}

/** A page of a mark sheet: which sheet it is, how far it is and until when, and the way to its other pages. */
export function SheetPage({ head, here, title, news, beside, loaded, children }: Props) {
  const assessment = `${head.assessment.code} ${head.assessment.title}`;
  const whose = `${seriesTitle(head.series)} · ${head.centre.number} ${head.centre.name}`;
  return (
    <Page
      title={title ?? assessment}
      caption={title ? `${assessment} · ${whose}` : whose}
      beside={
        <div class="cm-screen cm-standing">
          <p class="govuk-body" role={news === undefined ? undefined : "status"}>
            <StatusTag status={head.status} /> {news ?? standing(head, title === undefined)}
          </p>
          <div class="cm-standing__ways">
            {head.may.submit && !isSent(head) && head.status !== "ready" && (
              <Link class="govuk-link" href={`/asked?sheet=${head.id}`}>
                {sheetWords.value.ask}
              </Link>
            )}
            {head.may.enter && !isSent(head) && <AskedOfYou sheet={head.id} />}
            {beside}
          </div>
        </div>
      }
    >
      <Tabs head={head} here={here} />
      {loaded?.error.value && <Failed error={loaded.error.value} retry={() => void loaded.reload()} />}
      {children}
    </Page>
  );
}

/** Until when marks are due and, where they are entered, the highest. */
function standing(head: Head, maximum: boolean): string {
  const { scale } = head.assessment;
  const deadline = sheetWords.value.deadline(day(head.deadline), timeWords(head));
  return maximum && scale.kind === "mark" ? `${deadline} · ${sheetWords.value.maximum(scale.maximum)}` : deadline;
}

/** The sheet's pages, as far as they are of use to this person now. */
function Tabs({ head, here }: { head: Head; here: Place }) {
  const ofBoard = isOfBoard(useCentre());
  const { pages, tabs } = sheetWords.value;
  const marks = (lockOf(head) ? tabs.see : tabs.enter)[head.assessment.scale.kind];
  const names: Partial<Record<Place, string>> = { ...tabs.other, marks };
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
    <nav class="cm-screen cm-tabs" aria-label={pages}>
      <Disclosure label={names[here] ?? pages} folds="narrow">
        <ul>
          {ways
            .filter(([, , shown]) => shown)
            .map(([place, href]) => (
              <li key={place}>
                <Link href={href} aria-current={place === here ? "page" : undefined}>
                  {names[place]}
                </Link>
              </li>
            ))}
        </ul>
      </Disclosure>
    </nav>
  );
}

/** That nothing can be entered any more, and where what was submitted is. */
export const SubmittedNote = ({ sheet }: { sheet: string }) => (
  <p class="govuk-inset-text">
    {sheetWords.value.submitted}{" "}
    <Link class="govuk-link" href={`/sheets/${sheet}/submitted`}>
      {t.value.links.submission}
    </Link>
    .
  </p>
);
