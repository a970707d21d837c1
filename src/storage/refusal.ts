/** What people read when the disk does not keep what they send. Whoever looks after Waymark reads the cause in the log. */
import { UserFacingError } from "../shared/errors.js";

/** A write that is not on disk. Part of what was asked may have been written before, so it promises no more than that pressing again is safe. */
export function writeRefused(cause: unknown): UserFacingError {
  return new UserFacingError(
    "The disk that holds my records refuses new entries just now, so I cannot confirm that this is saved. Please try again in a few minutes: it will be saved only once.",
    { cause },
  );
}

/** Nobody knows what the disk holds. */
export function readRefused(cause: unknown): UserFacingError {
  return new UserFacingError("The disk that holds my records fails, so I cannot say what stands. Please try again in a few minutes.", { cause });
}
