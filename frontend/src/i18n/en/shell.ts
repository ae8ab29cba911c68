import { plural } from "../plural";

export const shell = {
  tooLong: (over: number) => plural(over, { one: "This is 1 character too long. Shorten it.", other: `This is ${over} characters too long. Shorten it.` }),
  service: "Centremark",
  skip: "Skip to main content",
  menuName: "Coursework and tests",
  menuButton: "Menu",
  yourCentre: "Your centre",
  menu: {
    enter: "Enter coursework marks/grades",
    submit: "Enter and submit coursework marks/grades",
    upload: "Upload marks",
    submitted: "View submitted coursework marks/grades",
    board: "Exam board",
    help: "Help",
  },
  footer: "About this service",
  accessibility: "Accessibility statement",
  languageFailed: "The language could not be changed. Check your connection.",
  centre: "Centre",
  signIn: "Sign in",
  signOut: "Sign out",
  signOutLoses: {
    held: (rows: number) => plural(rows, { one: "1 mark on this computer is not saved:", other: `${rows} marks on this computer are not saved:` }),
    ask: "Sign out and lose them?",
  },
  welcome: {
    title: "Send your centre's marks to the board",
  },
  expired: {
    title: "You have been signed out to keep marks safe.",
    advice: "What you see stays until you leave the page. Sign in again to save it.",
    elsewhere: "We opened a new tab. Sign in there, then come back. What you typed here stays.",
    signIn: "Sign in again",
  },
  noCentre: {
    title: "You do not belong to a centre",
    advice: "Your sign-in works, but no centre gives you a role. Ask your centre's administrator, then try again.",
  },
  unreachable: {
    title: "Centremark cannot be reached",
    advice: "Check your connection.",
    byItself: "This page keeps trying automatically.",
    urgent: "If a deadline is close, ring the exam board.",
    held: (rows: number) =>
      plural(rows, {
        one: "1 mark is kept on this computer. It is saved when its mark sheet is open and the connection is back.",
        other: `${rows} marks are kept on this computer. They are saved when the mark sheet is open and the connection is back.`,
      }),
  },
  leftOffline: {
    title: "You are signed out on this computer",
    advice: "There is no connection, so our sign-in does not know. Keep this page open until it is back, or close the browser.",
  },
  notFound: {
    title: "Page not found",
    advice: "If you typed the address, check that it is right. If you followed a link, the page may have moved.",
    home: "Go to your assessments",
  },
  newVersion: { title: "A new version is ready.", load: "Load it now" },
  notShown: "This page cannot be shown now",
  people: {
    or: (some: string, last: string) => `${some} or ${last}`,
    others: (count: number) => plural(count, { one: "1 other", other: `${count} others` }),
  },
  board: "the exam board",
  contact: (board: string, contact?: string) => (contact ? `If you need help, contact ${board}: ${contact}.` : `If you need help, contact ${board}.`),
  runBy: (board: string, contact?: string) => [`A service of ${board}`, contact].filter(Boolean).join(". "),
  slow: "This is taking longer than usual. Your connection may be slow.",
  loading: "Loading…",
  save: "Save",
  cancel: "Cancel",
  again: "Try again",
  error: (title: string) => `Error: ${title}`,
};
