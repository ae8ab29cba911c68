import { plural } from "../plural";

/** The warning before someone who went away is signed out. */
export const session = {
  title: "Are you still there?",
  why: "To keep marks safe, we will sign you out if you do not answer. What you typed is saved, or kept on this computer.",
  left: (minutes: number, seconds: number) =>
    [
      minutes > 0 ? plural(minutes, { one: "1 minute", other: `${minutes} minutes` }) : "",
      seconds > 0 ? plural(seconds, { one: "1 second", other: `${seconds} seconds` }) : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
  signOutIn: (time: string) => `You will be signed out in ${time}.`,
  covered: "This page is hidden. What you typed is still here: sign in again to see it.",
  stay: "Stay signed in",
  staying: "One moment…",
  failed: "There is no answer from the service. Try again.",
};
