/** What the app package has to know of the organisation, from the environment. */
import { z } from "zod/v4";
import { UserFacingError } from "../src/shared/errors.js";

const webAddress = z.url({ protocol: /^https$/, error: "must be an https:// address" });

const Given = z.object({
  MICROSOFT_APP_ID: z.guid("must be the id of the bot registration"),
  /** The app's own id in Teams. */
  TEAMS_APP_ID: z.guid("must be an id such as 5f1c0001-6a1e-4c58-9c07-3d2f7a1b0001").optional(),
  /** Where the bot is reached. */
  PUBLIC_URL: webAddress,
  ORGANISATION: z.string().trim().min(1).max(32, "must be at most 32 characters"),
  ORGANISATION_URL: webAddress,
  PRIVACY_URL: webAddress.optional(),
  TERMS_URL: webAddress.optional(),
});

export interface Settings {
  botId: string;
  appId: string;
  host: string;
  organisation: string;
  website: string;
  privacy: string;
  terms: string;
}

/** An empty value counts as unset. Throws one UserFacingError that names every bad key. */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  const read = Given.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== "")));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message, code }) => `  ${path.join(".")}: ${code === "invalid_type" ? "is not set" : message}`);
    throw new UserFacingError(`The app package needs these settings, in the environment or in .env:\n${problems.join("\n")}`);
  }
  const given = read.data;
  return {
    botId: given.MICROSOFT_APP_ID,
    appId: given.TEAMS_APP_ID ?? given.MICROSOFT_APP_ID,
    host: new URL(given.PUBLIC_URL).hostname,
    organisation: given.ORGANISATION,
    website: given.ORGANISATION_URL,
    privacy: given.PRIVACY_URL ?? given.ORGANISATION_URL,
    terms: given.TERMS_URL ?? given.ORGANISATION_URL,
  };
}
