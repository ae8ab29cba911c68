import { Link, Route, Router, Switch } from "wouter-preact";
import { leftOffline, session } from "../auth/session";
import { t } from "../i18n/words";
import { leave } from "../lib/leaving";
import { Page } from "../ui/Page";
import { Contact } from "./Contact";
import { Shell } from "./Shell";
import { SignedIn } from "./SignedIn";
import { isOfBoardAlone, useCentre } from "../auth/centre";
import type { Config } from "../auth/config";
import { lazy } from "../ui/lazy";

const loadHome = async () => (await import("../features/home/Home")).Home;
const Home = lazy(loadHome);
const SignedOut = lazy(async () => (await import("./SignedOut")).SignedOut);
const MarkEntry = lazy(async () => (await import("../features/marks/MarkEntry")).MarkEntry);
const History = lazy(async () => (await import("../features/history/History")).History);
const OwnCentreHistory = lazy(async () => (await import("../features/history/centre/CentreHistory")).OwnCentreHistory);
const BoardHistory = lazy(async () => (await import("../features/history/centre/CentreHistory")).BoardHistory);
const Review = lazy(async () => (await import("../features/submission/Review")).Review);
const Submitted = lazy(async () => (await import("../features/submission/submitted/Submitted")).Submitted);
const SubmissionAsSent = lazy(async () => (await import("../features/submission/submitted/SubmissionAsSent")).SubmissionAsSent);
const SubmittedList = lazy(async () => (await import("../features/submission/submitted/SubmittedList")).SubmittedList);
const Check = lazy(async () => (await import("../features/checks/Check")).Check);
const Amend = lazy(async () => (await import("../features/amendments/Amend")).Amend);
const Moderation = lazy(async () => (await import("../features/moderation/Moderation")).Moderation);
const GatherList = lazy(async () => (await import("../features/moderation/GatherList")).GatherList);
const OutcomeList = lazy(async () => (await import("../features/moderation/OutcomeList")).OutcomeList);
const MoreTime = lazy(async () => (await import("../features/extensions/MoreTime")).MoreTime);
const Board = lazy(async () => (await import("../features/board/Board")).Board);
const BoardSheet = lazy(async () => (await import("../features/board/BoardSheet")).BoardSheet);
const Consortia = lazy(async () => (await import("../features/moderation/consortia/Consortia")).Consortia);
const Consortium = lazy(async () => (await import("../features/moderation/consortia/Consortium")).Consortium);
const Print = lazy(async () => (await import("../features/prints/Print")).Print);
const Report = lazy(async () => (await import("../features/files/Report")).Report);
const Uploads = lazy(async () => (await import("../features/files/Uploads")).Uploads);
const SubmitReady = lazy(async () => (await import("../features/submission/together/SubmitReady")).SubmitReady);
const Remind = lazy(async () => (await import("../features/home/Remind")).Remind);
const PrintAll = lazy(async () => (await import("../features/prints/together/PrintAll")).PrintAll);
const Progress = lazy(async () => (await import("../features/home/progress/Progress")).Progress);
const Departments = lazy(async () => (await import("../features/people/departments/Departments")).Departments);
const CentrePeople = lazy(async () => (await import("../features/people/manage/CentrePeople")).CentrePeople);
const Settings = lazy(async () => (await import("../features/people/Settings")).SettingsPage);
const Notices = lazy(async () => (await import("../features/notices/Notices")).Notices);
const YourAccount = lazy(async () => (await import("../features/people/account/YourAccount")).YourAccount);
const AskedPage = lazy(async () => (await import("../features/requests/AskedPage")).AskedPage);
const Help = lazy(async () => (await import("../features/help/Help")).Help);

export function App({ config }: { config: Config }) {
  if (leftOffline.value) return <LeftOffline />;
  if (session.value === "out") return <Stranger config={config} />;
  // Its code comes while who is signed in is asked for, so that nobody waits for one after the other.
  if (location.pathname === "/") void loadHome();
  return (
    <Router aroundNav={(navigate, to, options) => void leave(() => navigate(to, options))}>
      <SignedIn>
        <Switch>
          <Route path="/" component={Start} />
          <Route path="/signed-out" component={Start} />
          <Route path="/board" component={Board} />
          <Route path="/board/consortia" component={Consortia} />
          <Route path="/board/consortia/:sheet">{({ sheet }) => <Consortium key={sheet} sheet={sheet} />}</Route>
          <Route path="/board/history">{() => <BoardHistory key="" />}</Route>
          <Route path="/board/centres/:centre/history">{({ centre }) => <BoardHistory key={centre} centre={centre} />}</Route>
          <Route path="/board/:sheet">{({ sheet }) => <BoardSheet key={sheet} sheet={sheet} />}</Route>
          <Route path="/submitted" component={SubmittedList} />
          <Route path="/submit-ready" component={SubmitReady} />
          <Route path="/remind" component={Remind} />
          <Route path="/print-all" component={PrintAll} />
          <Route path="/progress" component={Progress} />
          <Route path="/upload" component={Uploads} />
          <Route path="/upload/:upload">{({ upload }) => <Report key={upload} upload={upload} />}</Route>
          <Route path="/asked" component={AskedPage} />
          <Route path="/help" component={Help} />
          <Route path="/people" component={CentrePeople} />
          <Route path="/settings" component={Settings} />
          <Route path="/settings/departments" component={Departments} />
          <Route path="/settings/history" component={OwnCentreHistory} />
          <Route path="/notices" component={Notices} />
          <Route path="/account" component={YourAccount} />
          <Route path="/sheets/:sheet">{({ sheet }) => <MarkEntry key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/check">{({ sheet }) => <Check key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/print">{({ sheet }) => <Print key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/submit">{({ sheet }) => <Review key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/submitted">{({ sheet }) => <Submitted key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/submitted/:number">
            {({ sheet, number }) => <SubmissionAsSent key={`${sheet} ${number}`} sheet={sheet} number={Number(number)} />}
          </Route>
          <Route path="/sheets/:sheet/amend">{({ sheet }) => <Amend key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/moderation">{({ sheet }) => <Moderation key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/moderation/work">{({ sheet }) => <GatherList key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/moderation/outcome">{({ sheet }) => <OutcomeList key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/more-time">{({ sheet }) => <MoreTime key={sheet} sheet={sheet} />}</Route>
          <Route path="/sheets/:sheet/history">{({ sheet }) => <History key={sheet} sheet={sheet} />}</Route>
          <Route>
            <Page title={t.value.shell.notFound.title}>
              <p class="govuk-body">{t.value.shell.notFound.advice}</p>
              <p class="govuk-body">
                <Link class="govuk-link" href="/">
                  {t.value.shell.notFound.home}
                </Link>
              </p>
              <Contact />
            </Page>
          </Route>
        </Switch>
      </SignedIn>
    </Router>
  );
}

/** The first page a person sees: their centre, or the list of all centres for those who are only of the board. */
const Start = () => (isOfBoardAlone(useCentre()) ? <Board /> : <Home />);

/** Pages for everyone: signing in, and help. */
const Stranger = ({ config }: { config: Config }) => (
  <Shell>
    <Switch>
      <Route path="/help" component={Help} />
      <Route>
        <SignedOut config={config} />
      </Route>
    </Switch>
  </Shell>
);

/** Somebody signed out while there was no connection. */
const LeftOffline = () => (
  <Shell>
    <Page title={t.value.shell.leftOffline.title}>
      <p class="govuk-body">{t.value.shell.leftOffline.advice}</p>
    </Page>
  </Shell>
);
