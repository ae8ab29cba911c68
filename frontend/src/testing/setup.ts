import "fake-indexeddb/auto";
import { configure as configureEvents } from "@testing-library/dom";
import { configure } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { beforeAll } from "vitest";
import { start } from "../auth/session";

/** How long what has to come may take: a busy machine is no fault of the page. */
configure({ asyncUtilTimeout: 15_000 });

/**
 * user-event has its own copy of the library that wraps events. Each event has drawn the page and moved the focus when
 * the next one comes, as it does for a person; a busy machine would otherwise let a late focus take the keys that follow.
 */
configureEvents({
  eventWrapper: (event) => {
    let result: unknown;
    void act(() => {
      result = event();
    });
    return result as never;
  },
});

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
