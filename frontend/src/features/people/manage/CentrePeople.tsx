import { type Signal, useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { isOfBoardAlone, rolesAt, useCentre } from "../../../auth/centre";
import { type Say, t } from "../../../i18n/words";
import { useResource } from "../../../lib/resource";
import { Failed, Page, Unloaded } from "../../../ui/Page";
import { Said } from "../../../ui/Said";
import { AskForRole } from "../ask/AskForRole";
import { InviteForm } from "./InviteForm";
import { PeopleTable } from "./PeopleTable";
import { RoleRequests } from "./RoleRequests";
import { RolesDialog } from "./RolesDialog";
import { getFirstWithEntries } from "../../../api/assessments";
import { type Person, getPeople } from "./api";
import "./people.scss";
import { peopleWords } from "./words";

/** The people of a centre, for its administrators: who is here, what they may do, and who asks for more. */
export function CentrePeople() {
  const place = useCentre();
  const said = useSignal<Say | undefined>(undefined);
  return rolesAt(place).includes("centre administrator") ? (
    <People centre={place.centre} me={place.me.id} series={[place.series.id, ...(place.alsoOpen ?? [])]} said={said} noMore={place.reload} />
  ) : (
    <Page title={peopleWords.value.title}>
      <Said say={said.value} />
      <p class="govuk-body">{isOfBoardAlone(place) ? peopleWords.value.ofBoard : peopleWords.value.onlyAdministrators}</p>
      <AskForRole centre={place.centre} wanted="centre administrator" />
    </Page>
  );
}

interface Props {
  centre: { number: string; name: string };
  me: string;
  /** The series to choose assessments from: the first that the centre has entries in. */
  series: string[];
  /** What was done last. */
  said: Signal<Say | undefined>;
  /** Whoever is signed in took the administrator's role from themselves. */
  noMore: () => Promise<void>;
}

function People({ centre, me, series, said, noMore }: Props) {
  const loaded = useResource(centre.number, () => getPeople(centre.number));
  const entered = useResource(`${centre.number}|${series.join()}`, () => getFirstWithEntries(centre.number, series));
  const list = (entered.data.value?.assessments ?? []).map(({ assessment }) => assessment).toSorted((a, b) => a.code.localeCompare(b.code));
  const changing = useSignal<Person | undefined>(undefined);
  const { data, error, reload } = loaded;
  if (!data.value) return <Unloaded loaded={loaded} />;
  const words = peopleWords.value;
  const { people, requests } = data.value;
  const done = async (say?: Say, next = reload) => {
    await next();
    if (say) said.value = say;
  };
  return (
    <Page title={words.title} caption={`${centre.number} ${centre.name}`}>
      {error.value && <Failed error={error.value} retry={() => void reload()} />}
      {entered.error.value && <Failed error={entered.error.value} retry={() => void entered.reload()} />}
      <Said say={said.value} />
      <RoleRequests centre={centre.number} requests={requests} people={people} done={done} />
      <InviteForm centre={centre.number} people={people} list={list} done={done} />
      <p class="govuk-body">{words.found(people.length)}</p>
      <PeopleTable centre={centre.number} me={me} people={people} change={(person) => (changing.value = person)} done={done} />
      {changing.value && (
        <RolesDialog
          key={changing.value.id}
          centre={centre.number}
          person={changing.value}
          list={list}
          own={changing.value.id === me}
          done={done}
          noMore={noMore}
          close={() => (changing.value = undefined)}
        />
      )}
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href="/settings">
            {t.value.links.settings}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href="/settings/history">
            {words.history}
          </Link>
        </li>
      </ul>
    </Page>
  );
}
