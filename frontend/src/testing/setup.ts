import "fake-indexeddb/auto";
import { configure } from "@testing-library/preact";
import { beforeAll } from "vitest";
import { start } from "../auth/session";

/** How long what has to come may take: a busy machine is no fault of the page. */
configure({ asyncUtilTimeout: 15_000 });

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
