import { useResource } from "../../../lib/resource";
import { NotLooked } from "./NotLooked";
import { Senses } from "./Senses";
import { getSenses } from "./api";
import { senseWords } from "./words";

/** Odd patterns of a sheet's marks, for the board; loaded after the page. */
export function SenseSection({ sheet }: { sheet: string }) {
  const { data, error, reload } = useResource(sheet, () => getSenses(sheet));
  const found = data.value?.senses ?? [];
  if (error.value) return <NotLooked again={reload} />;
  if (found.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{senseWords.value.title}</h2>
      <p class="govuk-body">{senseWords.value.board}</p>
      <Senses senses={found} />
    </section>
  );
}
