import "./styles/main.scss";
import { render } from "preact";
import { App } from "./app/App";
import { Unreachable } from "./app/Unreachable";
import { loadConfig } from "./auth/config";
import { start } from "./auth/session";
import { preferred, speak } from "./i18n/words";
import { keepFocusInView } from "./lib/in-view";

async function main(place: HTMLElement): Promise<void> {
  const spoken = speak(preferred()).catch(() => {});
  // Nobody is signed in where a tab holds nothing: the sign-in page comes beside the configuration.
  if (sessionStorage.length === 0) void import("./app/SignedOut").catch(() => {});
  try {
    const config = await loadConfig();
    await start(config);
    await spoken;
    place.replaceChildren();
    render(<App config={config} />, place);
  } catch {
    await spoken;
    place.replaceChildren();
    render(<Unreachable reload={() => location.reload()} />, place);
  }
}

keepFocusInView();
const place = document.getElementById("app");
if (place) void main(place);
