import "fake-indexeddb/auto";
import { beforeAll } from "vitest";
import { start } from "../auth/session";

/** jsdom shows no dialogs. */
function show(this: HTMLDialogElement): void {
  this.open = true;
}

function close(this: HTMLDialogElement): void {
  this.open = false;
  this.dispatchEvent(new Event("close"));
}

Object.assign(HTMLDialogElement.prototype, { showModal: show, close });

beforeAll(() => start({ signIn: "", issuer: "https://issuer.example", clientId: "test" }));
