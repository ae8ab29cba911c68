import { Link } from "wouter-preact";
import { useCentre } from "../../app/centre";
import { en } from "../../i18n/en";
import { moment } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";
import { StatusTag } from "../../ui/StatusTag";
import { getSubmissions } from "./api";

/** Everything the centre has submitted in the series. */
export function SubmittedList() {
  const { centre, series } = useCentre();
  const found = useResource(`${centre.number}|${series.id}`, () => getSubmissions(centre.number, series.id));
  const list = found.data.value?.submissions;
  return (
    <Page title={en.menu.submitted} caption={`${series.title} · ${centre.number} ${centre.name}`}>
      {found.error.value && <Failed error={found.error.value} retry={found.reload} />}
      {!list && !found.error.value && <Loading />}
      {list?.length === 0 && <p class="govuk-inset-text">Nothing has been submitted in this series yet.</p>}
      {list && list.length > 0 && (
        <div class="cm-scroll">
          <table class="govuk-table cm-table cm-list">
            <caption class="govuk-visually-hidden">Submissions, latest first</caption>
            <thead>
              <tr>
                <th scope="col">Assessment</th>
                <th scope="col">Reference</th>
                <th scope="col">Submitted</th>
                <th scope="col">Status</th>
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
                  <td data-label="Reference">{item.reference}</td>
                  <td>
                    {moment(item.submitted_at)}
                    <span class="cm-hint">
                      by {item.submitted_by}
                      {item.late && ", late"}
                    </span>
                  </td>
                  <td>
                    <StatusTag status={item.status} />
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
