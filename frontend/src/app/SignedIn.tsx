import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Link, useLocation, useSearch } from "wouter-preact";
import type { Schemas } from "../api/client";
import { session, signIn, signOut } from "../auth/session";
import { getMe, getSeries } from "../features/home/api";
import { en } from "../i18n/en";
import { useResource } from "../lib/resource";
import { Failed, Loading, Page } from "../ui/Page";
import { Shell } from "./Shell";
import { CentreContext, type Place } from "./centre";

const CHOSEN = "centremark.centre";

/** Everything behind the sign-in: knows who and for which centre before any page is shown. */
export function SignedIn({ children }: { children: ComponentChildren }) {
  const start = useResource("start", async () => {
    const [me, { series }] = await Promise.all([getMe(), getSeries()]);
    return { me, series };
  });
  const chosen = useSignal(sessionStorage.getItem(CHOSEN));
  const { data, error } = start;
  if (error.value && !data.value) {
    return (
      <Shell nav={<Account />}>
        <Page title="Centremark cannot be reached">
          {session.value === "expired" ? <Expired /> : <Failed error={error.value} retry={start.reload} />}
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
  const { me, series } = data.value;
  const membership = me.memberships.find((m) => m.centre.number === chosen.value) ?? me.memberships[0];
  const latest = series[0];
  if (!membership || !latest) {
    return (
      <Shell nav={<Account name={me.name} />}>
        <Page title="You do not belong to a centre yet">
          <p class="govuk-body">Ask your centre administrator to give you a role, then try again.</p>
        </Page>
      </Shell>
    );
  }
  const choose = (centre: string) => {
    sessionStorage.setItem(CHOSEN, centre);
    chosen.value = centre;
  };
  const place: Place = { me, centre: membership.centre, series: latest, allSeries: series, choose };
  return (
    <CentreContext.Provider value={place}>
      <Shell nav={<Menu place={place} />}>
        {session.value === "expired" && <Expired />}
        {children}
      </Shell>
    </CentreContext.Provider>
  );
}

const current = (here: boolean) => ({ "aria-current": here ? ("page" as const) : undefined });

function Menu({ place }: { place: Place }) {
  const [path] = useLocation();
  const menu = new URLSearchParams(useSearch()).get("menu");
  return (
    <>
      <nav aria-label="Coursework and tests" class="cm-nav">
        <Link href="/?menu=enter" {...current(path === "/" && menu === "enter")}>
          {en.menu.enter}
        </Link>
        <Link href="/?menu=submit" {...current(path === "/" && menu === "submit")}>
          {en.menu.submit}
        </Link>
        <Link href="/submitted" {...current(path === "/submitted")}>
          {en.menu.submitted}
        </Link>
      </nav>
      <Account name={place.me.name}>
        {place.me.memberships.length > 1 && <CentreSwitch memberships={place.me.memberships} place={place} />}
      </Account>
    </>
  );
}

const CentreSwitch = ({ memberships, place }: { memberships: Schemas["MembershipOut"][]; place: Place }) => (
  <label class="cm-centre">
    Centre{" "}
    <select class="govuk-select" value={place.centre.number} onChange={(event) => place.choose(event.currentTarget.value)}>
      {memberships.map(({ centre }) => (
        <option key={centre.number} value={centre.number}>
          {centre.number} {centre.name}
        </option>
      ))}
    </select>
  </label>
);

const Account = ({ name, children }: { name?: string; children?: ComponentChildren }) => (
  <div class="cm-account">
    {children}
    {name && <span>{name}</span>}
    <button type="button" class="cm-link-button" onClick={() => void signOut()}>
      Sign out
    </button>
  </div>
);

const Expired = () => (
  <div class="govuk-notification-banner" role="alert">
    <div class="govuk-notification-banner__content">
      <p class="govuk-notification-banner__heading">You have been signed out to keep marks safe.</p>
      <p class="govuk-body">What you see stays as it is until you leave the page. Sign in again to save it.</p>
      <button type="button" class="govuk-button" onClick={() => void signIn()}>
        Sign in again
      </button>
    </div>
  </div>
);
