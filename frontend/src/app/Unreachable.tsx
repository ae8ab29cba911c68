import { Page } from "../ui/Page";
import { Shell } from "./Shell";

/** Shown when not even the way to sign in is known. */
export const Unreachable = () => (
  <Shell>
    <Page title="Centremark cannot be reached">
      <p class="govuk-body">Check your connection, then try again. Nothing that was saved is lost.</p>
      <button type="button" class="govuk-button" onClick={() => location.reload()}>
        Try again
      </button>
    </Page>
  </Shell>
);
