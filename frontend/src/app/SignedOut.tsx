import { signIn } from "../auth/session";
import { Page } from "../ui/Page";
import { Shell } from "./Shell";
import type { Config } from "./config";

/** The way in; on a demonstration, with whom one may be. */
export function SignedOut({ config }: { config: Config }) {
  return (
    <Shell>
      <Page title="Send your centre's marks to the board">
        <p class="govuk-body-l">Enter and check coursework marks and grades, submit them, and see the board confirm them.</p>
        <button type="button" class="govuk-button govuk-button--start" onClick={() => void signIn()}>
          Sign in
        </button>
        {config.demo && <DemoSignIns people={config.demo} />}
      </Page>
    </Shell>
  );
}

const DemoSignIns = ({ people }: { people: NonNullable<Config["demo"]> }) => (
  <section class="cm-demo">
    <h2 class="govuk-heading-m">This is a demonstration</h2>
    <p class="govuk-body">Everyone in it is made up. Sign in as one of these:</p>
    <div class="cm-scroll">
      <table class="govuk-table cm-table">
        <caption class="govuk-visually-hidden">Demonstration sign-ins</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Email</th>
            <th scope="col">Password</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.email}>
              <th scope="row">
                {person.name}
                <span class="cm-hint">{person.what}</span>
              </th>
              <td>
                <code>{person.email}</code>
              </td>
              <td>
                <code>{person.password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
