import { UserFacingError } from "../../../shared/errors.js";

/** "plan.docx: it is protected by a password. … Nothing was saved." */
export const refuse = (name: string, why: string): UserFacingError => new UserFacingError(`${name}: ${why} Nothing was saved.`);

/** The refusal of a file that cannot be read to its end, to be thrown. */
export const damaged = (name: string): UserFacingError =>
  refuse(name, "the file is damaged or not whole. Open it where it was made, save it again and try once more.");
