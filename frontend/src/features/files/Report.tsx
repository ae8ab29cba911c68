import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { heldAt, useCentre } from "../../auth/centre";
import { AskForRole } from "../people/ask/AskForRole";
import { type Say, t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page, Unloaded } from "../../ui/Page";
import { mayEnter, maySubmit } from "../home/next-step";
import { Applied } from "./Applied";
import { Changed } from "./Changed";
import { DecideFile } from "./DecideFile";
import { UploadFacts } from "./UploadFacts";
import { Faults, Refusal } from "./Faults";
import { GoOn } from "./GoOn";
import { Reading } from "./Reading";
import { Tallies } from "./Tallies";
import { type Upload, checkAgain, getLines } from "./api";
import { centreOf, endsAt, isMissing, isOverdue, isUnderWay, sortLines, totalsOf } from "./report";
import { type Followed, useUpload } from "./use-upload";
import "./upload.scss";
import { uploadWords } from "./words";

/** What a file would do, what to do with it, and the result. */
export function Report({ upload: id }: { upload: string }) {
  const followed = useUpload(id);
  const upload = followed.seen.value;
  const error = followed.error.value;
  if (!upload) return <Unloaded loaded={{ error: followed.error, reload: followed.look }} />;
  return (
    <Page title={titleOf(upload)} caption={uploadWords.value.report.caption}>
      {error && <Failed error={error} retry={() => void followed.look()} />}
      {isUnderWay(upload) ? <UnderWay upload={upload} /> : <Outcome upload={upload} followed={followed} />}
      <UploadFacts upload={upload} />
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href="/upload">
            {uploadWords.value.report.again}
          </Link>
        </li>
      </ul>
    </Page>
  );
}

function titleOf(upload: Upload): string {
  const { state, file_name: name } = upload;
  const words = uploadWords.value;
  return state === "received" || state === "checking" ? words.sending.checking(name) : words.titles[state](name);
}

function UnderWay({ upload }: { upload: Upload }) {
  const words = uploadWords.value.report;
  return (
    <p class="govuk-body" role="status">
      {isOverdue(upload) && words.expected(moment(endsAt(upload)))}
      {upload.lines !== null && words.reading(upload.lines)}
    </p>
  );
}

function Outcome({ upload, followed }: { upload: Upload; followed: Followed }) {
  const { me } = useCentre();
  const round = useSignal(0);
  const why = useSignal<Say | undefined>(undefined);
  const lines = useResource(`${upload.id}|${round.value}`, async () => (upload.lines === null ? [] : getLines(upload.id)));
  const { faults, warnings, newer, entered, changes } = sortLines(lines.data.value ?? []);
  const held = heldAt({ me, centre: { number: centreOf(upload.id) } });
  const words = uploadWords.value;
  const { number, uci, name } = totalsOf(upload.assessments);
  const ready = upload.state === "ready";
  const asking = upload.state === "asking";
  const missing = lines.error.value && isMissing(lines.error.value);
  const again = () => void checkAgain(upload.id).then((now) => decided(now, true), lines.reload);
  const decided = (now: Upload, anew: boolean, say?: Say) => {
    followed.seen.value = now;
    why.value = now.state === "ready" || now.state === "asking" ? undefined : say;
    if (anew) round.value += 1;
  };
  return (
    <>
      {why.value && (
        <p class="govuk-inset-text" role="status">
          {why.value()}
        </p>
      )}
      {upload.refusal && !asking && <Refusal fault={upload.refusal} />}
      {upload.state === "cancelled" && <p class="govuk-body">{words.cancelled}</p>}
      {upload.cancelled && <p class="govuk-body cm-hint">{t.value.dates.by(moment(upload.cancelled.at), upload.cancelled.by)}</p>}
      {upload.state === "applying" && (
        <GoOn upload={upload} may={upload.applied?.submits ? maySubmit(held) : mayEnter(held)} decided={(now) => decided(now, false)} />
      )}
      {upload.state === "applied" && <Applied upload={upload} />}
      {ready && <p class="govuk-body-l">{leadOf(upload)}</p>}
      {ready && upload.good > 0 && <p class="govuk-body">{words.report.matched(number, uci, name)}</p>}
      {upload.assessments.length > 0 && <Tallies assessments={upload.assessments} />}
      {lines.error.value && ready && <Failed error={lines.error.value} retry={missing && mayEnter(held) ? again : lines.reload} />}
      {!lines.data.value && !lines.error.value && <Loading />}
      <Faults title={words.faults.title} lines={faults} upload={upload.id} />
      <Faults title={words.faults.warnings} lines={warnings} upload={faults.length === 0 ? upload.id : undefined} />
      {ready && <Changed title={words.changes.newer(newer.length)} lines={newer} />}
      {ready && <Changed title={words.changes.title(changes.length)} lines={changes} />}
      {ready && <Changed title={words.changes.entered(entered.length)} lines={entered} />}
      {(ready || asking) && !missing && <Reading upload={upload} round={round.value} mayEnter={mayEnter(held)} decided={decided} again={again} />}
      {(ready || asking) && !mayEnter(held) && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.report.viewOnly}</p>
          <AskForRole centre={{ number: centreOf(upload.id) }} wanted="enter marks" />
        </div>
      )}
      {ready && !missing && mayEnter(held) && (
        <DecideFile
          upload={upload}
          round={round.value}
          maySubmit={maySubmit(held) && upload.assessments.every(({ assessment }) => assessment === "" || maySubmit(held, assessment))}
          decided={decided}
        />
      )}
    </>
  );
}

/** The report in a few sentences. */
function leadOf({ good, bad, assessments }: Upload): string {
  const { accepted, changed, blank } = totalsOf(assessments);
  const words = uploadWords.value.report;
  return [
    good > 0 && bad === 0 ? words.all(good) : "",
    good > 0 && bad > 0 ? words.passed(good) : "",
    good > 0 && accepted + changed === 0 ? words.same : "",
    bad > 0 ? words.failed(bad) : "",
    blank > 0 ? words.blank(blank) : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
