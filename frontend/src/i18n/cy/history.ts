// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Words } from "../words";

export const history: Words["history"] = {
  title: "Pwy newidiodd beth",
  candidate: "Rhif ymgeisydd",
  hint: "Gadewch ef yn wag i weld popeth.",
  found: (count) => plural(count, { two: "2 gofnod", other: `${count} cofnod` }),
  none: "Nid oes dim wedi digwydd i'r marciau hyn eto.",
  noneOf: (candidate) => `Nid oes dim a ddangosir yma wedi newid ymgeisydd ${candidate}.`,
  submission: (number) => `cyflwyniad ${number}`,
  extension: {
    asked: (day, why) => `Hyd ${day}: ${why}`,
    granted: (day, note) => `Estynnwyd hyd ${day}${note ? `: ${note}` : ""}`,
    declined: (note) => `Gwrthodwyd${note ? `: ${note}` : ""}`,
  },
  told: (name, what) => `Dywedwyd wrth ${name} drwy e-bost: ${what}`,
  by: (moment, name, channel) => `${moment} gan ${name}, ${channel}`,
  byPerson: (moment, name) => `${moment} gan ${name}`,
  byBoard: (moment) => `${moment} gan y bwrdd arholi`,
  changes: {
    title: (count) => `${count} ymgeisydd`,
    caption: "Beth a newidiodd",
    candidate: "Ymgeisydd",
    before: "Cynt",
    after: "Wedyn",
    checked: "Gwiriwyd",
    nothing: "Dim",
    yes: "Do",
    no: "Naddo",
    flag: { set: "Rhoddwyd baner i edrych eto", lifted: "Tynnwyd y faner" },
  },
  entries: {
    entered: (candidates) => `Cofrestrwyd: ${candidates}`,
    corrected: (candidates) => `Cywirwyd enw, UCI neu grŵp: ${candidates}`,
    withdrawn: (candidates) => `Tynnwyd yn ôl: ${candidates}`,
    movedTo: (centre) => `Symudodd i ganolfan ${centre}`,
    movedFrom: (centre) => `Symudodd o ganolfan ${centre}`,
    reason: (reason) => `Rheswm: ${reason}`,
  },
  takenBack: "Tynnwyd gwaith coll neu ystyriaeth arbennig yn ôl",
  older: "Dangos rhai hŷn",
  back: "Yn ôl at y marciau",
};
