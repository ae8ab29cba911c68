import { useSearch } from "wouter-preact";
import { navigate } from "wouter-preact/use-browser-location";

const STEP = "step";

/** The step of a page that the address names: it has one of its own, so that the browser's Back leads to the step before. */
export const useStep = (): string | undefined => new URLSearchParams(useSearch()).get(STEP) ?? undefined;

export const toStep = (step: string): void => navigate(`${location.pathname}?${STEP}=${step}${location.hash}`);

/** From a step back to the page it belongs to. */
export const leaveStep = (): void => navigate(location.pathname + location.hash, { replace: true });
