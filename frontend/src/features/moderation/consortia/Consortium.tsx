import { Link } from "wouter-preact";
import { t } from "../../../i18n/words";
import { moment, seriesTitle } from "../../../lib/dates";
import { useResource } from "../../../lib/resource";
import { outcomeColumn, outcomeWords } from "../../../sheet/outcome-words";
import type { Scale } from "../../../sheet/parse";
import { Failed, Page, Unloaded } from "../../../ui/Page";
import { Arrangement } from "../Arrangement";
import { WorkTag } from "../WorkTag";
import { moderationWords } from "../words";
import { Members } from "./Members";
import { getConsortium } from "./api";
import { type Work, wholeSample } from "./whole-sample";
import { consortiaWords } from "./words";

/** A consortium for the board: each centre's state, and the one sample over all of them. */
export function Consortium({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, () => getConsortium(sheet));
  const { error, reload } = loaded;
  const now = loaded.data.value;
  if (!now) return <Unloaded loaded={loaded} />;
  const words = consortiaWords.value.review;
  const { assessment, centres, series } = now;
  const works = wholeSample(centres, assessment.scale);
  const begun = centres.find(({ moderation }) => moderation.due)?.moderation;
  return (
    <Page title={`${assessment.code} ${assessment.title}`} caption={words.caption(seriesTitle(series))}>
      {error.value && <Failed error={error.value} retry={reload} />}
      {centres.length === 1 && <p class="govuk-body">{words.alone}</p>}
      <Members members={centres} />
      {begun && <Arrangement now={{ ...begun, sample: works, overdue: centres.some(({ moderation }) => moderation.overdue) }} of="all" />}
      <h2 class="govuk-heading-m">{consortiaWords.value.together.sample}</h2>
      {begun ? (
        <>
          <p class="govuk-body">{words.order}</p>
          <Sample works={works} scale={assessment.scale} />
        </>
      ) : (
        <p class="govuk-body">{words.notBegun}</p>
      )}
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href="/board/consortia">
            {words.back}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href="/board">
            {consortiaWords.value.everyCentre}
          </Link>
        </li>
      </ul>
    </Page>
  );
}

function Sample({ works, scale }: { works: Work[]; scale: Scale }) {
  const words = moderationWords.value.sample;
  const { centre: centreTitle } = consortiaWords.value.review;
  const aligned = outcomeColumn(scale);
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{centreTitle}</th>
            <th scope="col">{words.candidate}</th>
            <th scope="col" class={aligned}>
              {t.value.outcomes.scale[scale.kind]}
            </th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {works.map((work) => (
            <tr key={`${work.centre.number} ${work.candidate}`}>
              <td data-label={centreTitle}>{work.centre.number}</td>
              <th scope="row">
                {work.candidate} {work.name}
              </th>
              <td class={aligned} data-label={t.value.outcomes.scale[scale.kind]}>
                {outcomeWords(work.outcome, scale)}
              </td>
              <td data-label={words.why}>{work.replaces ? words.replaces(work.replaces) : moderationWords.value.why[work.why]}</td>
              <td>
                <WorkTag state={work.state} />
                {work.told && <span class="cm-hint">{moment(work.told.at)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
