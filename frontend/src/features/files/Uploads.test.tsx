import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/client";
import { renderFor } from "../../testing/place";
import { head, passed, summary, upload } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Uploads } from "./Uploads";

const PLACE = "/api/v1/centres/64235/series/2027-06";
const LIST = `GET ${PLACE}/uploads`;
const BEGIN = `POST ${PLACE}/uploads`;
const SHEETS = `GET ${PLACE}/assessments`;
const { id } = upload();

const ticket = { url: "https://bucket.example/", fields: { key: "received/x", policy: "p" }, expires_at: "", max_bytes: 5_242_880 };
const begun = { upload: upload({ state: "expected" }), ticket };

/** A stand-in for the bucket. */
class Bucket {
  static status: number | "error" | "abort" | "timeout" = 201;
  static sent: { url: string; form: FormData }[] = [];
  static latest: Bucket;
  static hold = false;
  upload = new EventTarget();
  timeout = 0;
  status = 0;
  #url = "";
  #ends = new EventTarget();
  getResponseHeader() {
    return "text/html";
  }
  addEventListener(kind: string, told: () => void) {
    this.#ends.addEventListener(kind, told);
  }
  open(_: string, url: string) {
    this.#url = url;
  }
  send(form: FormData) {
    Bucket.latest = this;
    Bucket.sent.push({ url: this.#url, form });
    if (!Bucket.hold) this.end();
  }
  end() {
    const lost = typeof Bucket.status === "string" ? Bucket.status : undefined;
    this.status = lost ? 0 : Number(Bucket.status);
    this.#ends.dispatchEvent(new Event(lost ?? "load"));
  }
}

function open(script: Record<string, unknown[]> = {}, roles: Schemas["Role"][] = ["enter marks"], at = "/upload") {
  history.replaceState(null, "", at);
  const people = { enter: [], submit: [], limited: [], administer: [] };
  const service = Service.open({
    [LIST]: [{ uploads: [] }],
    [SHEETS]: [{ series: head().series, people, assessments: [summary()] }],
    [BEGIN]: [begun],
    [`GET /api/v1/uploads/${id}`]: [passed()],
    ...script,
  });
  vi.stubGlobal("XMLHttpRequest", Bucket);
  renderFor({ memberships: [{ centre: head().centre, roles, limits: [] }] }, <Uploads />);
  return { service, user: userEvent.setup() };
}

const file = (name = "marks.csv", text = "a") => new File([text], name);
const input = () => screen.findByLabelText<HTMLInputElement>("Files");
const send = () => screen.getByRole("button", { name: "Upload" });
const keys = (service: Service) => service.calls.filter(({ what }) => what === BEGIN).map(({ headers }) => headers.get("Idempotency-Key"));

beforeEach(() => {
  Bucket.status = 201;
  Bucket.sent = [];
  Bucket.hold = false;
});
afterEach(() => {
  cleanup();
  Service.close();
});

it("a chosen file is named with its size and kind, posted by its ticket, and its report opened", async () => {
  const { service, user } = open();
  await user.upload(await input(), file("M64235OC (1).X01"));
  expect(within(screen.getByRole("list", { name: "Chosen files" })).getByRole("listitem").textContent).toContain("M64235OC (1).X01 MIS file, 1 KB");
  await user.click(send());
  await waitFor(() => expect(location.pathname).toBe(`/upload/${id}`));
  expect(service.calls.find(({ what }) => what === BEGIN)?.body).toEqual({ file_name: "M64235OC (1).X01", assessment: null });
  const [posted] = Bucket.sent;
  expect(posted?.url).toBe(ticket.url);
  expect([...posted!.form.keys()]).toEqual(["key", "policy", "file"]);
});

it("files can be dropped, and taken off the list again", async () => {
  const { user } = open();
  const drop = (await input()).closest(".cm-drop")!;
  fireEvent.drop(drop, { dataTransfer: { files: [file("a.csv"), file("b.xlsx")] } });
  expect(await screen.findByText("Excel workbook, 1 KB")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Remove a.csv" }));
  expect(screen.queryByText("a.csv")).toBeNull();
});

it("nothing chosen, an empty file or one too large is told before anything is sent", async () => {
  const { service, user } = open();
  await input();
  await user.click(send());
  expect((await screen.findByRole("alert")).textContent).toContain("Choose a file");
  const large = file("large.xlsx");
  Object.defineProperty(large, "size", { value: 6_000_000 });
  await user.upload(await input(), [file("empty.csv", ""), large]);
  await user.click(send());
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("empty.csv is empty");
  expect(alert.textContent).toContain("large.xlsx is larger than 5 MB");
  expect(keys(service)).toEqual([]);
});

it("how much of a file has gone is shown", async () => {
  Bucket.hold = true;
  const { user } = open();
  await user.upload(await input(), file());
  await user.click(send());
  const progress = await screen.findByLabelText<HTMLProgressElement>("Uploading marks.csv");
  await waitFor(() => expect(Bucket.sent).toHaveLength(1));
  Bucket.latest.upload.dispatchEvent(new ProgressEvent("progress", { loaded: 1, total: 4 }));
  await waitFor(() => expect(progress.value).toBe(0.25));
  Bucket.latest.end();
  await waitFor(() => expect(location.pathname).toBe(`/upload/${id}`));
});

it.each([200, 403])("a file that something in between answers for with %i was not sent", async (status) => {
  Bucket.status = status;
  const { user } = open();
  await user.upload(await input(), file());
  await user.click(send());
  expect(await screen.findByText(/marks.csv was not uploaded. Your network answered instead of Centremark/)).toBeTruthy();
  Bucket.status = 201;
});

it.each(["error", "abort", "timeout"] as const)("a file that did not get through (%s) is tried again as the same upload", async (lost) => {
  Bucket.status = lost;
  const { service, user } = open();
  await user.upload(await input(), file());
  await user.click(send());
  expect(
    await screen.findByText("There was no answer, so we do not know whether marks.csv was uploaded. Try again: it cannot be uploaded twice."),
  ).toBeTruthy();
  expect(Bucket.latest.timeout).toBe(15 * 60_000);
  Bucket.status = 201;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: /marks.csv/ })).toBeTruthy();
  expect(keys(service)).toHaveLength(2);
  expect(new Set(keys(service)).size).toBe(1);
});

