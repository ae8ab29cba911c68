import { Link } from "wouter-preact";
import { t } from "../i18n/words";
import { type Place, rolesAt } from "../auth/centre";
import { askToSignOut } from "./sign-out";

/** Who is signed in, for which of their centres, and the way out. */
export const Account = ({ name, place }: { name?: string; place?: Place }) => (
  <>
    {place && place.me.memberships.length > 1 && <CentreSwitch place={place} />}
    {name && <span>{name}</span>}
    {place && <Link href="/notices">{t.value.links.notices}</Link>}
    {place && rolesAt(place).includes("centre administrator") && (
      <>
        <Link href="/people">{t.value.links.people}</Link>
        <Link href="/settings">{t.value.links.settings}</Link>
      </>
    )}
    <button type="button" class="cm-link-button" onClick={() => void askToSignOut()}>
      {t.value.shell.signOut}
    </button>
  </>
);

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
