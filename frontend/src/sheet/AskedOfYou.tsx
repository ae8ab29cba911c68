import { day } from "../lib/dates";
import { useResource } from "../lib/resource";
import { getRequests } from "./api";
import { sheetWords } from "./words";

/** Until when a colleague asked the person signed in for marks of this sheet, for as long as some are missing. */
export function AskedOfYou({ sheet }: { sheet: string }) {
  const { data } = useResource(sheet, () => getRequests(sheet));
  const mine = data.value?.requests.filter(({ own, done }) => own && !done) ?? [];
  return (
    <>
      {mine.map(({ number, asked_by, due, groups, late }) => (
        <span key={number} class={late ? "cm-late" : undefined}>
          {sheetWords.value.askedBy(asked_by, day(due), groups.join(", "))}
        </span>
      ))}
    </>
  );
}
