import type { Signal } from "@preact/signals";
import type { Resource } from "../../lib/resource";
import { Declaration } from "../../sheet/Declaration";
import { type Held, HeldHere } from "../../sheet/HeldHere";
import { sheetWords } from "../../sheet/words";
import { Failed, Loading } from "../../ui/Page";
import { CheckedBox } from "./CheckedBox";
import type { Before } from "./decision";
import { uploadWords } from "./words";

interface Props {
  /** The sheets as they are before the file. */
  sheets: Resource<Before[]>;
  checked: Signal<boolean>;
  agreed: Signal<ReadonlySet<string>>;
  /** Whether someone tried to submit: each box that lacks its tick says so. */
  tried: boolean;
  /** Unsaved rows of these sheets on this computer, which prevent submitting. */
  held: Held;
}

/** The declaration of whoever submits with the file, or why they cannot. */
export function SubmitToo({ sheets, checked, agreed, tried, held }: Props) {
  const { data, error, reload } = sheets;
  if (error.value) return <Failed error={error.value} retry={reload} />;
  const [first] = data.value ?? [];
  if (!data.value || !first) return <Loading />;
  const words = uploadWords.value.decide;
  const second = data.value.find(({ review }) => review.sheet.second_checker);
  if (second) return <p class="govuk-inset-text">{words.second(second.review.sheet.assessment.code)}</p>;
  return (
    <>
      {data.value.map(({ review: { sheet } }) => (
        <HeldHere key={sheet.id} sheet={sheet.id} code={sheet.assessment.code} held={held} />
      ))}
      <CheckedBox checked={checked} tried={tried} />
      <Declaration declaration={first.review.declaration} agreed={agreed} tried={tried} />
      {data.value.some(({ review }) => review.late) && <p class="govuk-inset-text">{sheetWords.value.declaration.late}</p>}
      <p class="govuk-body cm-before-submit">{sheetWords.value.declaration.after}</p>
    </>
  );
}
