import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ApiError, type Schemas } from "../../api/client";
import { getCentre } from "./api";

/** A centre a candidate may move to, and whether it has submitted its marks of the assessment. */
export interface OtherCentre {
  number: string;
  name: string;
  submitted: boolean;
}

/** The centre with the number typed, "none" when the board has none, undefined while that is not known. */
export function useOtherCentre(number: string, { series, assessment }: Schemas["SheetOut"]): OtherCentre | "none" | undefined {
  const found = useSignal<{ number: string; is: OtherCentre | "none" } | undefined>(undefined);
  useEffect(() => {
    if (!/^\d{5}$/.test(number)) return undefined;
    let left = false;
    const ask = async () => {
      const is = await lookUp(number, series.id, assessment.code);
      if (!left && is) found.value = { number, is };
    };
    void ask();
    return () => {
      left = true;
    };
  }, [number, series.id, assessment.code, found]);
  return found.value?.number === number ? found.value.is : undefined;
}

async function lookUp(number: string, series: string, code: string): Promise<OtherCentre | "none" | undefined> {
  try {
    const { centre, assessments } = await getCentre(number, series, code);
    return { ...centre, submitted: assessments.some((one) => one.assessment.code === code && one.submission !== null) };
  } catch (fault) {
    if (!(fault instanceof ApiError)) throw fault;
    return fault.status === 404 ? "none" : undefined;
  }
}
