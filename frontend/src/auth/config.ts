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
  demo?: DemoSignIn[];
}

export async function loadConfig(): Promise<Config> {
  const answer = await fetch("/config.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error("config.json could not be read");
  const config = (await answer.json()) as Partial<Config> | null;
  if (!config?.issuer || !config.clientId) throw new Error("config.json is not ours");
  return config as Config;
}
