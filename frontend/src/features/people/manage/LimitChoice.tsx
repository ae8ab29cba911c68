import { useSignal } from "@preact/signals";
import type { Role } from "./api";
import { peopleWords } from "./words";

/** An assessment to choose. */
export interface Choice {
  code: string;
  title: string;
}

interface Props {
  /** Begins the ids of its parts; the first box to choose for some has `${id}-some`. */
  id: string;
  role: Role;
  /** The assessments chosen; undefined when the role is for all. */
  only: readonly string[] | undefined;
  /** The centre's assessments. */
  list: readonly Choice[];
  choose: (only: readonly string[] | undefined) => void;
  error: string | undefined;
}

/** From how many assessments on they can be searched. */
const MANY = 8;
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a role is for all assessments or for some, and for which. */
export function LimitChoice({ id, role, only, list, choose, error }: Props) {
  const sought = useSignal("");
  const words = peopleWords.value.limit;
  const named = peopleWords.value.role[role];
  const chosen = only ?? [];
  const known = new Set(list.map(({ code }) => code));
  const all = [...list, ...chosen.filter((code) => !known.has(code)).map((code) => ({ code, title: "" }))];
  const shown = all.filter(({ code, title }) => plain(code + title).includes(plain(sought.value)));
  return (
    <fieldset class={`govuk-fieldset cm-limit${error ? " govuk-form-group--error" : ""}`} aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="govuk-visually-hidden">{words.which(named)}</legend>
      {error && (
        <p class="govuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="cm-radio">
        <input id={`${id}-all`} name={id} type="radio" checked={!only} onChange={() => choose(undefined)} />
        <label for={`${id}-all`}>{words.all}</label>
      </div>
      <div class="cm-radio">
        <input id={`${id}-some`} name={id} type="radio" checked={only !== undefined} onChange={() => choose(chosen)} />
        <label for={`${id}-some`}>{words.some}</label>
      </div>
      {only && all.length === 0 && <p class="govuk-inset-text">{words.none}</p>}
      {only && all.length > 0 && (
        <>
          {all.length > MANY && (
            <div class="govuk-form-group">
              <label class="govuk-label" for={`${id}-find`}>
                {words.find}
              </label>
              <input
                class="govuk-input"
                id={`${id}-find`}
                type="search"
                autocomplete="off"
                value={sought.value}
                onInput={(event) => (sought.value = event.currentTarget.value)}
              />
            </div>
          )}
          <ul class="cm-limit__list">
            {shown.map(({ code, title }) => (
              <li key={code}>
                <input
                  id={`${id}-${code}`}
                  type="checkbox"
                  checked={chosen.includes(code)}
                  onChange={(event) => choose(event.currentTarget.checked ? [...chosen, code] : chosen.filter((other) => other !== code))}
                />
                <label for={`${id}-${code}`}>
                  <strong>{code}</strong> {title}
                </label>
              </li>
            ))}
          </ul>
          {shown.length === 0 && <p class="govuk-body">{words.noMatch}</p>}
          <p class="govuk-hint" role="status">
            {words.chosen(chosen.length, chosen.toSorted().join(", "))}
          </p>
        </>
      )}
    </fieldset>
  );
}
