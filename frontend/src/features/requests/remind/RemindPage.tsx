import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { rolesAt, useCentre } from "../../../auth/centre";
import type { Schemas } from "../../../api/client";
import type { Say } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { day } from "../../../lib/dates";
import { newKey } from "../../../lib/new-key";
import { anyOf } from "../../../lib/people";
import { sheetWords } from "../../../sheet/words";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { useLacks } from "../../../ui/lacks";
import { Nothing } from "../../../ui/Nothing";
import { Page } from "../../../ui/Page";
import { Refusal } from "../../../ui/Refusal";
import { Said } from "../../../ui/Said";
import { type Asked, type Summary, remind } from "../api";
import { lacksOf, partOf, placeOf, remindedWords, resultWords } from "../asked";
import "../requests.scss";
import { requestWords } from "../words";
import { type ToRemind, callsFor, isFree, notAsked, toRemind } from "./to-remind";
import { remindWords } from "./words";

interface Props {
  /** The assessments to remind of. */
  list: Summary[];
  series: string;
  /** Who may submit marks, by name. */
  submitters: string[];
  /** Where the list of assessments is. */
  home: string;
  reload: () => Promise<unknown>;
}

/** Review who is asked for some assessments and what they lack, and remind them together. */
export function RemindPage({ list, series, submitters, home, reload }: Props) {
  const place = useCentre();
  const said = useSignal<Say | undefined>(undefined);
  const left = useSignal<ReadonlySet<string>>(new Set());
  const { busy, fault, act } = useAct();
  const { centre } = place;
  const words = remindWords.value;
  const mayAsk = rolesAt(place).includes("submit marks");
  const people = toRemind(list);
  const free = people.filter((one) => one.asked.some(isFree));
  const chosen = free.filter((one) => !left.value.has(one.id));
  const form = useLacks({ [boxOf(free[0])]: chosen.length === 0 ? words.noneChosen : undefined });

  const choose = (id: string, on: boolean) => {
    left.value = new Set(on ? [...left.value].filter((one) => one !== id) : [...left.value, id]);
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    const calls = callsFor(chosen);
    await act(async () => {
      const results: Schemas["RemindedOut"][] = [];
      for (const call of calls) {
        const asked = call.map(({ sheet, request }) => ({ sheet: sheet.sheet, number: request.number }));
        results.push(...(await remind(centre.number, series, asked, newKey())).results);
      }
      said.value = () => resultWords(results, calls.flat());
    });
    await reload();
  };
  return (
    <Page title={words.title} caption={`${centre.number} ${centre.name}`}>
      <Said say={said.value} />
      {!mayAsk && <p class="govuk-inset-text">{words.mayNot(anyOf(submitters))}</p>}
      {mayAsk && people.length === 0 && <Nothing why={words.none} />}
      {mayAsk && people.length > 0 && (
        <form onSubmit={(event) => void send(event)} noValidate>
          <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
          <p class="govuk-body">{words.lead}</p>
          <ul class="cm-remind">
            {people.map((one) => (
              <Colleague key={one.id} one={one} chosen={chosen.includes(one)} choose={(on) => choose(one.id, on)} />
            ))}
          </ul>
          <Refusal fault={fault.value} />
          {free.length > 0 && (
            <button type="submit" class="govuk-button" aria-disabled={busy.value}>
              {words.send(chosen.length)}
            </button>
          )}
        </form>
      )}
      {mayAsk && <NotAsked list={notAsked(list)} />}
      <p class="govuk-body">
        <Link class="govuk-link" href={home}>
          {words.back}
        </Link>
      </p>
    </Page>
  );
}

/** The id of a colleague's box. */
const boxOf = (one: ToRemind | undefined) => `remind-${one?.id}`;

/** A colleague to choose, with everything that is missing of theirs. */
function Colleague({ one, chosen, choose }: { one: ToRemind; chosen: boolean; choose: (on: boolean) => void }) {
  const id = boxOf(one);
  return (
    <li>
      {one.asked.some(isFree) ? (
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={id}
              checked={chosen}
              aria-label={remindWords.value.choose(one.name)}
              onChange={(event) => choose(event.currentTarget.checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={id}>
              <strong>{one.name}</strong>
            </label>
          </div>
        </div>
      ) : (
        <strong>{one.name}</strong>
      )}
      <ul>
        {one.asked.map((asked) => (
          <li key={`${asked.sheet.sheet} ${asked.request.number}`}>
            <What asked={asked} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function What({ asked }: { asked: Asked }) {
  const { request } = asked;
  const words = requestWords.value;
  return (
    <>
      <Link class="govuk-link" href={placeOf(asked)}>
        {partOf(asked)}
      </Link>{" "}
      <span class="cm-day">{words.by(day(request.due))}</span>
      {request.late && <span class="cm-hint cm-late">{words.overdue}</span>}
      <span class="cm-hint">{[lacksOf(asked), remindedWords(request)].filter(Boolean).join(" · ")}</span>
    </>
  );
}

function NotAsked({ list }: { list: Summary[] }) {
  const words = remindWords.value;
  if (list.length === 0) return null;
  return (
    <section class="cm-remind__nobody" aria-labelledby="not-asked">
      <h2 class="govuk-heading-m" id="not-asked">
        {words.nobody}
      </h2>
      <ul class="cm-remind">
        {list.map(({ sheet, assessment, candidates, entered, checked }) => (
          <li key={sheet}>
            {assessment.code} {assessment.title} <span class="cm-hint">{words.missing(candidates - entered, entered - checked)}</span>
            <Link class="govuk-link" href={`/asked?sheet=${sheet}`}>
              {words.ask(assessment.code)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
