import type { Schemas } from "../api/client";
import { wordFor } from "../i18n/words";
import { seriesName } from "../lib/dates";
import { sheetWords } from "./words";

type Note = Schemas["NoteOut"];

/** A circumstance's title, which is English, in the current language if it is a known one. */
export const circumstanceWords = ({ title }: { title: string }): string => wordFor(sheetWords.value.notes.named, title);

/** Where a candidate and their mark come from, a sentence each. */
export function originWords(note: Note | null | undefined): string[] {
  const words = sheetWords.value.notes;
  return [
    note?.former ? words.formerly(note.former) : "",
    note?.moved_from ? words.movedFrom(note.moved_from) : "",
    note?.carried_from ? words.carriedFrom(seriesName(note.carried_from)) : "",
  ].filter((part) => part !== "");
}

/** What prints and files say about a candidate: all but the reason of a circumstance. */
export function printedWords(note: Note | null | undefined): string[] {
  return [...originWords(note), ...(note?.circumstance ? [circumstanceWords(note.circumstance)] : [])];
}
