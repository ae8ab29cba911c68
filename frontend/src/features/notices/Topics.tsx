import type { Schemas } from "../../api/client";
import { noticesWords } from "./words";

type Topic = Schemas["Topic"];

interface Props {
  topics: Topic[];
  muted: Topic[];
  mute: (now: Topic[]) => void;
}

/** The topics a person's roles get; those not ticked are turned off. */
export const Topics = ({ topics, muted, mute }: Props) => (
  <fieldset class="govuk-fieldset cm-topics">
    <legend class="govuk-fieldset__legend">{noticesWords.value.topics}</legend>
    <div class="govuk-checkboxes">
      {topics.map((topic) => (
        <div key={topic} class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={`topic-${topic}`}
            type="checkbox"
            checked={!muted.includes(topic)}
            aria-describedby={hint(topic) && `${topic}-hint`}
            onChange={(event) => mute(event.currentTarget.checked ? muted.filter((other) => other !== topic) : [...muted, topic])}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`topic-${topic}`}>
            {noticesWords.value.topic[topic]}
          </label>
          {hint(topic) && (
            <p class="govuk-hint govuk-checkboxes__hint" id={`${topic}-hint`}>
              {hint(topic)}
            </p>
          )}
        </div>
      ))}
    </div>
  </fieldset>
);

/** When an email on a topic is sent, where one might expect another time. */
function hint(topic: Topic): string | undefined {
  const { lastDay, outcomeMorning } = noticesWords.value;
  if (topic === "deadlines") return lastDay;
  return topic === "moderation" ? outcomeMorning : undefined;
}
