import { render } from "preact";
import { App } from "./app/App";
import { loadConfig } from "./app/config";
import { start } from "./auth/session";
import "./styles/main.scss";

async function main(): Promise<void> {
  const config = await loadConfig();
  await start(config);
  const place = document.getElementById("app");
  if (place) render(<App config={config} />, place);
}

void main();
