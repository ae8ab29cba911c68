import createClient, { type Middleware } from "openapi-fetch";
import { expire, renew, token } from "../auth/session";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];

/** A refusal or fault, in the API's own words; status 0 when there was no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.detail ?? "The service did not answer.");
  }
}

const signed: Middleware = {
  async onRequest({ request }) {
    const held = await token();
    if (held) request.headers.set("Authorization", `Bearer ${held}`);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: `${location.origin}/api`, fetch: sendWithFreshToken });
api.use(signed);

async function sendWithFreshToken(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await globalThis.fetch(request);
  if (answer.status !== 401) return answer;
  if (await renew()) {
    again.headers.set("Authorization", `Bearer ${await token()}`);
    return globalThis.fetch(again);
  }
  expire();
  return answer;
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of an answer; throws `ApiError` for anything else. */
export async function body<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await answered(call)).data;
}

/** The body and the entity tag of an answer; throws `ApiError` for anything else. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<{ data: T; etag: string }> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch {
    throw new ApiError(0, {});
  }
  if (answer.data === undefined) {
    const problem = typeof answer.error === "object" && answer.error !== null ? answer.error : {};
    throw new ApiError(answer.response.status, problem as Partial<Problem>);
  }
  return { data: answer.data, etag: answer.response.headers.get("ETag") ?? "" };
}
