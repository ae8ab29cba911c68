import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { api, body, type Schemas } from "../../api/client";
import { en } from "../../i18n/en";
import { moment } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";

type Entry = Schemas["HistoryEntry"];

const getHistory = (sheet: string, before?: string) =>
  body(api.GET("/v1/sheets/{sheet}/history", { params: { path: { sheet }, query: before ? { before } : {} } }));

/** Who changed what on a sheet, latest first. */
export function History({ sheet }: { sheet: string }) {
  const older = useSignal<Entry[]>([]);
  const first = useResource(sheet, () => getHistory(sheet));
  const next = useSignal<string | null | undefined>(undefined);
  const shown = first.data.value;
  const before = next.value === undefined ? shown?.before : next.value;

  const more = async () => {
    if (!before) return;
    const page = await getHistory(sheet, before);
    older.value = [...older.value, ...page.entries];
    next.value = page.before;
  };
  return (
    <Page title="Who changed what" caption={sheet}>
      {first.error.value && <Failed error={first.error.value} retry={first.reload} />}
      {!shown && !first.error.value && <Loading />}
      <ol class="govuk-list cm-history">
        {[...(shown?.entries ?? []), ...older.value].map((entry) => (
          <li key={`${entry.version}${entry.what}`}>
            <strong>{en.what[entry.what] ?? entry.what}</strong> {moment(entry.at)} by {entry.by}, {en.channel[entry.channel]}
            {entry.changes.length > 0 && <Changes entry={entry} />}
          </li>
        ))}
      </ol>
      {before && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void more()}>
          Show older
        </button>
      )}
      <p class="govuk-body">
        <Link class="govuk-link" href={`/sheets/${sheet}`}>
          Back to the marks
        </Link>
      </p>
    </Page>
  );
}

const Changes = ({ entry }: { entry: Entry }) => (
  <ul class="govuk-list govuk-list--bullet">
    {entry.changes.map((change) => (
      <li key={change.candidate}>
        {change.candidate}:{" "}
        {change.before === change.after ? change.after : `${change.before ?? "nothing"} to ${change.after ?? "nothing"}`}
        {change.checked ? ", checked" : ", not checked"}
      </li>
    ))}
  </ul>
);
