import { Candidates } from "../../sheet/Candidates";
import type { OpenSheet } from "../../sheet/open-sheet";
import { inWords } from "../../sheet/row-words";
import type { Route } from "./stops";
import { type Act, type Walk, mismatches } from "./walk";
import { checkWords } from "./words";

interface Props {
  sheet: OpenSheet;
  walk: Walk;
  route: Route;
  act: (act: Act) => boolean;
}

/** The end of the walk: what is not ticked, what to look at again, and who has nothing to check. */
export function LeftToDo({ sheet, walk, route, act }: Props) {
  const words = checkWords.value.left;
  const { id } = sheet.head.value;
  const unticked = route.stops.filter(({ checked }) => !checked);
  const next = unticked.find(({ barred }) => !barred) ?? unticked[0];
  const flagged = route.stops.filter((stop) => stop.flagged).map((stop) => ({ ...stop, words: whoFlagged(sheet, stop.candidate) }));
  const differing = mismatches(walk, route.stops).map((stop) => ({
    ...stop,
    words: words[stop.swapped ? "swapped" : "differs"](inWords(stop.typed, sheet.scale), inWords(stop.text, sheet.scale)),
  }));
  return (
    <section class="cm-left">
      <h2 class="govuk-heading-m cm-heading" tabIndex={-1} data-end>
        {words.title}
      </h2>
      {route.stops.length > 0 && (
        <p class="govuk-body">
          {unticked.length === 0 ? words.nothing : words.unticked(unticked.length)}{" "}
          {next && (
            <button type="button" class="cm-link-button" onClick={() => act({ do: "go", to: next.candidate })}>
              {words.first}
            </button>
          )}
        </p>
      )}
      <Listing title={words.mismatches} sheet={id} list={differing} shown={differing.length} />
      <Listing title={checkWords.value.flagged} sheet={id} list={flagged} shown={flagged.length} />
      <Listing title={words.blank(route.left.length)} sheet={id} list={route.left.map((place) => ({ ...place, words: "" }))} />
    </section>
  );
}

/** Whose flag it is, under a heading that says what it is for. */
const whoFlagged = (sheet: OpenSheet, candidate: string): string => {
  const flag = sheet.row(candidate)?.value.flag;
  const words = checkWords.value;
  return flag && !flag.own ? words.flaggedBy(flag.by) : words.flaggedByYou;
};

const Listing = ({ title, ...listed }: { title: string } & Parameters<typeof Candidates>[0]) =>
  listed.list.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <Candidates {...listed} />
    </>
  );
