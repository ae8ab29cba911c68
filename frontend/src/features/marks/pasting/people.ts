import { type Name, isPart, isSame, mayBe, nameOf, sharesFamily } from "./names";

/** A candidate as the sheet has them. */
export interface Person {
  candidate: string;
  uci: string;
  name: string;
}

interface Known extends Person {
  written: Name;
}

const DIGITS = 4;
const NUMBER = /^(\d{1,4})(?:[.,]0)?$/;
const UCI = /^\d{5}[\dA-Z]\d{6}[A-Z]$/;

export const uciIn = (cell: string): string => cell.replaceAll(/\s/g, "").toUpperCase();
export const isUci = (cell: string): boolean => UCI.test(uciIn(cell));
/** A candidate number in a cell, with the leading zeros that a spreadsheet removes; undefined where it is none. */
export const numberIn = (cell: string): string | undefined => NUMBER.exec(cell)?.[1]?.padStart(DIGITS, "0");

/** The candidates of a sheet, to be found by number, UCI or name. */
export class People {
  readonly #byNumber: Map<string, Known>;
  readonly #byUci: Map<string, Known>;
  readonly #byWord = new Map<string, Set<Known>>();
  readonly #families = new Set<string>();
  readonly #forenames = new Set<string>();

  constructor(people: readonly Person[]) {
    const known = people.map((person) => ({ ...person, written: nameOf(person.name) }));
    this.#byNumber = new Map(known.map((one) => [one.candidate, one]));
    this.#byUci = new Map(known.filter(({ uci }) => uci !== "").map((one) => [uciIn(one.uci), one]));
    for (const one of known) {
      const { words, surname = words } = one.written;
      this.#families.add(surname.join(""));
      for (const word of words) {
        if (!surname.includes(word) || surname === words) this.#forenames.add(word);
        this.#byWord.set(word, (this.#byWord.get(word) ?? new Set()).add(one));
      }
      this.#byWord.set(words.join(""), (this.#byWord.get(words.join("")) ?? new Set()).add(one));
    }
  }

  numbered = (candidate: string): Known | undefined => this.#byNumber.get(candidate);
  withUci = (uci: string): Known | undefined => this.#byUci.get(uciIn(uci));
  isFamily = (written: Name): boolean => this.#families.has(written.words.join(""));
  isForename = (written: Name): boolean => written.words.some((word) => this.#forenames.has(word));

  /** Everyone who may have this name. */
  called(written: Name): Known[] {
    return this.#near(written).filter((one) => mayBe(written, one.written));
  }

  /** Whether this is a part of somebody's name. */
  isPart = (written: Name): boolean => this.#near(written).some((one) => isPart(written, one.written));

  /**
   * How a name beside a number or a UCI compares with the candidate who has that number: it is theirs, another form of
   * theirs (the same surname and a forename that the sheet does not have), or somebody else's.
   */
  agrees(written: Name, person: Known): "same" | "another form" | "somebody else" {
    if (isSame(written, person.written)) return "same";
    const others = this.called(written).filter((one) => one !== person);
    if (mayBe(written, person.written)) return others.some((one) => isSame(written, one.written)) ? "somebody else" : "same";
    if (others.length > 0) return "somebody else";
    if (isPart(written, person.written)) return "same";
    return sharesFamily(written, person.written) ? "another form" : "somebody else";
  }

  #near(written: Name): Known[] {
    const near = new Set<Known>();
    for (const word of [...written.words, written.words.join("")]) for (const one of this.#byWord.get(word) ?? []) near.add(one);
    return [...near];
  }
}
