import "fake-indexeddb/auto";
import { configure as configureEvents } from "@testing-library/dom";
import { configure } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { beforeAll } from "vitest";
import { start } from "../auth/session";

/** How long to wait for something to appear (ms): long, because the machine may be busy. */
configure({ asyncUtilTimeout: 15_000 });

/**
 * user-event has its own copy of the library that wraps events. With this each event has rendered the page and moved
 * the focus when the next one comes, as it does for a person; on a busy machine a late focus would otherwise take the
 * keys that follow.
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

/** jsdom has no dialogs. */
function show(this: HTMLDialogElement): void {
  this.open = true;
}

function close(this: HTMLDialogElement): void {
  this.open = false;
  this.dispatchEvent(new Event("close"));
}

Object.assign(HTMLDialogElement.prototype, { showModal: show, close });

beforeAll(() => start({ signIn: "", issuer: "https://issuer.example", clientId: "test" }));
