import { signal } from "@preact/signals";
import { ErrorResponse, UserManager } from "oidc-client-ts";
import type { Config } from "../app/config";
import { forget } from "../lib/local-copy";
import { IdleWatch, type Watch } from "./idle";

/** `in`, `out`, or `expired`: signed out under someone's hands, so what they typed must stay. */
export const session = signal<"in" | "out" | "expired">("out");

/** Whether someone is there, while they are signed in. */
export const idle = signal<Watch>({ state: "active" });

const ACTIVITY = ["keydown", "pointerdown", "input", "wheel"] as const;

let manager: UserManager;
let settings: Config;
let watch: IdleWatch | undefined;

export async function start(config: Config): Promise<void> {
  settings = config;
  const at = config.signIn || location.origin;
  manager = new UserManager({
    authority: config.issuer,
    metadata: {
      issuer: config.issuer,
      authorization_endpoint: `${at}/oauth2/authorize`,
      token_endpoint: `${at}/oauth2/token`,
    },
    client_id: config.clientId,
    redirect_uri: `${location.origin}/signed-in`,
    scope: "openid profile centremark/read centremark/write centremark/submit",
    loadUserInfo: false,
  });
  manager.events.addAccessTokenExpired(() => expire());
  if (location.pathname === "/signed-in") await finishSignIn();
  const user = await manager.getUser();
  session.value = user && !user.expired ? "in" : "out";
  if (session.value === "in") watchFor();
}

/** Watch for someone who went away, here and in the other tabs. */
function watchFor(): void {
  const others = new BroadcastChannel("centremark");
  const watching = new IdleWatch({
    channel: others,
    changed: (now) => {
      idle.value = now;
      if (now.state === "over") void end();
    },
  });
  watch = watching;
  for (const kind of ACTIVITY) addEventListener(kind, () => watching.touch(), { passive: true });
}

/** The token goes; the page and what is typed on it stay. */
async function end(): Promise<void> {
  await manager.removeUser();
  expire();
}

async function finishSignIn(): Promise<void> {
  let back = "/";
  try {
    const user = await manager.signinCallback();
    if (user && typeof user.state === "string" && user.state.startsWith("/")) back = user.state;
  } catch {
    // The code was used or is too old: the signed-out page offers another try.
  }
  history.replaceState(null, "", back);
}

export async function token(): Promise<string | undefined> {
  return (await manager.getUser())?.access_token;
}

/** Get a new token without leaving the page; false when only signing in again will do. Throws when offline. */
export async function renew(): Promise<boolean> {
  const user = await manager.getUser();
  if (!user?.refresh_token) return false;
  try {
    if (!(await manager.signinSilent())) return false;
  } catch (fault) {
    if (fault instanceof ErrorResponse) return false;
    throw fault;
  }
  session.value = "in";
  return true;
}

/** Say that someone is still there; true once the session is longer. Throws when offline. */
export async function stay(): Promise<boolean> {
  const longer = await renew();
  if (longer) watch?.stay();
  else await end();
  return longer;
}

export function expire(): void {
  if (session.value === "in") session.value = "expired";
}

/** Leave for the hosted sign-in and come back to this very page and row; a session that ended asks for the password. */
export async function signIn(): Promise<void> {
  const back = location.pathname === "/signed-out" ? "/" : location.pathname + location.search + location.hash;
  await manager.signinRedirect({ state: back, ...(session.value === "expired" ? { prompt: "login" } : {}) });
}

/** Leave, with nothing of this person's left on this computer. */
export async function signOut(): Promise<void> {
  const user = await manager.getUser();
  if (user) await forget(user.profile.sub);
  watch?.leave();
  await manager.removeUser();
  const back = encodeURIComponent(`${location.origin}/signed-out`);
  location.assign(`${settings.signIn}/logout?client_id=${settings.clientId}&logout_uri=${back}`);
}
