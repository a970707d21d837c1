/** E-mail addresses in a text. */

/** Its parts are bounded, and begin where a word does, so that no text takes long to search. */
export const addressPattern = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

const SMALL = new Set(["and", "for", "of", "the"]);

/** What stands behind the @, in small letters. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

const localPartOf = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf("@")));

/** "sheila.grant@example.org" is "Sheila Grant", "head.of.service@…" is "Head of Service". */
export function nameFromAddress(address: string): string {
  const words = localPartOf(address)
    .split(/[._+-]+/)
    .filter(Boolean);
  return words.map((word, place) => (place && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(" ") || address;
}

/** What tells two people of the same name apart: what stands before the @ where that differs, else the organisation. */
export const apart = (address: string, others: readonly string[]): string =>
  others.some((other) => localPartOf(other) === localPartOf(address)) ? domainOf(address) : localPartOf(address);
