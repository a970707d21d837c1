/** An error that is safe and useful to show as written. Anything else is a bug: logged once, one short apology. */
export class UserFacingError extends Error {
  override name = "UserFacingError";
}
