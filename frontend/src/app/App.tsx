import { Route, Router, Switch } from "wouter-preact";
import { session } from "../auth/session";
import { History } from "../features/history/History";
import { Home } from "../features/home/Home";
import { MarkEntry } from "../features/mark-entry/MarkEntry";
import { Review } from "../features/submit/Review";
import { Submitted } from "../features/submitted/Submitted";
import { SubmittedList } from "../features/submitted/SubmittedList";
import { t } from "../i18n/words";
import { leave } from "../lib/leaving";
import { Page } from "../ui/Page";
import { SignedIn } from "./SignedIn";
import { SignedOut } from "./SignedOut";
import type { Config } from "./config";
import { lazy } from "./lazy";

const Check = lazy(async () => (await import("../features/check/Check")).Check);
const Print = lazy(async () => (await import("../features/print/Print")).Print);
const Report = lazy(async () => (await import("../features/upload/Report")).Report);
const Uploads = lazy(async () => (await import("../features/upload/Uploads")).Uploads);

export function App({ config }: { config: Config }) {
  if (session.value === "out") return <SignedOut config={config} />;
  return (
    <Router aroundNav={(navigate, to, options) => void leave(() => navigate(to, options))}>
      <SignedIn>
        <Switch>
          <Route path="/" component={Home} />
          <Route path="/signed-out" component={Home} />
          <Route path="/submitted" component={SubmittedList} />
          <Route path="/upload" component={Uploads} />
          <Route path="/upload/:upload">{({ upload }) => <Report key={upload} upload={upload} />}</Route>
          <Route path="/sheets/:sheet">{({ sheet }) => <MarkEntry key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/check">{({ sheet }) => <Check key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/print">{({ sheet }) => <Print key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/submit">{({ sheet }) => <Review key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/submitted">{({ sheet }) => <Submitted key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/history">{({ sheet }) => <History key={sheet} sheet={sheet} />}</Route>
          <Route>
            <Page title={t.value.shell.notFound.title}>
              <p class="govuk-body">{t.value.shell.notFound.advice}</p>
            </Page>
          </Route>
        </Switch>
      </SignedIn>
    </Router>
  );
}
