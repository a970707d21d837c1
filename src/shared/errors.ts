/** An error that is safe and useful to show as written. Anything else is a bug: logged once, one short apology. */
export class UserFacingError extends Error {
  override name = "UserFacingError";
}

/** What the records are kept in is away. For people as it is written, and a failure to whoever looks after the bot. */
export class OutOfReachError extends UserFacingError {}
