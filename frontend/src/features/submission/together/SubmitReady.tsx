import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { heldAt, useCentre } from "../../../auth/centre";
import { useAskBeforeLeaving } from "../../../lib/ask-before-leaving";
import { listed as inWords } from "../../../lib/listed";
import { anyOf } from "../../../lib/people";
import { useResource } from "../../../lib/resource";
import { Declaration, notAgreed } from "../../../sheet/Declaration";
import { sheetWords } from "../../../sheet/words";
import { ErrorSummary, type Trouble } from "../../../ui/ErrorSummary";
import { Page, Unloaded } from "../../../ui/Page";
import { isReady, listed } from "../../home/filter";
import { maySubmit } from "../../home/next-step";
import { useAsked } from "../../home/use-asked";
import { AskForRole } from "../../people/ask/AskForRole";
import "../submit.scss";
import { ReadySheet } from "./ReadySheet";
import { type Part, canGo, partOf, readAll, submitAll } from "./batch";
import "./together.scss";
import { homeWords } from "../../home/words";
import { togetherWords } from "./words";
import { Nothing } from "../../../ui/Nothing";

/** Review and submit every sheet that is ready, of those that the address asks for, with one declaration. */
export function SubmitReady() {
  const { me, centre } = useCentre();
  const { asked, query, load } = useAsked();
  const held = heldAt({ me, centre });
  const loaded = useResource(`${centre.number}${query}`, async () => {
    const found = await load();
    const ready = listed(found.assessments, found.departments, asked).filter((item) => isReady(item) && maySubmit(held, item.assessment.code));
    return { people: found.people, parts: ready.map(partOf) };
  });
  const words = togetherWords.value;
  if (!loaded.data.value) return <Unloaded loaded={loaded} />;
  const { people, parts } = loaded.data.value;
  const may = maySubmit(held);
  return (
    <Page title={words.title} caption={`${centre.number} ${centre.name}`}>
      {!may && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.ask(anyOf(people.submit) || homeWords.value.nobody.submit)}</p>
          <AskForRole centre={centre} wanted="submit marks" />
        </div>
      )}
      {may && parts.length === 0 && <Nothing why={words.none} />}
      {may && parts.length > 0 && <Together key={query} parts={parts} person={me.id} />}
      <p class="govuk-body">
        <Link class="govuk-link" href={`/${query}`}>
          {words.back}
        </Link>
      </p>
    </Page>
  );
}

function Together({ parts, person }: { parts: Part[]; person: string }) {
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const trouble = useSignal<Trouble[]>([]);
  const tried = useSignal(false);
  const busy = useSignal(false);
  const ended = useSignal(false);
  const result = useRef<HTMLHeadingElement>(null);
  const words = togetherWords.value;
  useEffect(() => void readAll(parts), [parts]);
  useAskBeforeLeaving(() => (busy.peek() ? togetherWords.value.leave : undefined));

  const read = parts.filter((part) => part.reviewed.value ?? part.unread.value).length;
  const ready = parts.filter(canGo);
  const sent = parts.filter((part) => part.progress.value.is === "sent");
  const declaration = parts.find((part) => part.reviewed.value)?.reviewed.value?.review.declaration;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy.value || read < parts.length || !declaration) return;
    tried.value = true;
    trouble.value = notAgreed(declaration, agreed.value);
    if (trouble.value.length > 0) return;
    busy.value = true;
    ended.value = false;
    await submitAll(ready, person, [...agreed.value]);
    agreed.value = new Set();
    tried.value = false;
    busy.value = false;
    ended.value = true;
    requestAnimationFrame(() => result.current?.focus());
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 class="govuk-heading-m cm-heading" tabIndex={-1} ref={result} aria-live="polite">
        {busy.value || ended.value
          ? words.sent(sent.length, parts.length)
          : read < parts.length
            ? words.reading(read, parts.length)
            : words.ready(ready.length)}
      </h2>
      {ended.value && <p class="govuk-body">{sent.length < parts.length ? words.someLeft : words.allSent}</p>}
      <ErrorSummary title={words.notSubmitted} problems={trouble.value} />
      <ul class="cm-together">
        {parts.map((part) => (
          <ReadySheet key={part.sheet} part={part} busy={busy.value} />
        ))}
      </ul>
      {declaration && ready.length > 0 && (
        <>
          <Declaration declaration={declaration} agreed={agreed} tried={tried.value} />
          <p class="govuk-body cm-before-submit">
            {words.declareFor} <strong>{inWords(ready.map(({ assessment }) => assessment.code))}</strong>.
          </p>
          <p class="govuk-body">{sheetWords.value.declaration.after}</p>
          <button type="submit" class="govuk-button" aria-disabled={busy.value || read < parts.length}>
            {busy.value ? words.submitting : words.submit(ready.length)}
          </button>
        </>
      )}
    </form>
  );
}
