import { Field } from "../../../ui/Field";
import { type Someone, readPeople } from "./read-people";
import { peopleWords } from "./words";

/** Someone to invite, as typed. */
export interface Row extends Someone {
  id: number;
}

export type Box = "name" | "email";

export const boxId = (box: Box, id: number) => `invite-${box}-${id}`;

interface Props {
  row: Row;
  /** Which of the people it is, where there are several. */
  place: number | undefined;
  change: (row: Row) => void;
  remove: () => void;
  /** Take people that were pasted into the row. */
  fill: (people: Someone[]) => void;
  /** What is wrong at an id. */
  at: (id: string) => string | undefined;
}

/** The name and address of someone to invite. */
export function InviteRow({ row, place, change, remove, fill, at }: Props) {
  const words = peopleWords.value.invite;
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text") ?? "";
    const people = readPeople(text);
    if (people.length === 0 || (people.length === 1 && people[0]?.email === text.trim())) return;
    event.preventDefault();
    fill(people);
  };
  const boxes = (
    <>
      <Field id={boxId("name", row.id)} label={words.name} hint={words.nameHint} error={at(boxId("name", row.id))}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-20"
            {...props}
            autocomplete="off"
            maxLength={100}
            value={row.name}
            onPaste={paste}
            onInput={(event) => change({ ...row, name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id={boxId("email", row.id)} label={words.email} error={at(boxId("email", row.id))}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-20"
            {...props}
            type="email"
            autocomplete="off"
            spellcheck={false}
            maxLength={128}
            value={row.email}
            onPaste={paste}
            onInput={(event) => change({ ...row, email: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
  if (place === undefined) return boxes;
  return (
    <fieldset class="govuk-fieldset cm-invite__row">
      <legend class="govuk-fieldset__legend">{words.person(place)}</legend>
      {boxes}
      <button type="button" class="cm-link-button" aria-label={words.without(place, row.name || row.email)} onClick={remove}>
        {words.remove}
      </button>
    </fieldset>
  );
}
