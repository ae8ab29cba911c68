import { t } from "../../i18n/words";
import { anyOf } from "../../lib/people";
import { useResource } from "../../lib/resource";
import { HeldHere, useHeld } from "../../sheet/HeldHere";
import { ExtensionNow } from "../../sheet/ExtensionNow";
import { SheetPage, SubmittedNote } from "../../sheet/SheetPage";
import { isSent, windowWords } from "../../sheet/lock";
import { Unloaded } from "../../ui/Page";
import { NotLooked } from "../checks/patterns/NotLooked";
import { getSenses } from "../checks/patterns/api";
import { AskForRole } from "../people/ask/AskForRole";
import { getReview } from "./api";
import { Counts } from "./Counts";
import { Distribution } from "./Distribution";
import { Incomplete } from "./Incomplete";
import { Queries } from "./Queries";
import { SubmitForm } from "./SubmitForm";
import { Supplementary } from "./Supplementary";
import "./submit.scss";
import { submitWords } from "./words";

/** Review the marks, declare, and submit exactly those. */
export function Review({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, () => getReview(sheet));
  const odd = useResource(sheet, () => getSenses(sheet));
  const held = useHeld(sheet);
  const again = async () => {
    void odd.reload();
    await loaded.reload();
  };
  if (!loaded.data.value) return <Unloaded loaded={loaded} />;
  const { data } = loaded.data.value;
  const { assessment, may, submitters, extension } = data.sheet;
  const supplementary = data.late_entries.length > 0;
  const done = isSent(data.sheet);
  const shut = windowWords(data.sheet);
  const words = submitWords.value;
  return (
    <SheetPage head={data.sheet} here="submit" title={words.title} loaded={loaded}>
      {!done && <ExtensionNow sheet={sheet} extension={extension} may={may.submit} />}
      <HeldHere sheet={sheet} held={held} />
      {supplementary && (
        <>
          <Supplementary sheet={sheet} list={data.late_entries} scale={assessment.scale} />
          <h2 class="govuk-heading-m">{words.supplementary.all}</h2>
        </>
      )}
      <Counts counts={data.counts} />
      <Distribution bands={data.distribution} noun={t.value.outcomes.scale[assessment.scale.kind]} />
      {done ? (
        <SubmittedNote sheet={sheet} />
      ) : (
        <>
          <Incomplete sheet={sheet} missing={data.missing} />
          <Queries sheet={sheet} queries={data.queries} senses={odd.data.value?.senses ?? []} />
          {odd.error.value && <NotLooked again={odd.reload} />}
          {shut ? (
            <p class="govuk-inset-text">{shut}</p>
          ) : may.submit ? (
            <SubmitForm sheet={sheet} review={data} etag={loaded.data.value.etag} again={again} held={held} />
          ) : (
            <div class="govuk-inset-text">
              <p class="govuk-body">
                {may.enter ? words.mayNotSubmit.entering : words.mayNotSubmit.seeing}{" "}
                {words.mayNotSubmit[data.missing.length > 0 ? "ask" : "askNow"](anyOf(submitters) || words.mayNotSubmit.someone)}
              </p>
              <AskForRole centre={data.sheet.centre} wanted="submit marks" assessment={assessment.code} />
            </div>
          )}
        </>
      )}
    </SheetPage>
  );
}
