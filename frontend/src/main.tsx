import { render } from "preact";
import { App } from "./app/App";
import { Unreachable } from "./app/Unreachable";
import { loadConfig } from "./app/config";
import { start } from "./auth/session";
import "./styles/main.scss";

async function main(place: HTMLElement): Promise<void> {
  try {
    const config = await loadConfig();
    await start(config);
    render(<App config={config} />, place);
  } catch {
    render(<Unreachable />, place);
  }
}

const place = document.getElementById("app");
if (place) void main(place);
