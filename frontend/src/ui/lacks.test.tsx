import { useSignal } from "@preact/signals";
import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { ErrorSummary } from "./ErrorSummary";
import { Field } from "./Field";
import { useLacks } from "./lacks";

let sent = 0;

function Form() {
  const name = useSignal("");
  const day = useSignal("");
  const form = useLacks({ name: name.value ? undefined : "Give a name", day: day.value ? undefined : "Give a day" });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (form.complete()) sent += 1;
      }}
    >
      <ErrorSummary title="There is a problem" problems={form.problems} />
      <Field id="name" label="Name" error={form.at("name")}>
        {(props) => <input {...props} onInput={(event) => (name.value = event.currentTarget.value)} />}
      </Field>
      <Field id="day" label="Day" error={form.at("day")}>
        {(props) => <input {...props} onInput={(event) => (day.value = event.currentTarget.value)} />}
      </Field>
      <button type="submit">Send</button>
    </form>
  );
}

afterEach(cleanup);

it("nothing is said to be lacking before someone tried, then each box says so and the summary leads to each", async () => {
  sent = 0;
  const user = userEvent.setup();
  render(<Form />);
  expect(screen.queryByText(/Give a/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("alert")));
  expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual(["Give a name", "Give a day"]);
  await user.click(screen.getByRole("link", { name: "Give a day" }));
  const day = screen.getByLabelText("Day");
  expect(document.activeElement).toBe(day);
  expect(day.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(day.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Give a day");
});

it("a box that was filled in says nothing any more, and the complete form is sent", async () => {
  sent = 0;
  const user = userEvent.setup();
  render(<Form />);
  await user.click(screen.getByRole("button", { name: "Send" }));
  await user.type(screen.getByLabelText("Name"), "Asha");
  expect(screen.getByLabelText("Name").getAttribute("aria-invalid")).toBeNull();
  await user.type(screen.getByLabelText("Day"), "Monday");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(sent).toBe(1);
});

it("a box that was right when someone tried says nothing before the next try, even when it is emptied meanwhile", async () => {
  const user = userEvent.setup();
  render(<Form />);
  await user.type(screen.getByLabelText("Day"), "Monday");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await user.clear(screen.getByLabelText("Day"));
  expect(screen.queryByText("Give a day")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(screen.getAllByText("Give a day")).toHaveLength(2);
});
