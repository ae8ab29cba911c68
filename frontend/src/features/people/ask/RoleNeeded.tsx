import { useEffect } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { type Place, isOfBoard, useCentre } from "../../../auth/centre";
import { t } from "../../../i18n/words";
import { Page } from "../../../ui/Page";
import { AskForRole } from "./AskForRole";
import { askWords } from "./words";

/**
 * In place of a page that the service refuses to someone's roles: what they may do is read again, because it changed
 * since they signed in, and who gives the role is named.
 */
export function RoleNeeded() {
  const place = useCentre();
  const [path] = useLocation();
  return path.startsWith("/board") && !isOfBoard(place) ? <BoardNeeded /> : <RoleOfCentre place={place} />;
}

function RoleOfCentre({ place: { centre, reload } }: { place: Place }) {
  const words = askWords.value.needed;
  useEffect(() => void reload(), [reload]);
  return (
    <Page title={words.title}>
      <p class="govuk-body">{words.changed}</p>
      <AskForRole centre={centre} wanted="centre administrator" />
      <Home />
    </Page>
  );
}

/** In place of a page of the board, for someone who is not of it. */
function BoardNeeded() {
  const words = askWords.value.needed;
  return (
    <Page title={words.title}>
      <p class="govuk-body">{words.board}</p>
      <Home />
    </Page>
  );
}

const Home = () => (
  <p class="govuk-body">
    <Link class="govuk-link" href="/">
      {t.value.shell.notFound.home}
    </Link>
  </p>
);
