import createClient, { type Middleware } from "openapi-fetch";
import { expire, renew, token } from "../auth/session";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];

/**
 * A refusal or fault, in the API's own words; status 0 when the service did not answer. With `intercepted` something
 * else answered instead: a proxy, a filter, a sign-in page of the network.
 */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
    readonly intercepted = false,
  ) {
    super(problem.detail ?? "The service did not answer.");
  }

  /** Whether the request may have been carried out although it failed here. */
  get unknown(): boolean {
    return this.status === 0 || this.problem.code === "fault";
  }
}

/** Statuses that mean trouble at the service or the network: nothing to correct on this side. */
const IN_TROUBLE = new Set([408, 429, 500, 502, 503, 504]);

const signed: Middleware = {
  async onRequest({ request }) {
    const held = await token();
    if (held) request.headers.set("Authorization", `Bearer ${held}`);
    return request;
  },
  async onResponse({ response, options }) {
    if (!(await isOurs(response, options.parseAs === "blob"))) {
      throw new ApiError(0, {}, !IN_TROUBLE.has(response.status) && !response.headers.has("apigw-requestid"));
    }
  },
};

export const api = createClient<paths>({ baseUrl: `${location.origin}/api`, fetch: sendWithFreshToken });
api.use(signed);

async function sendWithFreshToken(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await globalThis.fetch(request);
  if (answer.status !== 401 || !(await isOurs(answer))) return answer;
  if (await renew()) {
    again.headers.set("Authorization", `Bearer ${await token()}`);
    return globalThis.fetch(again);
  }
  expire();
  return answer;
}

/**
 * Whether an answer is the service's: JSON (or, for a `file`, anything but a web page), or a problem in our form. The
 * API's gateway refuses a bad token in JSON of its own.
 */
async function isOurs(answer: Response, file = false): Promise<boolean> {
  const kind = (answer.headers.get("Content-Type") ?? "").split(";", 1)[0];
  if (answer.status === 304) return true;
  if (answer.ok) return file ? kind !== "text/html" : kind === "application/json";
  if (kind !== "application/problem+json" && (answer.status !== 401 || kind !== "application/json")) return false;
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof said !== "object" || said === null) return false;
  return kind === "application/json" ? "message" in said : "code" in said && typeof said.code === "string";
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of an answer, which must have what is `needed`; throws `ApiError` for anything else. */
export async function body<T>(call: Promise<Answer<T>>, needed?: keyof T & string): Promise<T> {
  return (await answered(call, needed)).data;
}

/** The body and the entity tag of an answer; throws `ApiError` for anything else. */
export async function answered<T>(call: Promise<Answer<T>>, needed?: keyof T & string): Promise<{ data: T; etag: string }> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (fault) {
    throw fault instanceof ApiError ? fault : new ApiError(0, {});
  }
  const { data, error, response } = answer;
  if (!response.ok) throw new ApiError(response.status, error as Partial<Problem>);
  if (typeof data !== "object" || data === null || (needed && !(needed in data))) throw new ApiError(0, {}, data !== undefined);
  return { data, etag: response.headers.get("ETag") ?? "" };
}
