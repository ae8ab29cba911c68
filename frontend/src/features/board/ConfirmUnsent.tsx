import type { ApiError } from "../../api/client";
import { Confirm } from "../../ui/Confirm";
import { boardWords } from "./words";

interface Props {
  /** How many pieces of the sample are still to be sent, and how many were drawn. */
  unsent: number;
  drawn: number;
  busy: boolean;
  fault: ApiError | undefined;
  record: () => void;
  close: () => void;
}

/** Asks whether to record an outcome although part of the sample was not sent. */
export function ConfirmUnsent({ unsent, drawn, record, ...asked }: Props) {
  const words = boardWords.value.outcome;
  return <Confirm title={words.unsent(unsent, drawn)} yes={words.record} act={record} {...asked} />;
}
