/** A file that somebody sent, fetched from where Teams says that it is: from hosts on a list of their own, within a deadline and a size. */
import { UserFacingError } from "../../shared/errors.js";
import { CallError } from "./call-error.js";
import { type Exchange, TOO_LARGE } from "./exchange.js";

const WITHIN_MS = 8_000;

export interface DownloadParts {
  exchange: Exchange;
  /** Whether files may be fetched from this address. */
  mayFetch(address: string): boolean;
}

/** Gives the bytes of the file at an address. Rejects with a UserFacingError that names the file. Redirects are not followed. */
export const downloaderOf =
  ({ exchange, mayFetch }: DownloadParts) =>
  async (name: string, address: string, mostBytes: number): Promise<Uint8Array> => {
    if (!mayFetch(address)) throw new UserFacingError(`${name} is kept in a place that I am not allowed to open. Nothing was saved.`);
    const { origin, pathname, search } = new URL(address);
    const asked = exchange.send({ method: "GET", origin, path: `${pathname}${search}`, withinMs: WITHIN_MS, mostBytes });
    const { status, body } = await asked.catch((error: unknown) => {
      throw new UserFacingError(whyNot(name, mostBytes, error));
    });
    if (status !== 200) throw new UserFacingError(`${name} could not be opened where it is kept (${status}). Nothing was saved: please send it again.`);
    return body;
  };

const whyNot = (name: string, mostBytes: number, error: unknown): string =>
  error instanceof CallError && error.codes.includes(TOO_LARGE)
    ? `${name} has more than ${mostBytes / 1024 / 1024} MB; a plan has at most that. Nothing was saved.`
    : `${name} did not come in time from where it is kept. Nothing was saved: please send it again in a moment.`;
