import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { qualificationsOf } from "../../api/assessments";
import { heldAt, useCentre } from "../../auth/centre";
import { t } from "../../i18n/words";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";
import { lazy } from "../../ui/lazy";
import { AssessmentList } from "./AssessmentList";
import { Filters } from "./Filters";
import { SearchForm, type Typed } from "./SearchForm";
import { EVERYTHING, colleaguesOf, isReady, listed, matching, queryOf, responsibleOf } from "./filter";
import { mayAsk, mayEnter, maySubmit } from "./next-step";
import { useAsked } from "./use-asked";
import { homeWords } from "./words";
import { Nothing } from "../../ui/Nothing";

const loadDue = async () => (await import("./due/Due")).Due;
const Due = lazy(loadDue);
const AskForRole = lazy(async () => (await import("../people/ask/AskForRole")).AskForRole, { part: true });
const YouWereAsked = lazy(async () => (await import("../requests/YouWereAsked")).YouWereAsked, { part: true });

/** A centre's series: what is due, and each assessment with one next step. */
export function Home() {
  const { me, centre, series, allSeries } = useCentre();
  const { asked, query, loadDesk } = useAsked();
  const results = useRef<HTMLHeadingElement>(null);
  const { data, error, reload } = useResource(`${centre.number}|${asked.series}`, loadDesk);
  const typed = useSignal<Typed>({});
  const narrowed = queryOf(asked, { state: "", order: "" });
  useEffect(() => void loadDue(), []);
  useEffect(() => void (typed.value = {}), [typed, narrowed]);
  const { found, current = [] } = data.value ?? {};
  const { assessments: all = [], departments = [] } = found ?? {};
  const ofAll = current.flatMap(({ assessments }) => assessments);
  const inAnyState = matching(all, departments, asked);
  const list = listed(all, departments, asked);
  const words = homeWords.value;
  const title = asked.menu === "submit" || asked.menu === "enter" ? t.value.shell.menu[asked.menu] : words.title;
  const held = heldAt({ me, centre });

  return (
    <Page title={title} caption={`${centre.number} ${centre.name}`}>
      {found && !mayEnter(held) && <AskForRole centre={centre} wanted="enter marks" />}
      {ofAll.length > 0 && <YouWereAsked assessments={ofAll} reload={reload} />}
      {found && ofAll.length > 0 && <Due listed={found.series.id} current={current} held={held} />}
      <h2 class="govuk-heading-m cm-heading" tabIndex={-1} ref={results} aria-live="polite">
        {found ? words.shown(list.length, all.length) : words.list.caption}
      </h2>
      <SearchForm
        key={narrowed}
        series={allSeries}
        departments={departments}
        qualifications={qualificationsOf(all)}
        teachers={responsibleOf(all)}
        asked={{ ...asked, series: asked.series || (found?.series.id ?? series.id) }}
        typed={typed}
        searched={() => results.current?.focus()}
      />
      {error.value && <Failed error={error.value} retry={reload} />}
      {!found && !error.value && <Loading />}
      {all.length > 0 && <Filters found={inAnyState} asked={asked} typed={typed} />}
      {found && all.length === 0 && <Nothing why={words.noEntries} />}
      {all.length > 0 && list.length === 0 && <Nothing why={words.noMatch} to={`/${queryOf(asked, EVERYTHING)}`} way={words.showAll(all.length)} />}
      {found && list.length > 0 && (
        <>
          <Together
            query={query}
            count={list.length}
            ready={list.filter((item) => isReady(item) && maySubmit(held, item.assessment.code)).length}
            remind={mayAsk(held) ? colleaguesOf(list) : 0}
          />
          <AssessmentList list={list} people={found.people} held={held} />
        </>
      )}
    </Page>
  );
}

/** What can be done with every assessment that is listed. */
function Together({ query, count, ready, remind }: { query: string; count: number; ready: number; remind: number }) {
  const words = homeWords.value.together;
  const links = [
    ...(ready > 0 ? [{ page: "/submit-ready", words: words.submit(ready) }] : []),
    ...(remind > 0 ? [{ page: "/remind", words: words.remind(remind) }] : []),
    { page: "/print-all", words: words.print(count) },
    { page: "/progress", words: words.progress },
  ];
  return (
    <ul class="cm-list-tools" aria-label={words.name}>
      {links.map(({ page, words: text }) => (
        <li key={page}>
          <Link class="govuk-link" href={page + query}>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
