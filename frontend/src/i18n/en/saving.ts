import { plural } from "../plural";

/** What the bar of a sheet says of saving; loaded with the sheets. */
export const saving = {
  nothing: "Nothing to save.",
  saving: "Saving…",
  unsaved: (rows: number) => plural(rows, { one: "1 not saved.", other: `${rows} not saved.` }),
  all: (at: string) => `All saved ${at}.`,
  rest: (at: string) => `The rest saved ${at}.`,
  attention: (rows: number) => plural(rows, { one: "1 row needs attention.", other: `${rows} rows need attention.` }),
  offlineKept: (rows: number) =>
    plural(rows, {
      one: "No connection: 1 mark kept on this computer, trying again.",
      other: `No connection: ${rows} marks kept on this computer, trying again.`,
    }),
  silentKept: (rows: number) =>
    plural(rows, {
      one: "No answer from the service: 1 mark kept on this computer, trying again.",
      other: `No answer from the service: ${rows} marks kept on this computer, trying again.`,
    }),
  silent: (rows: number) =>
    plural(rows, {
      one: "No answer from the service: 1 not saved, trying again. Keep this page open.",
      other: `No answer from the service: ${rows} not saved, trying again. Keep this page open.`,
    }),
  signedOutKept: (rows: number) =>
    plural(rows, {
      one: "You are signed out: 1 mark is kept on this computer. Sign in again to save it.",
      other: `You are signed out: ${rows} marks are kept on this computer. Sign in again to save them.`,
    }),
  signedOut: (rows: number) =>
    plural(rows, {
      one: "You are signed out: 1 not saved. Sign in again to save it.",
      other: `You are signed out: ${rows} not saved. Sign in again to save them.`,
    }),
  signedOutSaved: "You are signed out. Nothing waits to be saved.",
  signedOutOffline: "There is no connection and you are signed out. Sign in again when you are connected.",
  offline: "There is no connection. Trying again.",
  intercepted: "Something between this computer and Centremark is answering instead. Ask your IT support.",
  here: (rows: number) =>
    plural(rows, { one: "1 mark is kept on this computer.", other: `${rows} marks are kept on this computer.` }),
  keepOpen: "Keep this page open.",
  refused: (why: string) => `Not saved. ${why}`,
  goTo: "Go to the first",
  progress: (entered: number, checked: number, all: number) => `${entered} of ${all} entered, ${checked} of ${all} checked`,
};
