import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { ApiError, type Schemas } from "../../api/client";
import { rolesAt, useCentre } from "../../auth/centre";
import { actWords } from "../../i18n/fault-words";
import { t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { lostAnswer } from "../../lib/lost-answer";
import { useResource } from "../../lib/resource";
import { Page, Unloaded } from "../../ui/Page";
import { AskForRole } from "./ask/AskForRole";
import { changeSettings, getSettings } from "./api";
import { settingsWords } from "./words";

type Settings = Schemas["SettingsOut"];

/** The centre's settings; its administrator changes them, everyone sees them. */
export function SettingsPage() {
  const place = useCentre();
  const { centre } = place;
  const loaded = useResource(centre.number, () => getSettings(centre.number));
  const { data } = loaded;
  if (!data.value) return <Unloaded loaded={loaded} />;
  const administrator = rolesAt(place).includes("centre administrator");
  return (
    <Page title={t.value.links.settings} caption={`${centre.number} ${centre.name}`}>
      {administrator ? (
        <Form centre={centre.number} settings={data.value} saved={(now) => (data.value = now)} />
      ) : (
        <ReadOnly centre={centre} settings={data.value} />
      )}
      <p class="govuk-hint">{lastChange(data.value)}</p>
      <p class="govuk-body">
        <Link class="govuk-link" href="/settings/departments">
          {settingsWords.value.departments}
        </Link>
      </p>
      {administrator && (
        <p class="govuk-body">
          <Link class="govuk-link" href="/settings/history">
            {settingsWords.value.changes}
          </Link>
        </p>
      )}
    </Page>
  );
}

function lastChange({ changed_at, changed_by }: Settings): string {
  const words = settingsWords.value;
  return changed_at ? words.changed(moment(changed_at), changed_by ?? "") : words.never;
}

const ReadOnly = ({ centre, settings }: { centre: { number: string }; settings: Settings }) => {
  const words = settingsWords.value;
  return (
    <>
      <dl class="govuk-summary-list">
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{words.second.label}</dt>
          <dd class="govuk-summary-list__value">{settings.second_checker ? words.on : words.off}</dd>
        </div>
      </dl>
      <p class="govuk-body">{words.readOnly}</p>
      <AskForRole centre={centre} wanted="centre administrator" />
    </>
  );
};

interface FormProps {
  centre: string;
  settings: Settings;
  saved: (now: Settings) => void;
}

function Form({ centre, settings, saved }: FormProps) {
  const second = useSignal(settings.second_checker);
  const said = useSignal<"" | "saving" | "saved">("");
  const trouble = useSignal<ApiError | undefined>(undefined);
  const words = settingsWords.value;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (said.value === "saving") return;
    said.value = "saving";
    trouble.value = undefined;
    try {
      saved(await changeSettings(centre, { second_checker: second.value }));
      said.value = "saved";
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      said.value = "";
      if (fault.unknown) await lostAnswer();
      trouble.value = fault;
    }
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <div class="govuk-form-group">
        <div class="govuk-checkboxes">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id="second-checker"
              type="checkbox"
              aria-describedby="second-checker-hint"
              checked={second.value}
              onChange={(event) => {
                second.value = event.currentTarget.checked;
                said.value = "";
              }}
            />
            <label class="govuk-label govuk-checkboxes__label" for="second-checker">
              {words.second.label}
            </label>
            <p class="govuk-hint govuk-checkboxes__hint" id="second-checker-hint">
              {words.second.hint}
            </p>
          </div>
        </div>
      </div>
      {trouble.value && (
        <p class="govuk-error-message" role="alert">
          {actWords(trouble.value)}
        </p>
      )}
      <div class="cm-settings__save">
        <button type="submit" class="govuk-button" aria-disabled={said.value === "saving"}>
          {t.value.shell.save}
        </button>
        <p class="govuk-body" role="status">
          {said.value === "saved" ? words.saved : ""}
        </p>
      </div>
    </form>
  );
}
