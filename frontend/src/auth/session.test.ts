import { User } from "oidc-client-ts";
import { afterEach, expect, test, vi } from "vitest";
import { leftOffline, session, signOut, start } from "./session";

const CONFIG = { signIn: "https://sign-in.example", issuer: "https://issuer.example", clientId: "page" };
const HELD = `oidc.user:${CONFIG.issuer}:${CONFIG.clientId}`;

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

async function signedIn(): Promise<void> {
  const profile = { sub: "asha", iss: CONFIG.issuer, aud: CONFIG.clientId, exp: 2 ** 31, iat: 0 };
  const expires_at = 2 ** 31;
  const user = new User({ access_token: "access", refresh_token: "refresh", token_type: "Bearer", profile, expires_at });
  sessionStorage.setItem(HELD, user.toStorageString());
  await start(CONFIG);
  expect(session.value).toBe("in");
}

test("signing out revokes the refresh token, also while the page is left", async () => {
  const sent = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response());
  await signedIn();

  await signOut();

  const [address, request] = sent.mock.calls[0] as [string, RequestInit];
  expect(address).toBe("https://sign-in.example/oauth2/revoke");
  expect(String(request.body)).toBe("token=refresh&client_id=page");
  expect(request).toMatchObject({ method: "POST", keepalive: true });
  expect(sessionStorage.getItem(HELD)).toBeNull();
});

test("without a connection the page says so, and the token is revoked once there is one", async () => {
  const sent = vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(new TypeError("Failed to fetch")).mockResolvedValue(new Response());
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await signedIn();

  await signOut();

  expect([session.value, leftOffline.value, location.pathname]).toEqual(["out", true, "/signed-out"]);
  expect(sent).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event("online"));
  expect(sent.mock.calls.map(([address]) => address)).toEqual(Array(2).fill("https://sign-in.example/oauth2/revoke"));
  leftOffline.value = false;
});

test("without a connection the page still signs the person out", async () => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
  await signedIn();

  await signOut();

  expect(session.value).toBe("out");
  expect(sessionStorage.getItem(HELD)).toBeNull();
});
