import { signIn } from "../auth/session";
import { t } from "../i18n/words";
import { Page } from "../ui/Page";
import { type Config, board } from "../auth/config";
import { Contact } from "./Contact";
import { welcomeWords } from "./words";

/** The sign-in page; on a demonstration, with the people one can sign in as. */
export function SignedOut({ config }: { config: Config }) {
  const { welcome, signIn: signInWords, board: ours } = t.value.shell;
  const words = welcomeWords.value;
  return (
    <Page title={welcome.title}>
      <p class="govuk-body-l">{words.lead(board.value.name ?? ours)}</p>
      <button type="button" class="govuk-button govuk-button--start" onClick={() => void signIn()}>
        {signInWords}
      </button>
      {config.demo && <DemoSignIns people={config.demo} />}
      <div class="cm-columns">
        <section>
          <h2 class="govuk-heading-m">{words.who.title}</h2>
          <p class="govuk-body">{words.who.what}</p>
        </section>
        <section>
          <h2 class="govuk-heading-m">{words.account.title}</h2>
          <p class="govuk-body">
            {words.account.invited} {words.account.first}
          </p>
        </section>
        <section>
          <h2 class="govuk-heading-m">{words.trouble.title}</h2>
          <p class="govuk-body">{words.trouble.password}</p>
          <Contact />
        </section>
      </div>
    </Page>
  );
}

function DemoSignIns({ people }: { people: NonNullable<Config["demo"]> }) {
  const words = welcomeWords.value.demo;
  return (
    <section class="cm-demo">
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      <div class="cm-scroll">
        <table class="govuk-table cm-table cm-list">
          <caption class="govuk-visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.email}</th>
              <th scope="col">{words.password}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.email}>
                <th scope="row">
                  {person.name}
                  <span class="cm-hint">{person.what}</span>
                </th>
                <td data-label={words.email}>
                  <code>{person.email}</code>
                </td>
                <td data-label={words.password}>
                  <code>{person.password}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
