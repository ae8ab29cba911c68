/** A name as comparable words: without case, accents and apostrophes, hyphens as spaces. */
export interface Name {
  words: string[];
  /** The words of the surname, where the writing tells it from the forenames. */
  surname?: string[];
}

const PARTICLES = new Set(["al", "ap", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van", "von", "y"]);
const LETTERS: Record<string, string> = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ð: "d", þ: "th", ı: "i" };

export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[łøđßæœðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[\u0300-\u036F'’‘ʼ`´]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** A word in capitals, as surnames are written: JONES, McDONALD, O'NEILL. */
const isCapitals = (word: string): boolean => {
  const rest = word.replace(/^(?:Mac|Mc|Fitz|O['’]|D['’]|d['’])/, "");
  return /\p{L}.*\p{L}/u.test(rest) && rest === rest.toUpperCase();
};

/** A name written in one cell: SURNAME Forename, Forename SURNAME, or Surname, Forename; otherwise just its words. */
export function nameOf(text: string): Name {
  const words = wordsOf(text);
  const [before = "", after = ""] = text.split(",", 2);
  if (wordsOf(before).length > 0 && wordsOf(after).length > 0) return { words, surname: wordsOf(before) };
  const parts = text.trim().split(/\s+/);
  const plain = parts.findIndex((part) => !isCapitals(part) && part !== part.toLowerCase());
  const first = parts.findIndex(isCapitals);
  if (first === -1 || plain === -1) return { words };
  const surname = first < plain ? parts.slice(0, plain) : parts.slice(first);
  return { words, surname: wordsOf(surname.join(" ")) };
}

/** A name written in two cells; either may be empty. */
export function nameIn(surname: string, forename: string): Name {
  const family = wordsOf(surname);
  return { words: [...family, ...wordsOf(forename)], ...(family.length > 0 ? { surname: family } : {}) };
}

const within = (few: readonly string[], many: readonly string[]): boolean => few.every((word) => many.includes(word));
const joined = (words: readonly string[]): string => words.join("");

/** Whether two surnames may be one person's: the same words, or one part of a double-barrelled name. */
const sameFamily = (one: readonly string[], other: readonly string[]): boolean =>
  joined(one) === joined(other) || one.some((word) => !PARTICLES.has(word) && other.includes(word));

const forenames = ({ words, surname = [] }: Name): string[] => words.filter((word) => !surname.includes(word));

/** Whether two names have the same words, in any order and with or without hyphens. */
export const isSame = (one: Name, other: Name): boolean =>
  families(one, other) &&
  (joined(one.words.toSorted()) === joined(other.words.toSorted()) ||
    one.words.some((_, place) => joined([...one.words.slice(place), ...one.words.slice(0, place)]) === joined(other.words)));

const families = (one: Name, other: Name): boolean => !one.surname || !other.surname || sameFamily(one.surname, other.surname);

/** Whether a surname and a forename may be this person's; middle names may be left out. */
export function mayBe(written: Name, person: Name): boolean {
  if (isSame(written, person)) return true;
  if (!families(written, person)) return false;
  if (written.surname && person.surname) {
    const [one, other] = [forenames(written), forenames(person)];
    if (one.length === 0 || other.length === 0) return false;
    return within(one, other) || within(other, one) || joined(one) === joined(other);
  }
  const [few, many] = written.words.length < person.words.length ? [written.words, person.words] : [person.words, written.words];
  return few.length > 1 && within(few, many) && (person.surname ?? []).every((word) => written.words.includes(word));
}

/** Whether a name has the surname of this person, or any word of it where nothing tells which is the surname. */
export const sharesFamily = (written: Name, person: Name): boolean => sameFamily(person.surname ?? person.words, written.surname ?? written.words);

/** Whether a name is only part of this person's: a surname or a forename alone, or an initial. */
export const isPart = (written: Name, person: Name): boolean =>
  written.words.length > 0 && written.words.every((word) => person.words.some((whole) => (word.length === 1 ? whole.startsWith(word) : whole === word)));
