const FORM = /^\d{5}[0-9A-P]\d{6}[ABCDEFGHKLMRTVWXY]$/;
const CHECK = "ABCDEFGHKLMRTVWXY";

/** The character that ends a UCI of these 12 (JCQ): weights 16 to 5, A=1 to P=16, modulo 17. */
export function checkCharacter(body: string): string {
  const sum = [...body].reduce((all, one, place) => all + (16 - place) * (/\d/.test(one) ? Number(one) : one.charCodeAt(0) - 64), 0);
  return CHECK.charAt(sum % 17);
}

export const plainUci = (text: string): string => text.replaceAll(/\s/g, "").toUpperCase();

/** What is wrong with a UCI: its form, or its last character, which should agree with the others. */
export function uciFault(text: string): "form" | "check" | undefined {
  const uci = plainUci(text);
  if (!FORM.test(uci)) return "form";
  return checkCharacter(uci.slice(0, 12)) === uci.at(-1) ? undefined : "check";
}