it("several files stay on the page, each with its own end", async () => {
  const { user } = open();
  await user.upload(await input(), [file("a.csv"), file("b.csv")]);
  await user.click(send());
  expect(await screen.findAllByText("Waiting for a decision")).toHaveLength(2);
  expect(location.pathname).toBe("/upload");
});

it("from a sheet's page, the files and the template are for that sheet", async () => {
  open({}, ["enter marks"], "/upload?sheet=2027-06.64235.H446-03");
  expect((await screen.findByLabelText<HTMLSelectElement>("Assessment, for files that do not name one")).value).toBe("H446/03");
  expect(screen.getByLabelText<HTMLSelectElement>("Assessment").value).toBe("2027-06.64235.H446-03");
});

it("a template of a sheet or of all is downloaded in the format chosen", async () => {
  const saved = vi.fn<(name: string) => void>();
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    saved(this.download);
  });
  Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => {} });
  const { user } = open({
    [`GET ${PLACE}/file?format=csv`]: [new Response("all")],
    "GET /api/v1/sheets/2027-06.64235.H446-03/file?format=centremark-1": [new Response("one")],
  });
  await user.click(await screen.findByRole("button", { name: "Download file" }));
  await waitFor(() => expect(saved).toHaveBeenLastCalledWith("marks-2027-06.64235.csv"));
  await user.selectOptions(screen.getByLabelText("Assessment"), "2027-06.64235.H446-03");
  await user.selectOptions(screen.getByLabelText("Format"), "centremark-1");
  await user.click(screen.getByRole("button", { name: "Download file" }));
  await waitFor(() => expect(saved).toHaveBeenLastCalledWith("marks-2027-06.64235.H446-03.txt"));
  vi.restoreAllMocks();
});

it("earlier files are listed with who sent them, when, and how it went", async () => {
  open({ [LIST]: [{ uploads: [upload(), upload({ id: `${id.slice(0, -1)}0`, file_name: "old.csv", state: "applied" })] }] });
  const row = await screen.findByRole("row", { name: /marks.csv/ });
  expect(row.textContent).toBe("marks.csv24 November 2026 at 10:42by Owen Reid3 of 4 passedWaiting for a decision");
  expect(screen.getByRole("row", { name: /old.csv/ }).textContent).toContain("Applied");
});

it("a file that was cancelled is listed with who cancelled it, and when", async () => {
  open({ [LIST]: [{ uploads: [upload({ state: "cancelled", cancelled: { by: "Asha Bell", at: "2027-05-03T09:00:00Z" } })] }] });
  expect((await screen.findByRole("row", { name: /marks.csv/ })).textContent).toContain("Cancelledby Asha Bell, 3 May 2027");
});

it("whoever may only see marks sees the files and sends none", async () => {
  open({}, ["view"]);
  expect(await screen.findByText(/You can see marks, but you cannot/)).toBeTruthy();
  expect(screen.queryByLabelText("Files")).toBeNull();
});
