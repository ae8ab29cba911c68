import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import { actWords } from "../../i18n/fault-words";
import { useAct } from "../../lib/act";
import { moment } from "../../lib/dates";
import { sayMailWorks } from "./api";
import { noticesWords } from "./words";

type Mail = Schemas["NoticesOut"];

/** Why nothing is sent to the address, with a button to send again; empty where all is well. */
export function MailTrouble({ mail, changed }: { mail: Mail; changed: (now: Mail) => void }) {
  const mended = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = noticesWords.value.trouble;

  const mend = async () => {
    mended.value = await act(async () => changed(await sayMailWorks()));
  };
  return (
    <>
      <p class="govuk-body" role="status">
        {mended.value ? words.mended : ""}
      </p>
      {mail.trouble && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words[mail.trouble.what](mail.email, moment(mail.trouble.at))}</p>
          <button type="button" class="govuk-button govuk-button--secondary" aria-disabled={busy.value} onClick={() => void mend()}>
            {words.works}
          </button>
          {fault.value && (
            <p class="govuk-error-message" role="alert">
              {actWords(fault.value)}
            </p>
          )}
        </div>
      )}
    </>
  );
}
