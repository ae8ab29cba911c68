import { vi } from "vitest";

interface Call {
  what: string;
  headers: Headers;
  body: unknown;
  keepalive: boolean;
}

/** The form of a refusal by the API. */
export const PROBLEM = { "Content-Type": "application/problem+json" };

/** A refusal in the API's words. */
export const problem = (status: number, code: string, detail: string): Response =>
  Response.json({ type: "about:blank", title: code, status, code, detail, errors: [] }, { status, headers: PROBLEM });

/** The most that browsers send with `keepalive`. */
const KEPT_ALIVE_BYTES = 64 * 1024;

/** A stand-in for the network: answers each request from a script, and records the requests. */
export class Service {
  readonly calls: Call[] = [];

  private constructor(private readonly script: Record<string, unknown[]>) {}

  /** Answers by "METHOD /path", in turn, the last one again and again: a body, a `Response`, a promise of either, or "lost" for none. */
  static open(script: Record<string, unknown[]>): Service {
    const service = new Service(script);
    vi.stubGlobal("fetch", (request: Request) => service.#answer(request));
    return service;
  }

  static close(): void {
    vi.unstubAllGlobals();
  }

  async #answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const what = `${request.method} ${url.pathname}${url.search}`;
    const text = await request.text();
    if (request.keepalive && new Blob([text]).size > KEPT_ALIVE_BYTES) throw new TypeError("Failed to fetch");
    this.calls.push({ what, headers: request.headers, body: text ? JSON.parse(text) : undefined, keepalive: request.keepalive });
    const answers = this.script[what];
    if (!answers) throw new Error(`nothing is scripted for ${what}`);
    const answer = await (answers.length > 1 ? answers.shift() : answers[0]);
    if (answer === "lost") throw new TypeError("Failed to fetch");
    return answer instanceof Response ? answer.clone() : Response.json(answer, { headers: { ETag: '"7"' } });
  }
}
