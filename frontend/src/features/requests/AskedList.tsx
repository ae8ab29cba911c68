import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { newKey } from "../../lib/new-key";
import { Refusal } from "../../ui/Refusal";
import { AskedRow } from "./AskedRow";
import { type Asked, remind } from "./api";
import { idOf, resultWords } from "./asked";
import { MOST } from "./remind/to-remind";
import { requestWords } from "./words";

interface Props {
  all: Asked[];
  mayAsk: boolean;
  centre: string;
  series: string;
  done: (say: Say, back?: Asked) => Promise<void>;
}

/** Every request of a series; those chosen are reminded of together. */
export function AskedList({ all, mayAsk, centre, series, done }: Props) {
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const lacking = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = requestWords.value.list;
  const open = all.filter(({ request }) => !request.done);
  const picked = open.filter((asked) => chosen.value.has(idOf(asked)));

  const choose = (asked: Asked[], on: boolean) => {
    const next = new Set(chosen.value);
    for (const one of asked)
      if (on) next.add(idOf(one));
      else next.delete(idOf(one));
    chosen.value = next;
    lacking.value = false;
  };
  const send = async (some: Asked[]) => {
    lacking.value = some.length === 0 || some.length > MOST;
    if (lacking.value) return;
    await act(async () => {
      const asked = some.map(({ sheet, request }) => ({ sheet: sheet.sheet, number: request.number }));
      const { results } = await remind(centre, series, asked, newKey());
      chosen.value = new Set();
      await done(() => resultWords(results, some));
    });
  };
  return (
    <section aria-labelledby="asked">
      <h2 class="govuk-heading-m" id="asked">
        {words.title}
      </h2>
      {mayAsk && open.length > 0 && (
        <button type="button" class="cm-link-button cm-asked__all" onClick={() => choose(open, true)}>
          {words.chooseAll(open.length)}
        </button>
      )}
      <div class="cm-scroll">
        <table class="govuk-table cm-table cm-list">
          <caption class="govuk-visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              {mayAsk && <th scope="col">{words.choose}</th>}
              <th scope="col">{words.what}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.due}</th>
              <th scope="col">{words.progress}</th>
              {mayAsk && <th scope="col">{words.more}</th>}
            </tr>
          </thead>
          <tbody>
            {all.map((asked) => (
              <AskedRow
                key={idOf(asked)}
                asked={asked}
                {...(mayAsk && {
                  change: {
                    chosen: chosen.value.has(idOf(asked)),
                    choose: (on: boolean) => choose([asked], on),
                    remind: () => void send([asked]),
                    busy: busy.value,
                    done,
                  },
                })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {mayAsk && open.length > 0 && (
        <>
          {lacking.value && (
            <p class="govuk-error-message" role="alert">
              {picked.length > MOST ? words.too(MOST) : words.noneChosen}
            </p>
          )}
          <Refusal fault={fault.value} />
          <button type="button" class="govuk-button" aria-disabled={busy.value} aria-describedby="remind-once" onClick={() => void send(picked)}>
            {words.remindChosen(picked.length)}
          </button>
          <p class="govuk-hint" id="remind-once">
            {words.once}
          </p>
        </>
      )}
    </section>
  );
}
