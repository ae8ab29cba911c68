import { afterEach, expect, it, vi } from "vitest";
import { ApiError, api, body } from "./client";

afterEach(() => void vi.unstubAllGlobals());

const HTML = "text/html";
const JSON_KIND = "application/json";
const PROBLEM = "application/problem+json";
const problem = (status: number, code: string) => JSON.stringify({ type: "about:blank", title: code, status, code, detail: "Why.", errors: [] });

/** The error for an answer with this status, content type and body. */
async function made(status: number, kind: string, text: string, headers: Record<string, string> = {}) {
  vi.stubGlobal("fetch", async () => new Response(text, { status, headers: { ...(kind ? { "Content-Type": kind } : {}), ...headers } }));
  const call = api.GET("/v1/me/notices");
  const fault = await body(call, "topics" as never).then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  if (fault === undefined) return "taken";
  if (!(fault instanceof ApiError)) throw fault;
  if (fault.status !== 0) return `${fault.status} ${fault.problem.code ?? ""}`.trim();
  return fault.intercepted ? "something else answered" : "no answer";
}

const GATEWAY = { "apigw-requestid": "Mc7UVioPPHcEKPA=" };

it.each([
  ["what was asked for", 200, JSON_KIND, '{"topics":[]}', "taken"],
  ["with a character set", 200, "application/json; charset=utf-8", '{"topics":[]}', "taken"],
  ["a refusal", 403, PROBLEM, problem(403, "forbidden"), "403 forbidden"],
  ["a conflict", 409, "application/problem+json; charset=utf-8", problem(409, "already-submitted"), "409 already-submitted"],
  ["a crowd, which the service itself tells of", 503, PROBLEM, problem(503, "busy"), "503 busy"],
  ["the gateway: the token is no good", 401, JSON_KIND, '{"message":"Unauthorized"}', "401"],
  ["the service: the token is no good", 401, PROBLEM, problem(401, "unauthorized"), "401 unauthorized"],
  ["the sign-in page of a network", 200, HTML, "<html>Sign in to the wifi</html>", "something else answered"],
  ["a page that says it is JSON", 200, JSON_KIND, "<html>Sign in to the wifi</html>", "no answer"],
  ["another's JSON", 200, JSON_KIND, '{"message":"ok"}', "something else answered"],
  ["another's JSON that is no object", 200, JSON_KIND, '"ok"', "something else answered"],
  ["an empty answer", 200, JSON_KIND, "", "no answer"],
  ["an answer of no kind", 200, "", "ok", "something else answered"],
  ["an answer that was cut off", 200, JSON_KIND, '{"topics":[', "no answer"],
  ["a filter", 403, HTML, "<html>Blocked by your school</html>", "something else answered"],
  ["a firewall for web applications", 403, JSON_KIND, '{"message":"Forbidden"}', "something else answered"],
  ["a proxy that wants a password", 407, HTML, "<html>Proxy authentication required</html>", "something else answered"],
  ["a filter that wants a password", 401, HTML, "<html>Who are you?</html>", "something else answered"],
  ["a filter that wants a password, in JSON", 401, JSON_KIND, '"who are you"', "something else answered"],
  ["a limit of a box in between", 413, HTML, "<html>Request Entity Too Large</html>", "something else answered"],
  ["a network that wants one to sign in", 511, HTML, "<html>Network authentication required</html>", "something else answered"],
  ["a box that does not like the request", 400, HTML, "<html>Bad Request</html>", "something else answered"],
  ["a box that does not like the method", 405, "", "", "something else answered"],
  ["a problem in another's form", 400, PROBLEM, '{"type":"about:blank","title":"Bad Request","status":400}', "something else answered"],
  ["a legal block", 451, HTML, "<html>Unavailable</html>", "something else answered"],
  ["the content network", 504, HTML, "<html>ERROR The request could not be satisfied</html>", "no answer"],
  ["a proxy that reaches nobody", 502, HTML, "<html>Bad Gateway</html>", "no answer"],
] as const)("takes for what it is: %s", async (_, status, kind, text, expected) => {
  expect(await made(status, kind, text)).toBe(expected);
});

it.each([
  [403, "Forbidden"],
  [404, "Not Found"],
  [413, "Request Entity Too Large"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [503, "Service Unavailable"],
])("what the API's gateway says by itself, as %i, is no answer from the service", async (status, message) => {
  expect(await made(status, JSON_KIND, JSON.stringify({ message }), GATEWAY)).toBe("no answer");
});

it("a file may be of any kind but a page's", async () => {
  const at = { params: { path: { sheet: "2027-06.64235.H446-03" }, query: { format: "csv" as const } }, parseAs: "blob" as const };
  const get = (kind: string) => {
    vi.stubGlobal("fetch", async () => new Response("a,b", { headers: { "Content-Type": kind } }));
    return body(api.GET("/v1/sheets/{sheet}/file", at));
  };
  expect(await get("text/csv; charset=utf-8")).toMatchObject({ size: 3 });
  await expect(get(HTML)).rejects.toMatchObject({ status: 0, intercepted: true });
});
