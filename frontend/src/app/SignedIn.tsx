import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { covered, idle, session } from "../auth/session";
import { getMe, getSeries } from "../features/home/api";
import { t } from "../i18n/words";
import { useResource } from "../lib/resource";
import { lazy } from "../ui/lazy";
import { RefusedContext } from "../ui/refused";
import { Failed, Loading, Page } from "../ui/Page";
import { Account } from "./Account";
import { Contact } from "./Contact";
import { Covered } from "./Covered";
import { Expired } from "./Expired";
import { keepCentre, openingMembership } from "./chosen-centre";
import { IdleWarning } from "./IdleWarning";
import { Menu } from "./Menu";
import { NewVersion } from "./NewVersion";
import { Shell } from "./Shell";
import { BOARD_OFFICE, CentreContext, type Place, isOfBoard } from "../auth/centre";

const RoleNeeded = lazy(async () => (await import("../features/people/ask/RoleNeeded")).RoleNeeded);
const roleNeeded = () => <RoleNeeded />;

/** Every page behind the sign-in: loads who is signed in, and their centre, before any page is shown. */
export function SignedIn({ children }: { children: ComponentChildren }) {
  const start = useResource("start", async () => {
    const [me, { series, first }] = await Promise.all([getMe(), getSeries()]);
    return { me, series, first };
  });
  const chosen = useSignal("");
  const { data, error } = start;
  const words = t.value.shell;
  if (error.value && !data.value) {
    return (
      <Shell account={<Account />}>
        <Page title={words.unreachable.title}>
          {session.value === "expired" ? <Expired /> : <Failed error={error.value} retry={start.reload} />}
          <Contact />
        </Page>
      </Shell>
    );
  }
  if (!data.value) {
    return (
      <Shell>
        <Loading />
      </Shell>
    );
  }
  const { me, series, first } = data.value;
  const membership = me.memberships.find((m) => m.centre.number === chosen.value) ?? openingMembership(me);
  const centre = membership?.centre ?? (isOfBoard({ me }) ? BOARD_OFFICE : undefined);
  const current = series.find(({ id }) => id === first[0]);
  if (!centre || !current) {
    return (
      <Shell account={<Account name={me.name} />}>
        <Page title={words.noCentre.title}>
          <p class="govuk-body">{words.noCentre.advice}</p>
          <Contact />
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void start.reload()}>
            {words.again}
          </button>
        </Page>
      </Shell>
    );
  }
  const choose = (number: string) => {
    keepCentre(me, number);
    chosen.value = number;
  };
  const hidden = covered.value;
  const place: Place = { me, centre, series: current, alsoOpen: first.slice(1), allSeries: series, choose, reload: start.reload };
  return (
    <CentreContext.Provider value={place}>
      <RefusedContext.Provider value={roleNeeded}>
        <Shell nav={!hidden && <Menu place={place} />} account={!hidden && <Account name={me.name} place={place} />}>
          {hidden && <Covered />}
          <div hidden={hidden}>
            <NewVersion />
            {session.value === "expired" && <Expired />}
            {idle.value.state === "warning" && <IdleWarning secondsLeft={idle.value.secondsLeft} />}
            {children}
          </div>
        </Shell>
      </RefusedContext.Provider>
    </CentreContext.Provider>
  );
}
