import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import type { Schemas } from "../../../api/client";
import { useCentre } from "../../../auth/centre";
import { t } from "../../../i18n/words";
import { useResource } from "../../../lib/resource";
import { Page, Unloaded } from "../../../ui/Page";
import { listed } from "../../home/filter";
import { useAsked } from "../../home/use-asked";
import "../print.scss";
import { AllPapers } from "./AllPapers";
import { AllSlips } from "./AllSlips";
import "./print-all.scss";
import { printAllWords } from "./words";
import { Nothing } from "../../../ui/Nothing";

type Summary = Schemas["AssessmentSummary"];

/** Print the mark sheets that the address asks for, or make the slips for their candidates. */
export function PrintAll() {
  const { centre } = useCentre();
  const { asked, query, load } = useAsked();
  const loaded = useResource(`${centre.number}${query}`, async () => {
    const found = await load();
    return listed(found.assessments, found.departments, asked);
  });
  const list = loaded.data.value;
  if (!list) return <Unloaded loaded={loaded} />;
  const words = printAllWords.value;
  return (
    <Page title={words.title} caption={`${centre.number} ${centre.name}`}>
      <div class="cm-screen">
        {list.length === 0 && <Nothing why={words.none} />}
        <p class="govuk-body">
          <Link class="govuk-link" href={`/${query}`}>
            {words.back}
          </Link>
        </p>
      </div>
      {list.length > 0 && <Chosen key={query} list={list} />}
    </Page>
  );
}

function Chosen({ list }: { list: Summary[] }) {
  const left = useSignal<ReadonlySet<string>>(new Set());
  const chosen = list.filter(({ sheet }) => !left.value.has(sheet));
  const words = printAllWords.value;
  const choose = (sheets: string[], on: boolean) => {
    const next = new Set(left.value);
    for (const sheet of sheets)
      if (on) next.delete(sheet);
      else next.add(sheet);
    left.value = next;
  };
  const all = list.map(({ sheet }) => sheet);
  return (
    <>
      <fieldset class="govuk-fieldset cm-screen">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words.which(chosen.length, list.length)}</legend>
        <p class="cm-choose-all">
          <button type="button" class="cm-link-button" onClick={() => choose(all, true)}>
            {words.all}
          </button>
          <button type="button" class="cm-link-button" onClick={() => choose(all, false)}>
            {words.nothing}
          </button>
        </p>
        <ul class="cm-choose">
          {list.map(({ sheet, assessment, status }) => (
            <li key={sheet}>
              <input
                type="checkbox"
                id={`print-${sheet}`}
                checked={!left.value.has(sheet)}
                onChange={(event) => choose([sheet], event.currentTarget.checked)}
              />
              <label for={`print-${sheet}`}>
                <strong>{assessment.code}</strong> {assessment.title} <span class="cm-hint-inline">{t.value.outcomes.status[status]}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div class="cm-screen">
        <AllSlips chosen={chosen} />
      </div>
      <AllPapers chosen={chosen} />
    </>
  );
}
