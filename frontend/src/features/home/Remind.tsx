import { useCentre } from "../../auth/centre";
import { useResource } from "../../lib/resource";
import { Unloaded } from "../../ui/Page";
import { RemindPage } from "../requests/remind/RemindPage";
import { listed } from "./filter";
import { useAsked } from "./use-asked";

/** Remind colleagues of the assessments that the address asks for. */
export function Remind() {
  const { centre } = useCentre();
  const { asked, query, load } = useAsked();
  const loaded = useResource(`${centre.number}${query}`, load);
  const found = loaded.data.value;
  if (!found) return <Unloaded loaded={loaded} />;
  const list = listed(found.assessments, found.departments, asked);
  return <RemindPage list={list} series={found.series.id} submitters={found.people.submit} home={`/${query}`} reload={loaded.reload} />;
}
