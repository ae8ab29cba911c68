import type { Signal } from "@preact/signals";
import { useCentre } from "../../auth/centre";
import { anyOf } from "../../lib/people";
import { HowTo } from "../../sheet/HowTo";
import type { Head } from "../../sheet/open-sheet";
import type { Route } from "./stops";
import { checkWords } from "./words";

interface Props {
  head: Head;
  route: Route;
  /** Whether marks are typed again instead of being read. */
  typing: Signal<boolean>;
}

/** How to check marks, and whether someone else has to. */
export function CheckIntroduction({ head, route, typing }: Props) {
  const words = checkWords.value;
  return (
    <>
      <HowTo page="check">{typing.value ? words.howTyping : words.how}</HowTo>
      {head.second_checker && <SecondPerson head={head} route={route} />}
      <div class="govuk-checkboxes govuk-checkboxes--small cm-again">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id="again"
            type="checkbox"
            checked={typing.value}
            onChange={(event) => (typing.value = event.currentTarget.checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for="again">
            {words.again}
          </label>
        </div>
      </div>
    </>
  );
}

function SecondPerson({ head, route }: { head: Head; route: Route }) {
  const { me } = useCentre();
  const words = checkWords.value;
  const unticked = route.stops.filter(({ checked }) => !checked);
  const own = unticked.filter(({ barred }) => barred === "own").length;
  const others = anyOf(head.submitters.filter((name) => name !== me.name));
  return (
    <p class="govuk-inset-text">
      {words.second}
      {own > 0 && ` ${words.own(own, unticked.length)}`}
      {own > 0 && others && ` ${words.ask(others)}`}
    </p>
  );
}
