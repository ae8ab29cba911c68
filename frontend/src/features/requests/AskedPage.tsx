import { useSignal } from "@preact/signals";
import { useSearch } from "wouter-preact";
import { rolesAt, useCentre } from "../../auth/centre";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { seriesTitle } from "../../lib/dates";
import { newKey } from "../../lib/new-key";
import { anyOf } from "../../lib/people";
import { useResource } from "../../lib/resource";
import { Failed, Page, Unloaded } from "../../ui/Page";
import { Said } from "../../ui/Said";
import { getFirstWithEntries } from "../../api/assessments";
import { AskForRole } from "../people/ask/AskForRole";
import { AskColleague } from "./AskColleague";
import { AskedList } from "./AskedList";
import { type Asked, askColleague } from "./api";
import { allAsked } from "./asked";
import "./requests.scss";
import { requestWords } from "./words";
import { Nothing } from "../../ui/Nothing";

/** Ask colleagues for marks of a series, and follow what was asked. */
export function AskedPage() {
  const place = useCentre();
  const { centre, series, alsoOpen = [] } = place;
  const search = new URLSearchParams(useSearch());
  const first = search.get("sheet") ?? "";
  const chosen = search.get("series") ?? first.slice(0, "2027-06".length);
  const loaded = useResource(`${centre.number}|${chosen}`, () => getFirstWithEntries(centre.number, chosen ? [chosen] : [series.id, ...alsoOpen]));
  const said = useSignal<{ say: Say; back: Asked | undefined } | undefined>(undefined);
  const again = useAct();
  const found = loaded.data.value;
  if (!found) return <Unloaded loaded={loaded} />;
  const words = requestWords.value;
  const mayAsk = rolesAt(place).includes("submit marks");
  const all = allAsked(found.assessments);
  const open = found.assessments.filter(({ window, submission, late_entries }) => window !== "closed" && (!submission || late_entries > 0));
  const done = async (say: Say, back?: Asked) => {
    await loaded.reload();
    said.value = { say, back };
  };
  const askAgain = (back: Asked) =>
    again.act(async () => {
      const { to, groups, due } = back.request;
      await askColleague(back.sheet.sheet, { to: to.id, groups, due }, newKey());
      await done(() => requestWords.value.form.asked(to.name));
    });
  const back = said.value?.back;
  return (
    <Page title={words.page.title} caption={`${seriesTitle(found.series)} · ${centre.number} ${centre.name}`}>
      <Said say={said.value?.say}>
        {back && (
          <>
            {" "}
            <button type="button" class="cm-link-button" aria-disabled={again.busy.value} onClick={() => void askAgain(back)}>
              {words.list.askAgain}
            </button>
          </>
        )}
      </Said>
      {loaded.error.value && <Failed error={loaded.error.value} retry={() => void loaded.reload()} />}
      {!mayAsk && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.page.mayNot(anyOf(found.people.submit))}</p>
          <AskForRole centre={centre} wanted="submit marks" />
        </div>
      )}
      {mayAsk && <p class="govuk-body">{words.page.lead}</p>}
      {mayAsk && open.length === 0 && <Nothing why={words.page.nothingOpen} />}
      {mayAsk && open.length > 0 && <AskColleague open={open} first={first} asked={(name) => done(() => requestWords.value.form.asked(name))} />}
      {all.length === 0 ? (
        <Nothing why={words.page.none} />
      ) : (
        <AskedList all={all} mayAsk={mayAsk} centre={centre.number} series={found.series.id} done={done} />
      )}
    </Page>
  );
}
