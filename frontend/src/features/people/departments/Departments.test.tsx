import { cleanup, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../../api/client";
import { renderFor } from "../../../testing/place";
import { head, summary } from "../../../testing/samples";
import { Service } from "../../../testing/service";
import { Departments } from "./Departments";

const READ = "GET /api/v1/centres/64235/departments";
const CHANGE = "PUT /api/v1/centres/64235/departments";
const LIST = "GET /api/v1/centres/64235/series/2027-06/assessments";
const ADMINISTRATORS = "GET /api/v1/centres/64235/administrators";
const computing = { name: "Computing", qualifications: ["H446", "Z999"] };

async function open(roles: Schemas["Role"][], departments: Schemas["DepartmentOut"][], answers: unknown[] = []) {
  const { centre, series } = head();
  const found = { centre, series, assessments: [summary()], people: { enter: [], submit: [], limited: [] }, departments };
  const service = Service.open({
    [READ]: [{ departments }],
    [LIST]: [found],
    [CHANGE]: answers,
    [ADMINISTRATORS]: [{ administrators: ["Helen Head"], asked: [] }],
  });
  renderFor({ memberships: [{ centre, roles, limits: [] }] }, <Departments />);
  const heading = await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  return { service, user: userEvent.setup() };
}

const sent = (service: Service) => service.calls.filter(({ what }) => what === CHANGE).map(({ body }) => body);

afterEach(() => {
  cleanup();
  Service.close();
});

it("the administrator names a department and puts a qualification in it", async () => {
  const science = { name: "Science", qualifications: ["H446"] };
  const { service, user } = await open(["centre administrator"], [], [{ departments: [science] }]);
  await user.click(screen.getByRole("button", { name: "Add a department" }));
  await user.type(screen.getByLabelText("Name of department 1"), " Science ");
  await user.selectOptions(screen.getByLabelText("H446 A Level Computer Science"), "Science");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("The departments are saved.")).toBeTruthy();
  expect(sent(service)).toEqual([{ departments: [science] }]);
});

it("a department that is removed leaves its qualifications in none, and one renamed keeps them, also those of other series", async () => {
  const { service, user } = await open(["centre administrator"], [computing, { name: "Art", qualifications: ["A111"] }], [{ departments: [] }]);
  await user.click(screen.getByRole("button", { name: "Remove Art" }));
  await user.clear(screen.getByLabelText("Name of department 1"));
  await user.type(screen.getByLabelText("Name of department 1"), "IT");
  await user.click(screen.getByRole("button", { name: "Save" }));

  await screen.findByText("The departments are saved.");
  expect(sent(service)).toEqual([{ departments: [{ name: "IT", qualifications: ["H446", "Z999"] }] }]);
});

it("a department that is added is typed into at once, and one that is removed says what is in none now", async () => {
  const { user } = await open(["centre administrator"], [computing]);
  await user.click(screen.getByRole("button", { name: "Add a department" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Name of department 2"));
  await user.keyboard("Fine art");
  await user.click(screen.getByRole("button", { name: "Remove Computing" }));
  expect(screen.getByText("2 qualifications of Computing are in no department now.").getAttribute("role")).toBe("status");
  const box = screen.getByLabelText<HTMLInputElement>("Name of department 1");
  expect([document.activeElement, box.value]).toEqual([box, "Fine art"]);
  await user.click(screen.getByRole("button", { name: "Remove Fine art" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add a department" }));
});

it("a name that is missing or used twice is said beside its box, and nothing is sent", async () => {
  const { service, user } = await open(["centre administrator"], [computing]);
  await user.click(screen.getByRole("button", { name: "Add a department" }));
  await user.click(screen.getByRole("button", { name: "Add a department" }));
  await user.type(screen.getByLabelText("Name of department 3"), "COMPUTING");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("The departments are not saved")).toBeTruthy();
  expect(screen.getByLabelText("Name of department 2").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText("Name of department 3").getAttribute("aria-invalid")).toBe("true");
  expect(sent(service)).toEqual([]);
});

it("what was typed stays when the service does not answer", async () => {
  const { user } = await open(["centre administrator"], [], ["lost"]);
  await user.click(screen.getByRole("button", { name: "Add a department" }));
  await user.type(screen.getByLabelText("Name of department 1"), "Science");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText(/we do not know whether this was done/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Name of department 1").value).toBe("Science");
});

it("everyone else sees the departments and who can change them", async () => {
  await open(["view"], [computing]);
  expect(screen.getByText("Computing").nextElementSibling?.textContent).toMatch(/H446 A Level Computer Science and Z999/);
  expect(screen.getByText("Your centre administrator can change this.")).toBeTruthy();
  expect(await screen.findByText("Helen Head can give you the role “centre administrator”.")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
});
