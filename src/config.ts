/** Every setting, read from the environment once. Nothing else reads process.env. */
import { z } from "zod/v4";
import { UserFacingError } from "./shared/errors.js";

const emails = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((email) => email.toLowerCase()),
  )
  .pipe(z.array(z.email()));

const words = z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean));

/** TLS, except on this machine: whoever answers there says who is let in. */
const safeAddress = z.url().refine((text) => /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))/.test(text), "must start with https://");

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978).describe("Port of the bot"),
  DATA_DIR: z.string().min(1).default(".data").describe("Folder of the embedded database"),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, "must start with mongodb:// or mongodb+srv://")
    .optional()
    .describe("MongoDB; the embedded database is used when unset"),
  MANAGERS: emails.describe("E-mail addresses of the managers"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info").describe("How much is logged"),
  MICROSOFT_APP_ID: z.uuid().optional().describe("Bot registration; without it the bot listens on loopback only"),
  MICROSOFT_APP_TYPE: z
    .enum(["SingleTenant", "UserAssignedMSI"])
    .default("SingleTenant")
    .describe("What speaks for the bot: a client secret, or a managed identity"),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional().describe("Client secret of the bot registration"),
  MICROSOFT_APP_TENANT_ID: z.uuid().optional().describe("Tenant of the bot registration"),
  TENANTS: words.pipe(z.array(z.uuid())).default([]).describe("Tenants whose people may ask; that of the bot registration when unset"),
  SERVICE_HOSTS: words.pipe(z.array(z.string())).default(["smba.trafficmanager.net"]).describe("Hosts of the channel, exactly; another cloud has others"),
  CHANNEL_ISSUER: z.string().min(1).default("https://api.botframework.com").describe("Who issues the channel's tokens"),
  CHANNEL_METADATA: safeAddress
    .default("https://login.botframework.com/v1/.well-known/openidconfiguration")
    .describe("OpenID metadata of the channel, which names the address of its keys"),
  LOGIN_ADDRESS: safeAddress.default("https://login.microsoftonline.com").describe("Where the bot's own tokens come from"),
});

export type Config = z.infer<typeof Settings>;

/** Reads the environment; an empty value counts as unset. Throws one UserFacingError that names every bad key. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new UserFacingError(`Some settings cannot be used:\n${problems.join("\n")}`);
}
