import { signal } from "@preact/signals";
import { ErrorResponse, User, UserManager } from "oidc-client-ts";
import type { Config } from "./config";
import { wouldLose } from "../lib/leaving";
import { forget, keep } from "../lib/local-copy";
import { IdleWatch, type Watch } from "./idle";
import { SharedSignIn, hasLeft, noteLeaving, noteSignIn } from "./shared";

/** `in`, `out`, or `expired`: the session ended while someone was working, so what they typed must stay. */
export const session = signal<"in" | "out" | "expired">("out");

/** Watches for a person who has gone away, while someone is signed in. */
export const idle = signal<Watch>({ state: "active" });

/** Whether the page is hidden because someone else may be looking at it. */
export const covered = signal(false);

/** Whether another tab was opened to sign in for this one. */
export const elsewhere = signal(false);
/** Whether the person signed out here while there was no connection, so that the sign-in does not know yet. */
export const leftOffline = signal(false);

const ACTIVITY = ["keydown", "pointerdown", "input", "wheel"] as const;
const SIGNED_OUT = "/signed-out";
/** The first page of a tab that is opened to sign in for another. */
const AGAIN = "/?sign-in-again";

let manager: UserManager;
let settings: Config;
let watch: IdleWatch | undefined;
let shared: SharedSignIn;
/** Whose marks this page may show: the person signed in, or the one whose session ended. */
let person: string | undefined;

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
  manager.events.addAccessTokenExpired(() => void lapse());
  shared = new SharedSignIn({
    channel: new BroadcastChannel("centremark.sign-in"),
    mine: async () => (session.value === "in" && !hasLeft() ? (await manager.getUser())?.toStorageString() : undefined),
    theirs: (user) => void join(user),
  });
  for (const kind of ACTIVITY) addEventListener(kind, () => watch?.touch(), { passive: true });
  listenForReturns();
  const signedIn = location.pathname === "/signed-in" && (await finishSignIn());
  const user = await manager.getUser();
  if (user && !user.expired && (signedIn || !hasLeft())) begin(user);
  else if (user) await manager.removeUser();
  if (location.pathname + location.search === AGAIN) await manager.signinRedirect({ state: "/", prompt: "login" });
  else if (session.value !== "in") shared.ask();
  else if (signedIn) void shared.tell();
}

/** The token ran out, which also happens offline; the session has ended only if no other can be had. */
async function lapse(): Promise<void> {
  const longer = await renew().catch(() => true);
  if (!longer) expire();
}

function begin(user: User): void {
  keep(true);
  person = user.profile.sub;
  noteSignIn();
  session.value = "in";
  covered.value = false;
  elsewhere.value = false;
  idle.value = { state: "active" };
  watch?.stop();
  watch = new IdleWatch({
    channel: new BroadcastChannel("centremark"),
    changed: (now) => {
      idle.value = now;
      if (now.state === "over") void end();
      if (now.state === "left") void goOut();
    },
  });
}

/** Use another tab's sign-in; a page with someone's marks on it uses only their own. */
async function join(stored: string): Promise<void> {
  const user = User.fromStorageString(stored);
  if (session.value === "in" || user.expired || (person !== undefined && person !== user.profile.sub)) return;
  await manager.storeUser(user);
  await manager.getUser(); // which watches when it ends
  begin(user);
}

/** A page that the browser restores from its cache shows nothing until its session is known to be valid. */
function listenForReturns(): void {
  addEventListener("pagehide", ({ persisted }) => {
    if (persisted && session.value !== "out") covered.value = true;
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || session.value === "out") return;
    if (hasLeft()) void goOut();
    else covered.value = session.value === "expired" || idle.value.state === "over";
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && session.value === "in" && hasLeft()) void goOut();
  });
}

/** Drop the token; the page and what is typed on it stay, hidden. */
async function end(): Promise<void> {
  covered.value = true;
  await manager.removeUser();
  expire();
}

/** The person signed out elsewhere: remove everything of theirs from this page. */
async function goOut(): Promise<void> {
  await vanish();
  location.replace(SIGNED_OUT);
}

/** Remove everything of the person, from the page and from this computer; gives the token that was to be revoked. */
async function vanish(): Promise<string | undefined> {
  keep(false);
  session.value = "out";
  watch?.stop();
  const user = await manager.getUser();
  await manager.removeUser();
  if (user?.refresh_token) revoke(user.refresh_token);
  if (person) await forget(person);
  return user?.refresh_token;
}

/** Tell the sign-in that no more tokens may be had with this one. Nobody waits for the answer, and offline there is none. */
function revoke(refreshToken: string): void {
  const body = new URLSearchParams({ token: refreshToken, client_id: settings.clientId });
  // Sent also while the page is left.
  void fetch(`${settings.signIn}/oauth2/revoke`, { method: "POST", body, keepalive: true }).catch(() => undefined);
}

/** Finish a sign-in; gives whether someone signed in. */
async function finishSignIn(): Promise<boolean> {
  let back = "/";
  let done = false;
  try {
    const user = await manager.signinCallback();
    done = user !== undefined;
    if (user && typeof user.state === "string" && user.state.startsWith("/")) back = user.state;
  } catch {
    // The code was used or is too old: the signed-out page offers another try.
  }
  history.replaceState(null, "", back);
  return done;
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

/**
 * Leave for the hosted sign-in and come back to this very page and row; a session that ended asks for the password.
 * A page that would lose what is typed on it stays: another tab signs in, and this one joins it.
 */
export async function signIn(): Promise<void> {
  const again = session.value === "expired";
  if (again && wouldLose()) {
    open(AGAIN);
    elsewhere.value = true;
    return;
  }
  const back = location.pathname === SIGNED_OUT ? "/" : location.pathname + location.search + location.hash;
  await manager.signinRedirect({ state: back, ...(again ? { prompt: "login" } : {}) });
}

/** Whose rows this computer may keep: who is signed in here, or was until the session ended. */
export const whose = (): string | undefined => person;

/**
 * Leave, on every tab, with nothing of this person's left on this computer. Without a connection the sign-in hears of it
 * once there is one, as long as the page stays open, which says so.
 */
export async function signOut(): Promise<void> {
  noteLeaving();
  watch?.leave();
  const refreshToken = await vanish();
  const back = encodeURIComponent(`${location.origin}${SIGNED_OUT}`);
  const leaveThere = () => location.assign(`${settings.signIn}/logout?client_id=${settings.clientId}&logout_uri=${back}`);
  if (navigator.onLine) return leaveThere();
  leftOffline.value = true;
  history.replaceState(null, "", SIGNED_OUT);
  const finish = () => {
    if (refreshToken) revoke(refreshToken);
    leaveThere();
  };
  addEventListener("online", finish, { once: true });
}
