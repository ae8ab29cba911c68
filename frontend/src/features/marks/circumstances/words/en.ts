/** Recording lost work or special consideration. */
export const en = {
  how: "The candidate still needs a mark for the work you saw, or A. The board makes any allowance later. Your mark does not change.",
  candidate: "Candidate number",
  candidateHint: "Type the number, or choose from the list.",
  what: "What to record",
  unseen: "The board will not ask for this candidate's work.",
  nothing: "Nothing: remove what is recorded",
  reason: "What happened",
  reasonHint: "In a few words. Your centre and the board can read it. It is not printed.",
  save: "Record",
  cancel: "Cancel",
  lacks: {
    candidate: "Type the number of a candidate on this sheet whose mark you can still enter",
    what: "Choose what to record",
    reason: "Say briefly what happened",
  },
  did: (candidate: string, what: string) => `Recorded for candidate ${candidate}: ${what}.`,
  undid: (candidate: string) => `Nothing is recorded for candidate ${candidate}.`,
};
