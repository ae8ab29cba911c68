import { Link } from "wouter-preact";
import { useCentre } from "../../../auth/centre";
import { t } from "../../../i18n/words";
import { moment, seriesTitle } from "../../../lib/dates";
import { useResource } from "../../../lib/resource";
import { Failed, Loading, Page } from "../../../ui/Page";
import { StatusTag } from "../../../ui/StatusTag";
import { getSubmissions } from "./api";
import { submittedWords } from "./words";
import { Nothing } from "../../../ui/Nothing";

/** Everything the centre has submitted in the series. */
export function SubmittedList() {
  const { centre, series } = useCentre();
  const found = useResource(`${centre.number}|${series.id}`, () => getSubmissions(centre.number, series.id));
  const list = found.data.value?.submissions;
  const { kind, list: words } = submittedWords.value;
  return (
    <Page title={t.value.shell.menu.submitted} caption={`${seriesTitle(series)} · ${centre.number} ${centre.name}`}>
      {found.error.value && <Failed error={found.error.value} retry={found.reload} />}
      {!list && !found.error.value && <Loading />}
      {list?.length === 0 && <Nothing why={words.none} to="/" way={t.value.shell.notFound.home} />}
      {list && list.length > 0 && (
        <div class="cm-scroll">
          <table class="govuk-table cm-table cm-list">
            <caption class="govuk-visually-hidden">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.assessment}</th>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.reference}</th>
                <th scope="col">{words.submitted}</th>
                <th scope="col">{words.status}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((item) => (
                <tr key={item.reference}>
                  <th scope="row">
                    <Link class="govuk-link" href={`/sheets/${item.sheet}/submitted`}>
                      {item.assessment.code} {item.assessment.title}
                    </Link>
                  </th>
                  <td data-label={words.number}>{kind[item.kind](item.number)}</td>
                  <td data-label={words.reference}>{item.reference}</td>
                  <td>
                    {moment(item.submitted_at)}
                    <span class="cm-hint">{(item.late ? words.lateBy : words.by)(item.submitted_by)}</span>
                  </td>
                  <td>
                    <StatusTag status={item.sheet_status} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
