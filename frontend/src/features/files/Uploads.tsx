import { useEffect } from "preact/hooks";
import { useSearch } from "wouter-preact";
import { heldAt, useCentre } from "../../auth/centre";
import { t } from "../../i18n/words";
import { seriesTitle } from "../../lib/dates";
import { pollUntil } from "../../lib/poll";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";
import { getAssessments } from "../home/api";
import { mayEnter } from "../home/next-step";
import { AskForRole } from "../people/ask/AskForRole";
import { Earlier } from "./Earlier";
import { SendForm } from "./SendForm";
import { Template } from "./Template";
import { getUploads } from "./api";
import { isOverdue, isUnderWay } from "./report";
import "./upload.scss";
import { uploadWords } from "./words";

/** Send files of marks, get files to fill in, and see what was sent before. */
export function Uploads() {
  const { me, centre, series } = useCentre();
  const place = { centre: centre.number, series: series.id };
  const key = `${place.centre}|${place.series}`;
  const asked = new URLSearchParams(useSearch()).get("sheet") ?? "";
  const sheets = useResource(key, () => getAssessments(place.centre, place.series));
  const earlier = useResource(key, () => getUploads(place.centre, place.series));
  const waits = earlier.data.value?.uploads.some((upload) => isUnderWay(upload) && !isOverdue(upload)) ?? false;
  const lookAgain = earlier.reload;
  useEffect(() => {
    if (!waits) return undefined;
    return pollUntil(lookAgain, () => false);
  }, [key, waits, lookAgain]);

  const list = sheets.data.value?.assessments;
  const error = sheets.error.value ?? earlier.error.value;
  const again = () => void Promise.all([sheets.reload(), earlier.reload()]);
  const words = uploadWords.value;
  const held = heldAt({ me, centre });
  const first = list?.find(({ sheet }) => sheet === asked);
  return (
    <Page title={t.value.shell.menu.upload} caption={`${seriesTitle(series)} · ${centre.number} ${centre.name}`}>
      {error && <Failed error={error} retry={again} />}
      {mayEnter(held, first?.assessment.code) ? (
        list && (
          <SendForm
            key={`${key}|${asked}`}
            place={place}
            assessments={list.filter(({ assessment }) => mayEnter(held, assessment.code))}
            first={first}
            sent={() => void earlier.reload()}
          />
        )
      ) : (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.report.viewOnly}</p>
          <AskForRole key={asked} centre={centre} wanted="enter marks" assessment={first?.assessment.code} />
        </div>
      )}
      {list && list.length > 0 && <Template key={`${key}|${asked}`} place={place} assessments={list} first={first} />}
      <h2 class="govuk-heading-m">{words.earlier.title}</h2>
      {earlier.data.value && <Earlier uploads={earlier.data.value.uploads} />}
      {!(list && earlier.data.value) && !error && <Loading />}
    </Page>
  );
}
