import { type ColumnSeen, ROLES, type Role, roleId } from "./reading";
import { uploadWords } from "./words";

interface Props {
  caption: string;
  columns: ColumnSeen[];
  roles: ReadonlyMap<number, Role>;
  /** Without it the roles are only shown. */
  choose?: (place: number, role: Role) => void;
  /** What is wrong with the choice of the box of this id. */
  errorAt?: (id: string) => string | undefined;
}

/** The columns of a file: heading, first cells and role. */
export function ColumnTable({ caption, columns, roles, choose, errorAt }: Props) {
  const words = uploadWords.value.reading;
  return (
    <table class="govuk-table cm-table cm-list">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.heading}</th>
          <th scope="col">{words.cells}</th>
          <th scope="col">{words.role}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ place, heading, samples }) => {
          const name = heading || words.column(place + 1);
          const role = roles.get(place) ?? "ignored";
          return (
            <tr key={place}>
              <th scope="row" class="cm-break">
                {name}
              </th>
              <td data-label={words.cells} class="cm-break">
                {samples.slice(0, 3).join(", ")}
              </td>
              <td data-label={words.role}>
                {choose ? <Chooser place={place} name={name} role={role} choose={choose} error={errorAt?.(roleId(place))} /> : <RoleName role={role} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const RoleName = ({ role }: { role: Role }) => <span class={role === "ignored" ? "cm-hint-inline" : ""}>{uploadWords.value.faults.fields[role]}</span>;

interface ChooserProps {
  place: number;
  name: string;
  role: Role;
  choose: NonNullable<Props["choose"]>;
  error: string | undefined;
}

function Chooser({ place, name, role, choose, error }: ChooserProps) {
  const id = roleId(place);
  return (
    <>
      <label class="govuk-visually-hidden" for={id}>
        {uploadWords.value.reading.what(name)}
      </label>
      {error && (
        <p class="govuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        class={`govuk-select${error ? " govuk-select--error" : ""}`}
        id={id}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error && `${id}-error`}
        value={role}
        onChange={(event) => choose(place, event.currentTarget.value as Role)}
      >
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {uploadWords.value.faults.fields[each]}
          </option>
        ))}
      </select>
    </>
  );
}
