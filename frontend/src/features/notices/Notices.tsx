import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import { actWords } from "../../i18n/fault-words";
import { t } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { useResource } from "../../lib/resource";
import { Field } from "../../ui/Field";
import { Page, Unloaded } from "../../ui/Page";
import { MailTrouble } from "./MailTrouble";
import { Topics } from "./Topics";
import { chooseNotices, getNotices } from "./api";
import { noticesWords } from "./words";

type Mail = Schemas["NoticesOut"];

/** A person's emails: the address, the topics and the language. */
export function Notices() {
  const loaded = useResource("mine", getNotices);
  const { data } = loaded;
  const words = noticesWords.value;
  if (!data.value) return <Unloaded loaded={loaded} />;
  const mail = data.value;
  return (
    <Page title={t.value.links.notices}>
      <p class="govuk-body">{mail.email ? words.address(mail.email) : words.noAddress}</p>
      <MailTrouble mail={mail} changed={(now) => (data.value = now)} />
      {mail.topics.length > 0 ? <Form mail={mail} changed={(now) => (data.value = now)} /> : <p class="govuk-body">{words.noTopics}</p>}
    </Page>
  );
}

function Form({ mail, changed }: { mail: Mail; changed: (now: Mail) => void }) {
  const language = useSignal(mail.language);
  const muted = useSignal(mail.muted);
  const saved = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = noticesWords.value;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    saved.value = await act(async () => changed(await chooseNotices({ language: language.value, muted: muted.value })));
  };
  return (
    <form onSubmit={(event) => void save(event)} onChange={() => (saved.value = false)}>
      <Field id="language" label={words.language}>
        {(control) => (
          <select
            class="govuk-select"
            {...control}
            value={language.value}
            onChange={(event) => (language.value = event.currentTarget.value === "cy" ? "cy" : "en")}
          >
            <option value="en">English</option>
            <option value="cy" lang="cy">
              Cymraeg
            </option>
          </select>
        )}
      </Field>
      <Topics topics={mail.topics} muted={muted.value} mute={(now) => (muted.value = now)} />
      {fault.value && (
        <p class="govuk-error-message" role="alert">
          {actWords(fault.value)}
        </p>
      )}
      <div class="cm-settings__save">
        <button type="submit" class="govuk-button" aria-disabled={busy.value}>
          {t.value.shell.save}
        </button>
        <p class="govuk-body" role="status">
          {saved.value ? words.saved : ""}
        </p>
      </div>
    </form>
  );
}
