import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { useCentre } from "../../app/centre";
import { t } from "../../i18n/words";
import { day, moment, seriesTitle } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";
import { StageTag } from "./StageTag";
import { type Line, getSheets } from "./api";
import { type Asked, matching } from "./lines";

const STAGES = ["waiting", "open", "submitted", "confirmed", "in moderation", "moderated"] as const;
/** Shown before one asks for more. */
const SHOWN = 100;

/** Every centre's sheets of a series, for the exam board's people. */
export function Board() {
  const { series, allSeries } = useCentre();
  const chosen = useSignal(series.id);
  const asked = useSignal<Asked>({ assessment: "", centre: "", stage: "" });
  const all = useSignal(false);
  const { data, error, reload } = useResource(chosen.value, () => getSheets(chosen.value));
  const words = t.value.board;
  const found = data.value && matching(data.value.sheets, asked.value);
  const ask = (part: Partial<Asked>) => {
    asked.value = { ...asked.value, ...part };
  };
  return (
    <Page title={words.title} caption={words.caption}>
      <div class="cm-search">
        <div class="govuk-form-group">
          <label class="govuk-label" for="board-series">
            {t.value.home.search.series}
          </label>
          <select class="govuk-select" id="board-series" value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {allSeries.map((one) => (
              <option key={one.id} value={one.id}>
                {seriesTitle(one)}
              </option>
            ))}
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="board-assessment">
            {t.value.home.search.code}
          </label>
          <input class="govuk-input" id="board-assessment" autocomplete="off" onInput={(event) => ask({ assessment: event.currentTarget.value })} />
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="board-centre">
            {words.centre}
          </label>
          <input class="govuk-input" id="board-centre" autocomplete="off" onInput={(event) => ask({ centre: event.currentTarget.value })} />
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="board-stage">
            {words.state}
          </label>
          <select class="govuk-select" id="board-stage" value={asked.value.stage} onChange={(event) => ask({ stage: event.currentTarget.value })}>
            <option value="">{words.anyState}</option>
            {STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {words.stage[stage]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="govuk-body">
        <Link class="govuk-link" href="/board/consortia">
          {t.value.consortia.link}
        </Link>
      </p>
      {error.value && <Failed error={error.value} retry={reload} />}
      {!found && !error.value && <Loading />}
      {found && (
        <p class="govuk-body" role="status">
          {words.found(found.length)}
        </p>
      )}
      {found && found.length > 0 && <List lines={all.value ? found : found.slice(0, SHOWN)} />}
      {found && found.length > SHOWN && !all.value && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => (all.value = true)}>
          {words.showAll(found.length)}
        </button>
      )}
    </Page>
  );
}

function List({ lines }: { lines: Line[] }) {
  const words = t.value.board;
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.sheet}</th>
            <th scope="col" class="cm-number">
              {words.candidates}
            </th>
            <th scope="col">{words.submitted}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.sheet}>
              <th scope="row">
                <Link class="govuk-link" href={`/board/${line.sheet}`}>
                  {line.assessment} {line.centre.number}
                </Link>
                <span class="cm-hint">{line.centre.name}</span>
              </th>
              <td class="cm-number" data-label={words.candidates}>
                {line.candidates}
              </td>
              <td>
                {line.submitted_at && moment(line.submitted_at)}
                {line.late && <span class="cm-hint cm-late">{words.late}</span>}
              </td>
              <td>
                <StageTag stage={line.stage} />
                {line.amendments_waiting > 0 && <span class="cm-hint">{words.waiting(line.amendments_waiting)}</span>}
                {line.sampled > 0 && <span class="cm-hint">{words.sent(line.sent, line.sampled, line.due ? day(line.due) : "")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
