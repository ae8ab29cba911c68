import { useSearch } from "wouter-preact";
import { rolesAt, useCentre } from "../../auth/centre";
import { t } from "../../i18n/words";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";
import { AssessmentList } from "./AssessmentList";
import { SearchForm } from "./SearchForm";
import { getFirstWithEntries } from "./api";
import { matching, qualificationsOf } from "./filter";
import { glance, inOrder } from "./glance";

/** A centre's series: its summary, and each assessment with one next step. */
export function Home() {
  const { me, centre, series, alsoOpen = [], allSeries } = useCentre();
  const search = new URLSearchParams(useSearch());
  const menu = search.get("menu") ?? "";
  const chosen = search.get("series");
  const { data, error, reload } = useResource(`${centre.number}|${chosen ?? ""}`, () =>
    getFirstWithEntries(centre.number, chosen ? [chosen] : [series.id, ...alsoOpen]),
  );
  const found = data.value;
  const asked = {
    series: chosen ?? found?.series.id ?? series.id,
    qualification: search.get("qualification") ?? "",
    code: search.get("code") ?? "",
  };
  const all = found?.assessments ?? [];
  const list = inOrder(matching(all, asked));
  const words = t.value.home;
  const title = menu === "submit" || menu === "enter" ? t.value.shell.menu[menu] : words.title;
  const roles = rolesAt({ me, centre });

  return (
    <Page key={search.toString()} title={title} caption={`${centre.number} ${centre.name}`}>
      <SearchForm series={allSeries} asked={asked} menu={menu} qualifications={qualificationsOf(all)} />
      {error.value && <Failed error={error.value} retry={reload} />}
      {!found && !error.value && <Loading />}
      {all.length > 0 && <p class="govuk-body">{glance(words.glance, all)}</p>}
      {found && list.length === 0 && <p class="govuk-inset-text">{all.length > 0 ? words.noMatch : words.noEntries}</p>}
      {found && list.length > 0 && <AssessmentList list={list} people={found.people} roles={roles} />}
    </Page>
  );
}
