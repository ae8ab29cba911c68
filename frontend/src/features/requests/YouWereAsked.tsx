import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { rolesAt, useCentre } from "../../auth/centre";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { day, moment } from "../../lib/dates";
import { Refusal } from "../../ui/Refusal";
import { Said } from "../../ui/Said";
import { type Asked, type Summary, sayReady } from "./api";
import { allAsked, lacksOf, partOf, placeOf, remindedWords } from "./asked";
import "./requests.scss";
import { requestWords } from "./words";

interface Props {
  assessments: Summary[];
  reload: () => Promise<void>;
}

/** What the person signed in was asked for, and what came of what they may ask of others. */
export function YouWereAsked({ assessments, reload }: Props) {
  const place = useCentre();
  const said = useSignal<Say | undefined>(undefined);
  const all = allAsked(assessments);
  const mine = all.filter(({ request }) => request.own && !(request.done && request.ready_at));
  const mayAsk = rolesAt(place).includes("submit marks");
  const words = requestWords.value;
  return (
    <>
      <Said say={said.value} />
      {mine.length > 0 && (
        <section class="cm-asked" aria-labelledby="you-were-asked">
          <h2 class="govuk-heading-m" id="you-were-asked">
            {words.yours.title}
          </h2>
          <ul class="govuk-list cm-asked__list">
            {mine.map((asked) => (
              <Mine
                key={`${asked.sheet.sheet} ${asked.request.number}`}
                asked={asked}
                done={async () => {
                  await reload();
                  said.value = () => requestWords.value.yours.told(asked.request.asked_by);
                }}
              />
            ))}
          </ul>
        </section>
      )}
      {mayAsk && <Theirs all={all.filter(({ request }) => !request.own)} />}
    </>
  );
}

function Mine({ asked, done }: { asked: Asked; done: () => Promise<void> }) {
  const { busy, fault, act } = useAct();
  const { sheet, request } = asked;
  const words = requestWords.value;
  const send = () =>
    act(async () => {
      await sayReady(sheet.sheet, request.number);
      await done();
    });
  return (
    <li class="cm-asked__item">
      <div>
        <Link class="govuk-link" href={placeOf(asked)}>
          <strong>{partOf(asked)}</strong>
        </Link>{" "}
        <span class="cm-day">{words.by(day(request.due))}</span>
        {request.late && <span class="cm-hint cm-late">{words.overdue}</span>}
        <span class="cm-hint">{lacksOf(asked)}</span>
        <span class="cm-hint">{[words.yours.asked(request.asked_by), remindedWords(request)].filter(Boolean).join(" · ")}</span>
        {request.ready_at && <span class="cm-hint">{words.yours.said(moment(request.ready_at))}</span>}
        <Refusal fault={fault.value} />
      </div>
      {request.candidates > 0 && request.unmarked === 0 && !request.ready_at && (
        <button type="button" class="govuk-button govuk-button--secondary" aria-disabled={busy.value} onClick={() => void send()}>
          {words.yours.sayReady(request.asked_by)}
        </button>
      )}
    </li>
  );
}

/** How many requests to others are not complete, which are said to be ready, and the way to ask. */
function Theirs({ all }: { all: Asked[] }) {
  const words = requestWords.value.theirs;
  const open = all.filter(({ request }) => !request.done);
  const late = open.filter(({ request }) => request.late);
  const ready = all.filter(({ sheet, request }) => request.ready_at && !sheet.submission);
  const counts = [words.open(open.length), late.length > 0 && words.late(late.length)].filter(Boolean).join(", ");
  return (
    <>
      {ready.length > 0 && (
        <ul class="govuk-list cm-asked__list">
          {ready.map((asked) => (
            <li key={`${asked.sheet.sheet} ${asked.request.number}`} class="cm-asked__item">
              <div>
                <Link class="govuk-link" href={placeOf(asked)}>
                  <strong>{partOf(asked)}</strong>
                </Link>
                <span class="cm-hint">{[words.ready(asked.request.to.name), lacksOf(asked)].join(" · ")}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        {open.length > 0 && `${counts}. `}
        <Link class="govuk-link" href="/asked">
          {open.length > 0 ? words.follow : words.link}
        </Link>
      </p>
    </>
  );
}
