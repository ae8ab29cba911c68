import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import { type Say, t } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { Field } from "../../ui/Field";
import { Refusal } from "../../ui/Refusal";
import { enterCandidate } from "./api";
import { plainUci, uciFault } from "./uci";

interface Props {
  marks: Schemas["SheetOut"];
  done: (say: Say) => Promise<void>;
}

const FIELDS = ["candidate", "name", "uci", "group"] as const;
type Draft = Record<(typeof FIELDS)[number], string>;
const EMPTY: Draft = { candidate: "", name: "", uci: "", group: "" };
const LONGEST: Draft = { candidate: "4", name: "100", uci: "20", group: "50" };
const WIDTH: Draft = { candidate: "5", name: "30", uci: "20", group: "10" };
const UCI_LENGTH = 13;

/** Enter a candidate; once the marks are submitted, as a late entry. */
export function EnterCandidate({ marks, done }: Props) {
  const draft = useSignal(EMPTY);
  const tried = useSignal(false);
  const open = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = t.value.board.entries.enter;
  const lacks = lacksOf(draft.value, marks.rows);

  const enter = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    const first = FIELDS.find((field) => lacks[field]);
    if (first) {
      document.getElementById(`entry-${first}`)?.focus();
      return;
    }
    const { candidate, name, uci, group } = draft.value;
    await act(async () => {
      await enterCandidate(marks.id, { candidate: candidate.trim(), name: name.trim(), uci: plainUci(uci), group: group.trim() });
      draft.value = EMPTY;
      tried.value = false;
      open.value = false;
      await done((spoken) => spoken.board.entries.enter.said[marks.submission ? "late" : "before"](candidate.trim()));
    });
  };
  /** A number that is taken and a UCI that is complete and wrong are told while one types. */
  const told = (field: (typeof FIELDS)[number]) =>
    tried.value || (field === "candidate" && draft.value.candidate.length === 4) || (field === "uci" && plainUci(draft.value.uci).length >= UCI_LENGTH);
  return (
    <details class="cm-fold" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <form onSubmit={(event) => void enter(event)} noValidate>
        <p class="govuk-body">{marks.submission ? words.late : words.before}</p>
        {FIELDS.map((field) => (
          <Field key={field} id={`entry-${field}`} label={words.labels[field]} hint={words.hints[field]} error={told(field) ? lacks[field] : undefined}>
            {(props) => (
              <input
                class={`govuk-input govuk-input--width-${WIDTH[field]}`}
                {...props}
                maxLength={Number(LONGEST[field])}
                inputMode={field === "candidate" ? "numeric" : "text"}
                autocomplete="off"
                spellcheck={false}
                value={draft.value[field]}
                onInput={(event) => (draft.value = { ...draft.value, [field]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Refusal fault={fault.value} />
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={busy.value}>
          {words.button}
        </button>
      </form>
    </details>
  );
}

function lacksOf(draft: Draft, rows: Schemas["RowOut"][]): Partial<Draft> {
  const words = t.value.board.entries.enter.lacks;
  const number = draft.candidate.trim();
  const taken = rows.find(({ candidate }) => candidate === number);
  const uci = uciFault(draft.uci);
  return {
    ...(!/^\d{4}$/.test(number) ? { candidate: words.candidate } : {}),
    ...(taken ? { candidate: words.taken(taken.name) } : {}),
    ...(draft.name.trim() === "" ? { name: words.name } : {}),
    ...(uci ? { uci: words.uci[uci] } : {}),
  };
}
