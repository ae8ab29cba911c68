import type { Signal } from "@preact/signals";
import { Link } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { ORDERS, STATES, type State, type askedIn, isIn, queryOf } from "./filter";
import type { Typed } from "./SearchForm";
import { homeWords } from "./words";

interface Props {
  /** What is found in any state. */
  found: Schemas["AssessmentSummary"][];
  asked: ReturnType<typeof askedIn>;
  /** What was chosen in the form but not searched for yet, which each link searches for too. */
  typed: Signal<Typed>;
}

/** The states that assessments are in, each a link with their number, and the orders to list them in. */
export function Filters({ found, asked, typed }: Props) {
  const words = homeWords.value;
  const counts = STATES.map((state) => ({ state, count: found.filter((item) => isIn(state, item)).length }));
  const query = (change: Parameters<typeof queryOf>[1]) => queryOf(asked, { ...typed.value, ...change });
  const said = (state: State, count: number) => words.glance[state](count);
  return (
    <>
      <ul class="cm-list-tools" aria-label={words.show}>
        <Choice query={query({ state: "" })} here={asked.state === ""} words={words.all(found.length)} />
        {counts
          .filter(({ state, count }) => count > 0 || state === asked.state)
          .map(({ state, count }) => (
            <Choice key={state} query={query({ state })} here={asked.state === state} words={said(state, count)} />
          ))}
      </ul>
      <ul class="cm-list-tools" aria-label={words.sort}>
        <li class="cm-list-tools__name" aria-hidden="true">
          {words.sort}
        </li>
        {ORDERS.map((order) => (
          <Choice key={order} query={query({ order })} here={asked.order === order} words={words.order[order]} />
        ))}
      </ul>
    </>
  );
}

const Choice = ({ query, here, words }: { query: string; here: boolean; words: string }) => (
  <li>
    <Link class="govuk-link" href={`/${query}`} aria-current={here ? "true" : undefined}>
      {words}
    </Link>
  </li>
);
