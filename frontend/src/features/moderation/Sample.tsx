import { useSignal } from "@preact/signals";
import { type Say, t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { useAct } from "../../lib/act";
import { outcomeColumn, outcomeWords } from "../../sheet/outcome-words";
import type { Scale } from "../../sheet/parse";
import { HowSent } from "../../sheet/HowSent";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { useLacks } from "../../ui/lacks";
import { SendReview } from "./SendReview";
import { WorkTag } from "./WorkTag";
import { type Moderation, sampleSent } from "./api";
import { moderationWords } from "./words";

interface Props {
  sheet: string;
  now: Moderation;
  scale: Scale;
  /** Whether the person can still record work as sent. */
  open: boolean;
  changed: (fresh: Moderation, say: Say) => void;
  again: () => Promise<void>;
}

/** The candidates whose work is requested, each with the reason, and a tick for what was sent. */
export function Sample({ sheet, now, scale, open, changed, again }: Props) {
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const note = useSignal("");
  const reviewing = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = moderationWords.value.sample;
  const title = now.state === "outcome recorded" ? words.ended : words.title;
  const waiting = open ? now.sample.filter(({ state }) => state === "asked").map(({ candidate }) => candidate) : [];

  const none = waiting.every((candidate) => !ticked.value.has(candidate));
  const form = useLacks({ [boxId(waiting[0] ?? "")]: none ? words.none : undefined });
  const lacking = form.tried && none;

  const tick = (candidates: string[], on: boolean) => {
    const next = new Set(ticked.value);
    for (const candidate of candidates)
      if (on) next.add(candidate);
      else next.delete(candidate);
    ticked.value = next;
  };
  const chosen = now.sample.filter(({ candidate }) => waiting.includes(candidate) && ticked.value.has(candidate));
  const review = (event: SubmitEvent) => {
    event.preventDefault();
    if (form.complete()) reviewing.value = true;
  };
  const send = async (close: () => void) => {
    const sent = chosen.map(({ candidate }) => candidate);
    const done = await act(async () => {
      const fresh = await sampleSent(sheet, sent, note.value.trim());
      close();
      changed(fresh, () => moderationWords.value.said.sent(sent.length));
      ticked.value = new Set();
      note.value = "";
      form.forget();
    });
    if (!done && fault.value?.status === 409) await again();
  };
  return (
    <form onSubmit={review} noValidate>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{words.lead}</p>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      {lacking && (
        <p class="govuk-error-message" id="sent-error">
          {words.none}
        </p>
      )}
      <div class="cm-scroll">
        <table class="govuk-table cm-table cm-list">
          <caption class="govuk-visually-hidden">{title}</caption>
          <thead>
            <tr>
              {waiting.length > 0 && <th scope="col">{words.sent}</th>}
              <th scope="col">{words.candidate}</th>
              <th scope="col">{words.group}</th>
              <th scope="col" class={outcomeColumn(scale)}>
                {t.value.outcomes.scale[scale.kind]}
              </th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {now.sample.map((work) => (
              <tr key={work.candidate}>
                {waiting.length > 0 && (
                  <td class="cm-tick">
                    {waiting.includes(work.candidate) && (
                      <label>
                        <input
                          type="checkbox"
                          id={boxId(work.candidate)}
                          aria-invalid={lacking ? "true" : undefined}
                          aria-describedby={lacking ? "sent-error" : undefined}
                          aria-label={words.sentFor(`${work.candidate} ${work.name}`)}
                          checked={ticked.value.has(work.candidate)}
                          onChange={(event) => tick([work.candidate], event.currentTarget.checked)}
                        />
                      </label>
                    )}
                  </td>
                )}
                <th scope="row">
                  {work.candidate} {work.name}
                </th>
                <td data-label={words.group}>{work.group}</td>
                <td class={outcomeColumn(scale)} data-label={t.value.outcomes.scale[scale.kind]}>
                  {outcomeWords(work.outcome, scale)}
                </td>
                <td data-label={words.why}>{work.replaces ? words.replaces(work.replaces) : moderationWords.value.why[work.why]}</td>
                <td>
                  <WorkTag state={work.state} />
                  {work.told && (
                    <span class="cm-hint">{[t.value.dates.by(moment(work.told.at), work.told.by), work.told.note].filter(Boolean).join(" · ")}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {waiting.length > 0 && (
        <>
          <p class="govuk-body">
            <button type="button" class="cm-link-button" onClick={() => tick(waiting, true)}>
              {words.all(waiting.length)}
            </button>
          </p>
          <HowSent id="sent-note" note={note} />
          <button type="submit" class="govuk-button">
            {words.next}
          </button>
        </>
      )}
      {reviewing.value && (
        <SendReview
          works={chosen}
          note={note.value.trim()}
          left={waiting.length - chosen.length}
          send={(close) => void send(close)}
          close={() => (reviewing.value = false)}
          busy={busy.value}
          fault={fault.value}
        />
      )}
    </form>
  );
}

const boxId = (candidate: string): string => `sent-${candidate}`;
