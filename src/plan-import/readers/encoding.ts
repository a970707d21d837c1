/** Text as older Windows programs write it. Pure. */

/** What Windows-1252 has at 80 to 9f. Node's own decoder takes it for Latin-1 in some versions. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Bytes as Windows-1252, in which every byte is a character. */
export const windowsText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) => windows.charAt(character.charCodeAt(0) - 0x80));

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;

/** No letter of it stands in several bytes, as it would in UTF-8 that was damaged; and it is no JSON, which is UTF-8 always. */
export const looksLikeWindows = (bytes: Uint8Array): boolean =>
  !/^\s*[{[]/.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1")) &&
  !bytes.some((byte, at) => byte >= 0xc2 && byte <= 0xf4 && isHigh(bytes[at + 1]) && (bytes[at + 1] ?? 0) < 0xc0);

/** Text in UTF-16 with its mark ("Unicode text" of a spreadsheet); nothing for JSON. */
export function utf16Text(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return undefined;
  const text = new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes);
  return /^\s*[{[]/.test(text) ? undefined : text;
}
