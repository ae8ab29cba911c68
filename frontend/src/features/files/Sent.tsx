import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import { faultWords } from "../../i18n/fault-words";
import { t } from "../../i18n/words";
import { pollUntil } from "../../lib/poll";
import { StateTag } from "./StateTag";
import { type Upload, getUpload } from "./api";
import type { Parcel } from "./parcel";
import { isUnderWay } from "./report";
import { uploadWords } from "./words";

/** The progress of each file that was sent from here. */
export const Sent = ({ parcels, again }: { parcels: Parcel[]; again: (parcel: Parcel) => void }) => (
  <ul class="govuk-list cm-parcels" aria-live="polite">
    {parcels.map((parcel) => (
      <li key={parcel.key}>
        <Progress parcel={parcel} again={() => again(parcel)} />
      </li>
    ))}
  </ul>
);

function Progress({ parcel: { key, file, stage }, again }: { parcel: Parcel; again: () => void }) {
  const words = uploadWords.value.sending;
  const now = stage.value;
  switch (now.kind) {
    case "chosen":
      return <span class="cm-break">{file.name}</span>;
    case "sending":
      return (
        <>
          <label class="cm-break" for={`sending-${key}`}>
            {words.sending(file.name)}
          </label>{" "}
          <progress id={`sending-${key}`} max={1} value={now.share} />
        </>
      );
    case "sent":
      return <Checked sent={now.upload} />;
    case "failed":
      return (
        <>
          <span class="cm-problem cm-break">
            {now.fault.unknown && !now.fault.intercepted ? words.unknown(file.name) : words.failed(file.name, faultWords(now.fault))}
          </span>{" "}
          <button type="button" class="cm-link-button" onClick={again}>
            {t.value.shell.again}
          </button>
        </>
      );
  }
}

/** A file that was sent, until it is checked. */
function Checked({ sent }: { sent: Upload }) {
  const seen = useSignal(sent);
  useEffect(
    () =>
      pollUntil(
        async () => (seen.value = await getUpload(sent.id)),
        (upload) => !isUnderWay(upload),
      ),
    [sent.id, seen],
  );
  const link = (
    <Link class="govuk-link cm-break" href={`/upload/${sent.id}`}>
      {isUnderWay(seen.value) ? uploadWords.value.sending.checking(sent.file_name) : sent.file_name}
    </Link>
  );
  return isUnderWay(seen.value) ? (
    link
  ) : (
    <>
      {link} <StateTag state={seen.value.state} />
    </>
  );
}
