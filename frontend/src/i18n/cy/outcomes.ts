// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Words } from "../words";

export const outcomes: Words["outcomes"] = {
  scale: { mark: "Marc", grade: "Gradd" },
  absent: "Absennol",
  named: {
    Absent: "Absennol",
    Distinction: "Rhagoriaeth",
    Merit: "Teilyngdod",
    Pass: "Llwyddo",
    "Not classified": "Annosbarthedig",
  },
  status: {
    "not started": "Heb ddechrau",
    incomplete: "Anghyflawn",
    ready: "Barod i'w gyflwyno",
    submitted: "Wedi'i gyflwyno",
    confirmed: "Wedi'i gadarnhau",
    "in moderation": "Yn cael ei gymedroli",
    moderated: "Wedi'i gymedroli",
  },
  what: {
    EntriesChanged: "Y bwrdd wedi newid y cofrestriadau",
    MarksSaved: "Cadwyd marciau",
    CircumstanceRecorded: "Cofnodwyd gwaith coll neu ystyriaeth arbennig",
    MarksSubmitted: "Cyflwynwyd i'r bwrdd",
    MarksConfirmed: "Cadarnhawyd gan y bwrdd",
    AmendmentRequested: "Gofynnwyd am ddiwygiad",
    AmendmentApplied: "Gwnaed diwygiad a'i anfon at y bwrdd",
    AmendmentDeclined: "Gwrthodwyd diwygiad",
    AmendmentWithdrawn: "Tynnwyd diwygiad yn ôl",
    AmendmentWorkRequested: "Gofynnwyd am waith cyn penderfynu ar ddiwygiad",
    AmendmentWorkSent: "Anfonwyd gwaith ar gyfer diwygiad",
    ModerationStarted: "Dechreuodd y cymedroli",
    SampleRequested: "Gofynnwyd am sampl o waith",
    SampleWorkSent: "Anfonwyd gwaith y sampl",
    SampleWorkLost: "Adroddwyd bod gwaith y sampl ar goll",
    ModerationOutcomeRecorded: "Cofnodwyd canlyniad y cymedroli",
    ExtensionRequested: "Gofynnwyd am estyniad",
    ExtensionDecided: "Penderfynwyd ar estyniad",
    ReportRequested: "Gofynnwyd am adroddiad wedi'i argraffu",
    SlipsRequested: "Gofynnwyd am slipiau marciau",
  },
  channel: { web: "ar y wefan hon", api: "o'r MIS", file: "o ffeil", board: "gan y bwrdd" },
  candidates: (count) =>
    plural(count, {
      zero: "dim ymgeiswyr",
      two: "2 ymgeisydd",
      other: `${count} ymgeisydd`,
    }),
};
