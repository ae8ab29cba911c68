import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { Dialog } from "./Dialog";
import { useModal } from "./use-modal";

const leave = vi.fn();

const Asking = (props: { warns?: string; leave?: () => void }) => (
  <Dialog dialog={useModal()} title="Sign out?" {...props}>
    <p id="why">Your marks are saved.</p>
  </Dialog>
);
/** Whether Escape would close the dialog: a browser asks by an event that can be prevented. */
const closes = (dialog: Element) => fireEvent(dialog, new Event("cancel", { cancelable: true }));

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

it("a dialog has the name of its title, and Escape closes it", () => {
  render(<Asking />);
  expect(closes(screen.getByRole("dialog", { name: "Sign out?" }))).toBe(true);
});

it("Escape does what the dialog wants instead, where it has something to lose", () => {
  render(<Asking leave={leave} />);
  expect(closes(screen.getByRole("dialog"))).toBe(false);
  expect(leave).toHaveBeenCalledOnce();
});

it("a warning says what it is about, and is not closed by Escape", () => {
  render(<Asking warns="why" />);
  const dialog = screen.getByRole("alertdialog", { description: "Your marks are saved." });
  expect(closes(dialog)).toBe(false);
});
