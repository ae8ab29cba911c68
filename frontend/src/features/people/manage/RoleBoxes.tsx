import { type Role, ROLES } from "./api";
import { peopleWords } from "./words";

interface Props {
  /** Begins the ids of the boxes. */
  id: string;
  chosen: Role[];
  choose: (roles: Role[]) => void;
  error: string | undefined;
  /** A program cannot manage people. */
  machine?: boolean;
}

/** The roles to give, each with what it lets someone do. */
export function RoleBoxes({ id, chosen, choose, error, machine = false }: Props) {
  const words = peopleWords.value;
  const offered = ROLES.filter((role) => !machine || role !== "centre administrator" || chosen.includes(role));
  return (
    <div class={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>
      <fieldset class="govuk-fieldset" aria-describedby={error ? `${id}-error` : undefined}>
        <legend class="govuk-fieldset__legend">{words.invite.roles}</legend>
        {error && (
          <p class="govuk-error-message" id={`${id}-error`}>
            {error}
          </p>
        )}
        <div class="govuk-checkboxes">
          {offered.map((role, place) => (
            <div key={role} class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={place === 0 ? id : `${id}-${place}`}
                type="checkbox"
                checked={chosen.includes(role)}
                aria-describedby={`${id}-${place}-hint`}
                onChange={(event) => choose(event.currentTarget.checked ? [...chosen, role] : chosen.filter((other) => other !== role))}
              />
              <label class="govuk-label govuk-checkboxes__label" for={place === 0 ? id : `${id}-${place}`}>
                {words.role[role]}
              </label>
              <p class="govuk-hint govuk-checkboxes__hint" id={`${id}-${place}-hint`}>
                {words.does[role]}
              </p>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
