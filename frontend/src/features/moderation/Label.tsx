import type { Schemas } from "../../api/client";
import { moderationWords } from "./words";

interface Props {
  moderator: Schemas["ModeratorOut"];
  centre: Schemas["CentreOut"];
  code: string;
}

/** The address to send work to, as a label for the parcel; printing this page prints only this. */
export function Label({ moderator, centre, code }: Props) {
  const words = moderationWords.value.label;
  return (
    <section>
      <h2 class="govuk-heading-m cm-screen">{words.title}</h2>
      <div class="cm-label">
        <address>
          <strong>{moderator.name}</strong>
          {moderator.address.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
        <p>{words.from(code, `${centre.number} ${centre.name}`)}</p>
      </div>
      <button type="button" class="govuk-button govuk-button--secondary cm-screen" onClick={() => globalThis.print()}>
        {words.print}
      </button>
    </section>
  );
}
