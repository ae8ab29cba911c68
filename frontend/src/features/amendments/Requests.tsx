import type { Say } from "../../i18n/words";
import type { Scale } from "../../sheet/parse";
import { Request } from "./Request";
import { WithdrawButton, WorkSentForm } from "./Follow";
import type { Amendments } from "./api";
import { amendWords } from "./words";
import { Nothing } from "../../ui/Nothing";

interface Props {
  sheet: string;
  amendments: Amendments;
  scale: Scale;
  changed: (now: Amendments, say: Say) => Promise<void>;
  again: () => Promise<void>;
}

/** Every amendment of a sheet, latest first, with what the centre can do about those that are open. */
export function Requests({ sheet, amendments, scale, ...rest }: Props) {
  const words = amendWords.value.list;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      {amendments.amendments.length === 0 && <Nothing why={words.none} />}
      {amendments.amendments.map((amendment) => (
        <Request key={amendment.number} amendment={amendment} scale={scale}>
          {amendments.may && amendment.state === "pending" && (
            <>
              {amendment.work && !amendment.work.sent && <WorkSentForm sheet={sheet} number={amendment.number} {...rest} />}
              <WithdrawButton sheet={sheet} number={amendment.number} {...rest} />
            </>
          )}
        </Request>
      ))}
    </section>
  );
}
