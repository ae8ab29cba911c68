import { Link } from "wouter-preact";
import { isOfBoard, rolesAt, useCentre } from "../../../auth/centre";
import { t } from "../../../i18n/words";
import { useResource } from "../../../lib/resource";
import { Page, Unloaded } from "../../../ui/Page";
import { AskForRole } from "../../people/ask/AskForRole";
import { Older } from "../Older";
import "../history.scss";
import { type PageOf, usePages } from "../use-pages";
import { who } from "../who";
import { type Arranged, getArranged } from "./api";
import { type Line, headline, lines } from "./said";
import { arrangedWords } from "./words";

/** The history of the reader's own centre, for its administrator. */
export function OwnCentreHistory() {
  const place = useCentre();
  const { centre } = place;
  const words = arrangedWords.value;
  if (!rolesAt(place).includes("centre administrator"))
    return (
      <Page title={words.centre.title}>
        <p class="govuk-body">{words.onlyAdministrators}</p>
        <AskForRole centre={centre} wanted="centre administrator" />
      </Page>
    );
  return <CentreHistory centre={centre.number} caption={`${centre.number} ${centre.name}`} back={{ href: "/settings", name: t.value.links.settings }} />;
}

/** The history of a centre, or of the board where none is named, for the board. */
export function BoardHistory({ centre }: { centre?: string }) {
  const words = arrangedWords.value;
  return <CentreHistory centre={centre} caption={centre ? words.ofCentre(centre) : words.board} back={{ href: "/board", name: words.everyCentre }} />;
}

interface Props {
  centre: string | undefined;
  caption: string;
  back: { href: string; name: string };
}

function CentreHistory({ centre, caption, back }: Props) {
  const loaded = useResource(centre ?? "", () => getArranged(centre));
  const { data } = loaded;
  const words = arrangedWords.value[centre ? "centre" : "office"];
  if (!data.value) return <Unloaded loaded={loaded} />;
  return (
    <Page title={words.title} caption={caption}>
      <p class="govuk-body">{words.lead}</p>
      <Entries centre={centre} latest={data.value} none={words.none} />
      <p class="govuk-body">
        <Link class="govuk-link cm-back" href={back.href}>
          {back.name}
        </Link>
      </p>
    </Page>
  );
}

function Entries({ centre, latest, none }: { centre: string | undefined; latest: PageOf<Arranged>; none: string }) {
  const pages = usePages(latest, (before) => getArranged(centre, before));
  const ofBoard = isOfBoard(useCentre());
  const entries = pages.entries.value;
  return (
    <>
      <p class="govuk-body" role="status">
        {entries.length > 0 ? arrangedWords.value.found(entries.length) : none}
      </p>
      <ol class="govuk-list cm-history">
        {entries.map((entry) => (
          <li key={`${entry.at}${entry.what}${entry.about}${entry.series}`}>
            <strong>{headline(entry)}</strong> {who(entry, ofBoard)}
            <Changed lines={lines(entry)} folded={entry.change === "added"} />
          </li>
        ))}
      </ol>
      <Older {...pages} />
    </>
  );
}

/** A table with more lines than this opens on demand. */
const SHOWN = 6;

function Changed({ lines: changed, folded }: { lines: Line[]; folded: boolean }) {
  if (changed.length === 0) return null;
  if (changed.length <= SHOWN && !folded) return <Table lines={changed} />;
  return (
    <details>
      <summary>{arrangedWords.value.details(changed.length)}</summary>
      <Table lines={changed} />
    </details>
  );
}

function Table({ lines: changed }: { lines: Line[] }) {
  const words = arrangedWords.value.lines;
  return (
    <table class="govuk-table cm-table cm-list cm-changes">
      <caption class="govuk-visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-label={words.before}>{before}</td>
            <td data-label={words.after}>
              <strong>{after}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
