/** The lines of a file, in pieces of whole ones. */
import { createReadStream } from "node:fs";

/** A line without its break. */
export interface Line {
  bytes: Buffer;
  /** Whether a line break ended it. */
  ended: boolean;
}

/** The byte that ends a line. */
export const lineBreak = 0x0a;
const piece = 1024 * 1024;

/** A file's whole lines, as many at a time as come in one piece; what stands behind the last line break comes alone. */
export async function* wholeLinesIn(path: string): AsyncIterable<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: piece }) as AsyncIterable<Buffer>) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(lineBreak) + 1;
    if (end) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
  if (rest.length) yield rest;
}

/** Each line of such a piece. */
export function* linesOf(bytes: Buffer): Iterable<Line> {
  let from = 0;
  for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, from)) {
    yield { bytes: bytes.subarray(from, end), ended: true };
    from = end + 1;
  }
  if (from < bytes.length) yield { bytes: bytes.subarray(from), ended: false };
}
