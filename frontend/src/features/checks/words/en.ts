import { plural } from "../../../i18n/plural";

/** Checking marks one candidate at a time, by reading them or by typing them again. */
export const en = {
  title: "Check marks",
  how: "Compare each mark with the work or the mark list. Space ticks it as checked and moves down; where there is a flag or a note to the checker, it asks you first. X flags it for another look, and your colleagues see the flag. Left and Up go back, Right and Down go forward.",
  howTyping:
    "Type each mark again from the work or the mark list and press Enter. If the mark is the same, it is ticked as checked. If not, it is listed below and not ticked. Up goes back, Down goes forward.",
  again: "Type it again",
  lateOnly: "Only late entries are shown here. All other marks have been submitted.",
  viewOnly: "You can see these marks. To check them, ask your centre administrator for the role “enter marks”.",
  second: "At your centre a second person checks each mark.",
  own: (own: number, all: number) => `You entered ${own} of the ${all} marks that are not checked yet, so someone else must check those.`,
  ask: (people: string) => `Ask ${people}.`,
  caption: (first: number, last: number, all: number) => `Candidates ${first} to ${last} of ${all}`,
  enteredBy: "Entered by",
  you: "You",
  unknown: "Not known",
  state: "State",
  hidden: "Hidden until typed",
  tick: "Tick and go on",
  tickAnswering: "Tick and answer the flag",
  /** What stops the first tick of a mark. */
  doubted: {
    flag: "If the mark is right, tick it again. That answers the flag.",
    note: "Read the note to the checker, then tick the mark again.",
  },
  compare: "Compare and go on",
  flag: "Flag for another look",
  /** Why a mark is 0. */
  zero: {
    question: "Why 0?",
    why: (candidate: string) => `Why candidate ${candidate} has 0`,
    "worth-nothing": "The work earned no marks",
    "not-authenticated": "The work is not confirmed as the candidate's own",
    noWork: "No work was handed in: record absent",
  },
  back: "Back",
  forward: "Forward",
  boxFor: (noun: string, candidate: string) => `${noun} again for ${candidate}`,
  flagged: "Flagged for another look",
  flaggedBy: (who: string) => `by ${who}`,
  flaggedByYou: "by you",
  differs: (typed: string, held: string) => `You typed ${typed}, but ${held} was entered`,
  swapped: (typed: string, held: string) => `The mark is ${held}, but you typed ${typed}. Are the digits the wrong way round?`,
  said: {
    mismatch: (candidate: string, differs: string) => `${candidate} is listed below and not ticked. ${differs}`,
    taken: (candidate: string, mark: string) => `${candidate} is now ${mark}. Check it again.`,
  },
  progress: (checked: number, all: number) => `${checked} of ${all} checked`,
  left: {
    title: "Left to do",
    nothing: "Every mark is checked.",
    unticked: (count: number) => plural(count, { one: "1 mark is not checked.", other: `${count} marks are not checked.` }),
    first: "Go to the first that is not checked",
    mismatches: "Typed differently",
    differs: (typed: string, held: string) => `typed ${typed}, entered ${held}`,
    swapped: (typed: string, held: string) => `typed ${typed}, entered ${held}: are the digits the wrong way round?`,
    blank: (count: number) => plural(count, { one: "1 candidate has no mark to check", other: `${count} candidates have no mark to check` }),
  },
};
