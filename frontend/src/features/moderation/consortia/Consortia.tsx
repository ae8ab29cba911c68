import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { useCentre } from "../../../auth/centre";
import { type Say, t } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { moment, seriesTitle } from "../../../lib/dates";
import { centreWords, listed } from "../../../lib/listed";
import { useResource } from "../../../lib/resource";
import { Failed, Loading, Page } from "../../../ui/Page";
import { Said } from "../../../ui/Said";
import { Confirm } from "../../../ui/Confirm";
import { StatusTag } from "../../../ui/StatusTag";
import { ArrangeForm } from "./ArrangeForm";
import { type Line, dissolve, getConsortia } from "./api";
import { consortiaWords } from "./words";
import { Nothing } from "../../../ui/Nothing";

/** The consortia of a series; the board's operators change them. */
export function Consortia() {
  const { series, allSeries } = useCentre();
  const chosen = useSignal(series.id);
  const said = useSignal<Say | undefined>(undefined);
  const { data, error, reload } = useResource(chosen.value, () => getConsortia(chosen.value));
  const words = consortiaWords.value;
  const now = data.value;
  const done = async (say: Say) => {
    said.value = say;
    await reload();
  };
  return (
    <Page title={words.title} caption={words.board}>
      <p class="govuk-body">{words.lead}</p>
      <div class="cm-search">
        <div class="govuk-form-group">
          <label class="govuk-label" for="consortia-series">
            {t.value.home.search.series}
          </label>
          <select class="govuk-select" id="consortia-series" value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {allSeries.map((one) => (
              <option key={one.id} value={one.id}>
                {seriesTitle(one)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Said say={said.value} />
      {error.value && <Failed error={error.value} retry={reload} />}
      {!now && !error.value && <Loading />}
      {now && now.consortia.length === 0 && <Nothing why={words.none} />}
      {now && now.consortia.length > 0 && <ConsortiumList lines={now.consortia} may={now.may} done={done} />}
      {now?.may && <ArrangeForm key={chosen.value} series={chosen.value} now={now} done={done} />}
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href="/board">
            {words.everyCentre}
          </Link>
        </li>
      </ul>
    </Page>
  );
}

interface ListProps {
  lines: Line[];
  may: boolean;
  done: (say: Say) => Promise<void>;
}

function ConsortiumList({ lines, may, done }: ListProps) {
  const words = consortiaWords.value;
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.assessment}</th>
            <th scope="col">{words.centres}</th>
            <th scope="col">{words.arranged}</th>
            {may && (
              <th scope="col">
                <span class="govuk-visually-hidden">{words.dissolve}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.centres[0]?.sheet}>
              <th scope="row">
                <Link class="govuk-link" href={`/board/consortia/${line.centres[0]?.sheet}`} aria-label={words.see(line.assessment)}>
                  {line.assessment}
                </Link>
              </th>
              <td>
                <ul class="govuk-list cm-joined">
                  {line.centres.map(({ centre, sheet, status }) => (
                    <li key={sheet}>
                      <Link class="govuk-link" href={`/board/${sheet}`}>
                        {centreWords(centre)}
                      </Link>{" "}
                      {status ? <StatusTag status={status} /> : <span class="cm-hint-inline">{words.noEntries}</span>}
                    </li>
                  ))}
                </ul>
              </td>
              <td data-label={words.arranged}>{t.value.dates.by(moment(line.arranged.at), line.arranged.by)}</td>
              {may && <td>{line.changeable ? <Dissolve line={line} done={done} /> : <span class="cm-hint">{words.begun}</span>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Dissolve({ line, done }: { line: Line; done: (say: Say) => Promise<void> }) {
  const asking = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = consortiaWords.value;
  const centres = listed(line.centres.map(({ centre }) => centreWords(centre)));
  const now = (close: () => void) =>
    act(async () => {
      await dissolve(line.centres[0]?.sheet ?? "");
      close();
      await done(() => consortiaWords.value.said.dissolved(line.assessment));
    });
  return (
    <>
      <button type="button" class="cm-link-button" onClick={() => (asking.value = true)}>
        {words.dissolve} <span class="govuk-visually-hidden">{words.dissolveThis(line.assessment, centres)}</span>
      </button>
      {asking.value && (
        <Confirm
          title={words.dissolveAsk(line.assessment)}
          yes={words.dissolve}
          act={(close) => void now(close)}
          close={() => (asking.value = false)}
          busy={busy.value}
          fault={fault.value}
        >
          <p class="govuk-body">{words.dissolveDoes(line.centres.length, centres)}</p>
        </Confirm>
      )}
    </>
  );
}
