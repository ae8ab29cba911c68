import type { ComponentChildren } from "preact";
import { useCentre } from "../../auth/centre";
import { t } from "../../i18n/words";
import { seriesTitle } from "../../lib/dates";
import { type Asked, NOT_SUBMITTED } from "./lines";
import { boardWords } from "./words";

const STATES = ["not started", "incomplete", "ready", "submitted", "confirmed", "in moderation", "moderated"] as const;

interface Props {
  asked: Asked;
  ask: (part: Partial<Asked>) => void;
}

/** Which series, assessment, centre and state are listed. */
export function BoardFilters({ asked, ask }: Props) {
  const { allSeries } = useCentre();
  const words = boardWords.value;
  return (
    <div class="cm-search">
      <Group id="board-series" label={t.value.home.search.series}>
        <select class="govuk-select" id="board-series" value={asked.series} onChange={(event) => ask({ series: event.currentTarget.value })}>
          {allSeries.map((one) => (
            <option key={one.id} value={one.id}>
              {seriesTitle(one)}
            </option>
          ))}
        </select>
      </Group>
      <Group id="board-assessment" label={t.value.home.search.code}>
        <input
          class="govuk-input"
          id="board-assessment"
          autocomplete="off"
          value={asked.assessment}
          onInput={(event) => ask({ assessment: event.currentTarget.value })}
        />
      </Group>
      <Group id="board-centre" label={words.centre}>
        <input class="govuk-input" id="board-centre" autocomplete="off" value={asked.centre} onInput={(event) => ask({ centre: event.currentTarget.value })} />
      </Group>
      <Group id="board-state" label={words.state}>
        <select class="govuk-select" id="board-state" value={asked.state} onChange={(event) => ask({ state: event.currentTarget.value })}>
          <option value="">{words.anyState}</option>
          <option value={NOT_SUBMITTED}>{words.notSubmitted}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t.value.outcomes.status[state]}
            </option>
          ))}
        </select>
      </Group>
    </div>
  );
}

const Group = ({ id, label, children }: { id: string; label: string; children: ComponentChildren }) => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    {children}
  </div>
);
