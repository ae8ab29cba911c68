import { Link, useLocation } from "wouter-preact";
import { t } from "../i18n/words";
import { type Place, rolesAt } from "../auth/centre";
import { Disclosure } from "../ui/Disclosure";
import { MenuLink } from "./Menu";
import { askToSignOut } from "./sign-out";

/** Who is signed in, for which of their centres, what its administrators arrange, and the way out. */
export const Account = ({ name, place }: { name?: string; place?: Place }) => (
  <>
    {place && place.me.memberships.length > 1 && <CentreSwitch place={place} />}
    {name && (place ? <Link href="/account">{name}</Link> : <span>{name}</span>)}
    {place && <Link href="/notices">{t.value.links.notices}</Link>}
    {place && rolesAt(place).includes("centre administrator") && <YourCentre />}
    <button type="button" class="cm-link-button" onClick={() => void askToSignOut()}>
      {t.value.shell.signOut}
    </button>
  </>
);

function YourCentre() {
  const [path] = useLocation();
  const { yourCentre } = t.value.shell;
  const entries = [
    { href: "/people", name: t.value.links.people, here: path === "/people" },
    { href: "/settings", name: t.value.links.settings, here: path.startsWith("/settings") },
  ];
  return (
    <Disclosure label={yourCentre} folds="wide" here={entries.some(({ here }) => here)}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <MenuLink {...entry} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const CentreSwitch = ({ place }: { place: Place }) => (
  <label class="cm-centre">
    {t.value.shell.centre}{" "}
    <select class="govuk-select" value={place.centre.number} onChange={(event) => place.choose(event.currentTarget.value)}>
      {place.me.memberships.map(({ centre }) => (
        <option key={centre.number} value={centre.number}>
          {centre.number} {centre.name}
        </option>
      ))}
    </select>
  </label>
);
