/** Someone to invite; the name is empty where only an address was given. */
export interface Someone {
  name: string;
  email: string;
}

const ADDRESS = /(?:mailto:)?([^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+)/giu;

/**
 * The people in text copied from a mail program or a spreadsheet: `Asha Patel <asha@school.example>; …`, or a line for
 * each. What stands before an address is the name; in a line with one address and nothing before it, what follows.
 */
export const readPeople = (text: string): Someone[] => text.split(/[\n\r;]+/u).flatMap(readLine);

function readLine(line: string): Someone[] {
  const found = [...line.matchAll(ADDRESS)];
  const names = found.map(({ index }, place) => {
    const before = found[place - 1];
    return nameIn(line.slice(before ? before.index + before[0].length : 0, index));
  });
  const [only] = found;
  if (found.length === 1 && only && !names[0]) names[0] = nameIn(line.slice(only.index + only[0].length));
  return found.map((match, place) => ({ name: names[place] ?? "", email: match[1] ?? "" }));
}

const nameIn = (text: string): string => text.replaceAll(/["<>()[\]\s]+/gu, " ").replaceAll(/^[\s,]+|[\s,]+$/gu, "");
