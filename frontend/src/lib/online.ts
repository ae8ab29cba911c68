import { signal } from "@preact/signals";

/** Whether the browser believes in a connection; it may be wrong about a service that does not answer. */
export const online = signal(navigator.onLine);

addEventListener("online", () => {
  online.value = true;
});
addEventListener("offline", () => {
  online.value = false;
});
