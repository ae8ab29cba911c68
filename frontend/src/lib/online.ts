import { signal } from "@preact/signals";

/** Whether the browser reports a connection; the service may still not answer. */
export const online = signal(navigator.onLine);

addEventListener("online", () => {
  online.value = true;
});
addEventListener("offline", () => {
  online.value = false;
});
