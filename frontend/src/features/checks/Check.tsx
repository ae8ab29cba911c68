import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { useCentre } from "../../auth/centre";
import { useResource } from "../../lib/resource";
import { SaveBar } from "../../sheet/SaveBar";
import { SheetPage, SubmittedNote } from "../../sheet/SheetPage";
import { Unsent } from "../../sheet/Unsent";
import { getSheet } from "../../sheet/api";
import { lockOf, windowWords } from "../../sheet/lock";
import { type OpenSheet, isSupplementary } from "../../sheet/open-sheet";
import { useOpenSheet } from "../../sheet/use-open-sheet";
import { Unloaded } from "../../ui/Page";
import { AskForRole } from "../people/ask/AskForRole";
import { CheckIntroduction } from "./CheckIntroduction";
import { LeftToDo } from "./LeftToDo";
import { WalkTable } from "./WalkTable";
import "./check.scss";
import { actOf } from "./keys";
import { useWalk } from "./use-walk";
import type { Act } from "./walk";
import { checkWords } from "./words";

/** The element that gets the keys while a candidate is looked at, and the one at any time. */
const CANDIDATE = "[aria-current] [data-focus]";
const HERE = `${CANDIDATE}, [data-end]`;

/** Check the marks of a sheet, one candidate at a time. */
export function Check({ sheet }: { sheet: string }) {
  const { me } = useCentre();
  const loaded = useResource(sheet, () => getSheet(sheet));
  return loaded.data.value ? <Sheet loaded={loaded.data.value} person={me.id} /> : <Unloaded loaded={loaded} />;
}

function Sheet({ loaded, person }: { loaded: Schemas["SheetOut"]; person: string }) {
  const sheet = useOpenSheet(loaded, person);
  const head = sheet.head.value;
  const lock = lockOf(head);
  const shut = windowWords(head);
  // After the page has focused its heading, focus the candidate, so that Space works at once.
  useEffect(() => focusOn(CANDIDATE, "nearest"), []);
  const words = checkWords.value;
  return (
    <SheetPage head={head} here="check" title={words.title}>
      {isSupplementary(head) && <p class="govuk-inset-text">{words.lateOnly}</p>}
      {lock === "submitted" && <SubmittedNote sheet={head.id} />}
      <Unsent sheet={sheet} />
      {shut && <p class="govuk-inset-text">{shut}</p>}
      {lock === "no role" && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.viewOnly}</p>
          <AskForRole centre={head.centre} wanted="enter marks" assessment={head.assessment.code} />
        </div>
      )}
      {!lock && <Walking sheet={sheet} person={person} />}
    </SheetPage>
  );
}

function Walking({ sheet, person }: { sheet: OpenSheet; person: string }) {
  const walking = useWalk(sheet, person);
  const typing = useSignal(false);
  const moved = useRef(false);
  const [, navigate] = useLocation();
  const { walk, route, said } = walking;

  const act = (asked: Act) => {
    const before = walk.peek().at;
    const done = walking.act(asked);
    moved.current = walk.peek().at !== before;
    return done;
  };
  useLayoutEffect(() => {
    if (moved.current) focusOn(HERE, "center");
    moved.current = false;
  }, [walk.value.at]);

  useEffect(() => sheet.visit(walk.value.at), [sheet, walk.value.at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const asked = actOf(event, event.target instanceof HTMLInputElement);
    // After the last candidate there is nowhere to go but back, and the keys that scroll are left to scroll.
    if (!asked || (walk.peek().at === undefined && asked.do !== "back")) return;
    if (event.target instanceof HTMLAnchorElement) return;
    event.preventDefault();
    act(asked);
  };
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest("button, input, a")) return;
    const candidate = target.closest("tr")?.dataset["candidate"];
    if (!candidate) return;
    if (candidate === walk.peek().at) focusOn(HERE, "nearest");
    else act({ do: "go", to: candidate });
  };
  const toCheck = sheet.rows.map(({ value }) => value).filter(({ submitted }) => !submitted);
  const checked = toCheck.filter((row) => row.checked).length;
  const toProblem = () => {
    const wrong = sheet.rows.map((one) => one.peek()).filter(({ problem, theirs }) => problem ?? theirs);
    const here = wrong.find(({ candidate }) => route.peek().stops.some((stop) => stop.candidate === candidate));
    if (here) act({ do: "go", to: here.candidate });
    else if (wrong[0]) navigate(`/sheets/${sheet.head.peek().id}#c${wrong[0].candidate}`);
  };
  return (
    <div class="cm-walking">
      <CheckIntroduction head={sheet.head.value} route={route.value} typing={typing} />
      <p class="govuk-visually-hidden" role="status">
        {said.value?.()}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it takes the keys of its buttons, which do the same */}
      <div onKeyDown={onKeyDown} onClick={onClick}>
        <WalkTable sheet={sheet} walking={walking} act={act} typing={typing.value} />
        <LeftToDo sheet={sheet} walk={walk.value} route={route.value} act={act} />
      </div>
      <SaveBar sheet={sheet} locked={false} checking progress={checkWords.value.progress(checked, toCheck.length)} toProblem={toProblem} />
    </div>
  );
}

/** Put the focus on the first place found, where it can be seen. */
function focusOn(places: string, block: ScrollLogicalPosition): void {
  const place = document.querySelector<HTMLElement>(places);
  place?.focus({ preventScroll: true });
  (place?.closest("tr") ?? place)?.scrollIntoView?.({ block });
}
