import { signal } from "@preact/signals";

export interface DemoSignIn {
  name: string;
  what: string;
  email: string;
  password: string;
}

/** The settings that the page's host gives: where to sign in, and as which client. */
export interface Config {
  signIn: string;
  issuer: string;
  clientId: string;
  boardName?: string;
  boardContact?: string;
  demo?: DemoSignIn[];
}

/** Whose service this is, and whom to ring or write to; empty until it is known. */
export const board = signal<{ name?: string; contact?: string }>({});

export async function loadConfig(): Promise<Config> {
  const answer = await fetch("/config.json"); // index.html asks for it sooner, in these very words
  if (!answer.ok) throw new Error("config.json could not be read");
  const config = (await answer.json()) as Partial<Config> | null;
  if (!config?.issuer || !config.clientId) throw new Error("config.json is not ours");
  board.value = { ...(config.boardName && { name: config.boardName }), ...(config.boardContact && { contact: config.boardContact }) };
  return config as Config;
}
