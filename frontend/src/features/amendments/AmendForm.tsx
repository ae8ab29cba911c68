import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ApiError, Schemas } from "../../api/client";
import { useCentre } from "../../auth/centre";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { useAskBeforeLeaving } from "../../lib/ask-before-leaving";
import { newKey } from "../../lib/new-key";
import { leaveStep, toStep, useStep } from "../../lib/step";
import { ErrorSummary, type Trouble } from "../../ui/ErrorSummary";
import { AmendFields } from "./AmendFields";
import { AmendReview } from "./AmendReview";
import { type Amendments, amendMarks } from "./api";
import { type Draft, EMPTY, lacksOf, linesOf, wantedOf } from "./draft";
import { troublesOf, refusalsOf } from "./trouble";
import { keepDraft, keptDraft } from "./kept-draft";
import { amendWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  amendments: Amendments;
  changed: (now: Amendments, say: Say) => Promise<void>;
  /** Load the marks again, because they are not those shown any more. */
  again: () => Promise<void>;
}

const REVIEW = "review";

/**
 * Write an amendment, review it, send it. The review has an address of its own, so that the browser's Back leads to what
 * was written. Pressing the button twice, or again after a lost answer, sends it once.
 */
export function AmendForm({ marks, amendments, changed, again }: Props) {
  const { me } = useCentre();
  const draft = useSignal<Draft>(keptDraft(me.id, marks.id));
  useSignalEffect(() => keepDraft(me.id, marks.id, draft.value));
  const trouble = useSignal<Trouble[]>([]);
  const tried = useSignal(false);
  /** The candidates there were when someone tried to go on: a box added since is not wrong yet. */
  const triedFor = useSignal<ReadonlySet<string>>(new Set());
  const { busy, fault, act } = useAct();
  const attempt = useRef({ content: "", key: "" });
  const { scale } = marks.assessment;
  const lines = linesOf(draft.value, marks.rows, scale);
  const lacks = lacksOf(draft.value, lines);
  const reviewing = useStep() === REVIEW && lacks.length === 0;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(reviewing);
  const words = amendWords.value.form;
  useAskBeforeLeaving(() => (lines.length > 0 ? words.leave(lines.length) : undefined));
  useEffect(() => {
    if (shown.current !== reviewing && trouble.peek().length === 0) heading.current?.focus();
    shown.current = reviewing;
  }, [reviewing, trouble]);

  /** Take what was typed; once nothing is missing, earlier errors are removed. */
  const write = (next: Draft) => {
    draft.value = next;
    if (lacksOf(next, linesOf(next, marks.rows, scale)).length === 0) trouble.value = [];
  };
  const review = () => {
    tried.value = lacks.length > 0;
    triedFor.value = new Set(tried.value ? lines.map(({ candidate }) => candidate) : []);
    trouble.value = troublesOf(lacks, scale);
    if (lacks.length === 0) toStep(REVIEW);
  };
  const send = async () => {
    if (lacksOf(draft.value, linesOf(draft.value, marks.rows, scale)).length > 0) return;
    trouble.value = [];
    const wanted = wantedOf(draft.value, lines);
    const content = JSON.stringify(wanted);
    if (attempt.current.content !== content) attempt.current = { content, key: newKey() };
    const done = await act(async () => {
      const now = await amendMarks(marks.id, wanted, attempt.current.key);
      draft.value = EMPTY;
      tried.value = false;
      triedFor.value = new Set();
      attempt.current = { content: "", key: "" };
      shown.current = false;
      leaveStep();
      const [made] = now.amendments;
      if (made) await changed(now, () => amendWords.value.said[made.state === "applied" ? "applied" : "pending"](made.number));
    });
    if (!done && fault.value) await refused(fault.value);
  };
  const refused = async (refusal: ApiError) => {
    trouble.value = refusalsOf(refusal, lines);
    if (trouble.value.some(({ at }) => at)) leaveStep();
    if (refusal.status === 409 || refusal.status === 422) await again();
  };
  return (
    <section aria-labelledby="new-amendment">
      <h2 class="govuk-heading-m cm-heading" id="new-amendment" tabIndex={-1} ref={heading}>
        {reviewing ? words.review : words.title}
      </h2>
      <ErrorSummary title={fault.value?.unknown ? words.unknown : words.failed} problems={trouble.value} />
      {reviewing ? (
        <AmendReview
          draft={draft.value}
          lines={lines}
          scale={scale}
          atOnce={amendments.at_once}
          busy={busy.value}
          send={() => void send()}
          back={() => {
            trouble.value = [];
            leaveStep();
          }}
        />
      ) : (
        <AmendFields
          marks={marks}
          amendments={amendments}
          draft={draft}
          lines={lines}
          lacks={tried.value ? lacks : []}
          triedFor={triedFor.value}
          write={write}
          next={review}
        />
      )}
    </section>
  );
}
