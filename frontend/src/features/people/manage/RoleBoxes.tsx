import { type Choice, LimitChoice } from "./LimitChoice";
import { type Role, ROLES } from "./api";
import { type Given, seesAll, LIMITABLE, MOST, withRole, withoutRole } from "./given";
import { peopleWords } from "./words";

interface Props {
  /** Begins the ids of the boxes. */
  id: string;
  given: Given;
  choose: (given: Given) => void;
  /** What is wrong at an id. */
  at: (id: string) => string | undefined;
  /** The centre's assessments, to give a role for some. */
  list: readonly Choice[];
  /** Whose roles they are, where the title says so and the boxes are named after them. */
  named?: string;
  /** A program cannot manage people. */
  machine?: boolean;
}

const limitId = (id: string, role: Role) => `${id}-${role.replace(" ", "-")}`;

/** What the boxes lack, by id; `noRoles` says that nothing is ticked. */
export function lacksOf(id: string, { roles, only }: Given, noRoles: string): Record<string, string | undefined> {
  const words = peopleWords.value.limit;
  const wrong = (count: number) => (count === 0 ? words.noneChosen : count > MOST ? words.tooMany(MOST) : undefined);
  return {
    [id]: roles.length === 0 ? noRoles : undefined,
    ...Object.fromEntries([...only].map(([role, codes]) => [`${limitId(id, role)}-some`, wrong(codes.length)])),
  };
}

/** The roles to give, each with what it lets someone do, and those that change marks for all assessments or for some. */
export function RoleBoxes({ id, given, choose, at, list, named, machine = false }: Props) {
  const words = peopleWords.value;
  const { roles, only } = given;
  const offered = ROLES.filter((role) => !machine || role !== "centre administrator" || roles.includes(role));
  const error = at(id);
  return (
    <div class={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>
      <fieldset class="govuk-fieldset" aria-describedby={error ? `${id}-error` : undefined}>
        <legend class={named ? "govuk-visually-hidden" : "govuk-fieldset__legend"}>{named ?? words.invite.roles}</legend>
        {error && (
          <p class="govuk-error-message" id={`${id}-error`}>
            {error}
          </p>
        )}
        <div class="govuk-checkboxes">
          {offered.map((role, place) => (
            <div key={role}>
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  id={place === 0 ? id : `${id}-${place}`}
                  type="checkbox"
                  checked={roles.includes(role)}
                  aria-describedby={`${id}-${place}-hint`}
                  onChange={(event) => choose(event.currentTarget.checked ? withRole(given, role, undefined) : withoutRole(given, role))}
                />
                <label class="govuk-label govuk-checkboxes__label" for={place === 0 ? id : `${id}-${place}`}>
                  {words.role[role]}
                </label>
                <p class="govuk-hint govuk-checkboxes__hint" id={`${id}-${place}-hint`}>
                  {words.does[role]}
                </p>
              </div>
              {LIMITABLE.includes(role) && roles.includes(role) && (
                <LimitChoice
                  id={limitId(id, role)}
                  role={role}
                  only={only.get(role)}
                  list={list}
                  choose={(codes) => choose(withRole(given, role, codes))}
                  error={at(`${limitId(id, role)}-some`)}
                />
              )}
            </div>
          ))}
        </div>
        <p class="govuk-hint" role="status">
          {seesAll(given) && words.limit.seesAll}
        </p>
      </fieldset>
    </div>
  );
}
