import { useSignal } from "@preact/signals";
import { type Say, t } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { useKeyFor } from "../../../lib/key-for";
import { Dialog } from "../../../ui/Dialog";
import { useModal } from "../../../ui/use-modal";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { useLacks } from "../../../ui/lacks";
import { RefusalSummary } from "./PeopleRefusal";
import type { Choice } from "./LimitChoice";
import { RoleBoxes, lacksOf } from "./RoleBoxes";
import { type Person, giveRoles } from "./api";
import { type Given, NOTHING, givenOf, sentOf } from "./given";
import { peopleWords } from "./words";

interface Props {
  centre: string;
  person: Person;
  /** The centre's assessments, to give a role for some. */
  list: readonly Choice[];
  /** Whether these are the roles of the person who changes them. */
  own: boolean;
  done: (say: Say, next?: () => Promise<void>) => Promise<void>;
  /** What comes next for whoever is no administrator any more. */
  noMore: () => Promise<void>;
  close: () => void;
}

/** Someone's roles, to change; and the way to remove them, which is asked about in the same place. */
export function RolesDialog({ centre, person, list, own, done, noMore, close }: Props) {
  const dialog = useModal();
  const given = useSignal(givenOf(person));
  const removing = useSignal(false);
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const shut = () => dialog.current?.close();
  const words = peopleWords.value;
  const form = useLacks(lacksOf("roles", given.value, words.dialog.noRoles));

  const give = (wanted: Given, say: Say) =>
    act(async () => {
      const change = { ...sentOf(wanted), before: person.roles, limits_before: person.limits };
      await giveRoles(centre, person.id, change, keyFor(change));
      shut();
      await done(say, own && !wanted.roles.includes("centre administrator") ? noMore : undefined);
    });
  const save = () => {
    if (form.complete()) void give(given.value, () => peopleWords.value.said.roles(person.name));
  };
  return (
    <Dialog dialog={dialog} title={(removing.value ? words.remove : words.dialog).title(person.name)} close={close}>
      <RefusalSummary title={words.dialog.lacks} fault={fault.value} />
      {removing.value ? (
        <ul class="govuk-list govuk-list--bullet">
          {(own ? words.remove.yours : words.remove.does).map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      ) : (
        <>
          {person.email && <p class="govuk-hint">{person.email}</p>}
          {own && <p class="govuk-inset-text">{words.dialog.yourself}</p>}
          <ErrorSummary title={words.dialog.lacks} problems={form.problems} />
          <RoleBoxes
            id="roles"
            given={given.value}
            choose={(now) => (given.value = now)}
            at={form.at}
            list={list}
            named={words.dialog.title(person.name)}
            machine={person.machine}
          />
        </>
      )}
      <div class="cm-dialog__buttons">
        {removing.value ? (
          <button
            type="button"
            class="govuk-button govuk-button--warning"
            aria-disabled={busy.value}
            onClick={() => void give(NOTHING, () => peopleWords.value.said.removed(person.name))}
          >
            {words.remove.yes}
          </button>
        ) : (
          <button type="button" class="govuk-button" aria-disabled={busy.value} onClick={save}>
            {words.dialog.save}
          </button>
        )}
        <button type="button" class="govuk-button govuk-button--secondary" onClick={shut}>
          {t.value.shell.cancel}
        </button>
        {!removing.value && (
          <button type="button" class="cm-link-button" onClick={() => (removing.value = true)}>
            {words.dialog.remove}
          </button>
        )}
      </div>
    </Dialog>
  );
}
