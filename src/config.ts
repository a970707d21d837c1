/** Every setting, read from the environment once. Nothing else reads process.env. */
import { z } from "zod/v4";
import { UserFacingError } from "./shared/errors.js";

const dayMs = 86_400_000;
const mostDays = 400;

function daysFrom(from: string, to: string): string[] | undefined {
  if (!z.iso.date().safeParse(from).success || !z.iso.date().safeParse(to).success || to < from) return undefined;
  const count = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  if (count > mostDays) return undefined;
  return Array.from({ length: count }, (_, at) => new Date(Date.parse(from) + at * dayMs).toISOString().slice(0, 10));
}

const emails = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((email) => email.toLowerCase()),
  )
  .pipe(z.array(z.email({ error: "is not an e-mail address" })));

/** Days and spans of days ("2026-12-29/2026-12-31"), made into a list of days. */
const days = z
  .string()
  .default("")
  .transform((text, problem) =>
    text
      .split(/[\s,;]+/)
      .filter(Boolean)
      .flatMap((part) => {
        const [from = "", to = from] = part.split("/");
        const span = daysFrom(from, to);
        if (!span) problem.addIssue({ code: "custom", message: `${part} is not a day or span of days, written 2026-12-24 or 2026-12-29/2026-12-31` });
        return span ?? [];
      }),
  );

/** In small letters, as tokens and activities have them. */
const directoryId = z.uuid("must be an id such as 11111111-2222-4333-8444-555555555555").toLowerCase();

const words = z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean));

/** A port in plain digits: "1e3" and "0x50" are numbers to JavaScript, and slips in a setting. */
const port = (least: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number in digits, such as 3978")
    .transform(Number)
    .pipe(z.number().min(least).max(65_535));

/** TLS, except on this machine: whoever answers there says who is let in. */
const safeAddress = z.url().refine((text) => /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))/.test(text), "must start with https://");

/** A name without a dot is of a machine beside this one, such as another container. */
const nearAddress = z
  .url()
  .refine(
    (text) => /^(https:\/\/|http:\/\/([a-z0-9-]+|127\.0\.0\.1|\[::1\])([:/]|$))/i.test(text),
    "must start with https:// unless it is beside this machine",
  );

const wholeDays = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, "must be a number of days in digits")
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const Settings = z.object({
  PORT: port(0).default(3978).describe("Port of the bot"),
  DATA_DIR: z.string().min(1).default(".data").describe("Folder of the embedded database"),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, "must start with mongodb:// or mongodb+srv://")
    .optional()
    .describe("MongoDB; the embedded database is used when unset"),
  MANAGERS: emails.describe("Sign-in names (user principal names) of the managers"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info").describe("How much is logged"),
  METRICS_PORT: port(1).optional().describe("A port of its own for GET /metrics; keep it off the internet"),
  METRICS_HOST: z.string().min(1).default("127.0.0.1").describe("Address at which METRICS_PORT listens; 0.0.0.0 in a container"),
  REMINDERS: z.enum(["on", "off"]).default("on").describe("Whether the server sends reminders"),
  REMINDERS_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):(00|30)$/, "must be on the hour or the half hour, written 09:30")
    .default("09:30")
    .describe("When reminders go on working days, in the plan's time zone"),
  BANK_HOLIDAYS: z.enum(["england", "scotland", "northern-ireland"]).default("england").describe("Whose bank holidays are no working days"),
  CLOSURE_DAYS: days.describe("Days on which the organisation is closed as well, such as 2026-12-29/2026-12-31"),
  OPEN_DAYS: days.describe("Bank holidays on which it works all the same"),
  REPORT_TEMPLATE: z
    .string()
    .min(1)
    .optional()
    .describe("A Word file (.docx) whose styles, headers and page reports in Word take; a layout of Waymark's own when unset"),
  KEEP_UNANSWERED_DAYS: wholeDays(1, 365).default(90).describe("How long the words of questions that had no answer are kept, without who asked"),
  KEEP_SENT_DAYS: wholeDays(400, 3_650).default(730).describe("How long it is kept which reminder went to whom"),
  KEEP_PEOPLE_DAYS: wholeDays(1, 3_650).default(90).describe("How long it is kept who somebody is that has not used the bot since"),
  MICROSOFT_APP_ID: directoryId.optional().describe("Bot registration; without it the bot listens on loopback only"),
  MICROSOFT_APP_TYPE: z
    .enum(["SingleTenant", "UserAssignedMSI"])
    .default("SingleTenant")
    .describe("What speaks for the bot: a client secret, or a managed identity"),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional().describe("Client secret of the bot registration"),
  MICROSOFT_APP_TENANT_ID: directoryId.optional().describe("Tenant of the bot registration"),
  TENANTS: words
    .pipe(z.array(directoryId))
    .default([])
    .describe("Tenants whose activities are let in, that of the bot registration when unset; people of any other are told that it is not for them"),
  SERVICE_HOSTS: words.pipe(z.array(z.string())).default(["smba.trafficmanager.net"]).describe("Hosts of the channel, exactly; another cloud has others"),
  FILE_HOSTS: words
    .pipe(z.array(z.string().regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, "must be a host, or *. and a domain")))
    .default(["*.sharepoint.com"])
    .describe("Hosts that files people send are fetched from and reports are put into: whole, or *. for any one name in front"),
  CHANNEL_ISSUER: z.string().min(1).default("https://api.botframework.com").describe("Who issues the channel's tokens"),
  CHANNEL_METADATA: safeAddress
    .default("https://login.botframework.com/v1/.well-known/openidconfiguration")
    .describe("OpenID metadata of the channel, which names the address of its keys"),
  LOGIN_ADDRESS: safeAddress.default("https://login.microsoftonline.com").describe("Where the bot's own tokens come from"),
  MODEL: z.enum(["on", "off"]).default("on").describe("Whether a language model helps to read questions, where one is set up by what follows"),
  AZURE_OPENAI_ENDPOINT: safeAddress.optional().describe("Azure OpenAI, such as https://name.openai.azure.com"),
  AZURE_OPENAI_DEPLOYMENT: z.string().min(1).optional().describe("Name of the deployment there"),
  AZURE_OPENAI_API_KEY: z.string().min(1).optional().describe("Its key; the bot's own identity speaks where it is unset"),
  OPENAI_API_KEY: z.string().min(1).optional().describe("Key for OpenAI, or for a server that speaks its API"),
  OPENAI_MODEL: z.string().min(1).optional().describe("Name of the model there"),
  OPENAI_BASE_URL: nearAddress.optional().describe("Address of a server that speaks OpenAI's API (llama.cpp, Ollama, vLLM), such as http://127.0.0.1:8080/v1"),
  MODEL_CALLS_A_DAY: z
    .string()
    .regex(/^\d{1,7}$/, "must be a number in digits")
    .transform(Number)
    .default(2_000)
    .describe("So often a model is asked in a day at most, by all servers together"),
});

export type Config = z.infer<typeof Settings>;

/** For a process of somebody else's program that is started from here. */
export const environment = (): NodeJS.ProcessEnv => process.env;

/** A setting as people read of it. */
export interface Setting {
  name: string;
  about: string;
  /** As it would be written; empty when there is none. */
  usual: string;
  /** The only values there are; empty when there are others. */
  choices: string[];
}

/** Every setting, in the order of the schema. */
export function listSettings(): Setting[] {
  const usual: Record<string, unknown> = readConfig({});
  const { properties = {} } = z.toJSONSchema(Settings, { io: "input", unrepresentable: "any" });
  return Object.entries(Settings.shape).map(([name, { description = "" }]) => {
    const property = properties[name];
    const choices = typeof property === "object" ? (property.enum ?? []).map(String) : [];
    return { name, about: description, usual: [usual[name] ?? ""].flat().join(", "), choices };
  });
}

/** Reads the environment; an empty value counts as unset. Throws one UserFacingError that names every bad key. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  // A value may be a secret, so of several only its place is said.
  const problems = result.error.issues.map(
    ({ path: [name, at], message }) => `  ${String(name)}: ${typeof at === "number" ? `entry ${at + 1} ` : ""}${message}`,
  );
  throw new UserFacingError(`Some settings cannot be used:\n${problems.join("\n")}`);
}

/** Who the bot is in the channel; nothing when it is not registered. Throws a UserFacingError when half of it is missing. */
export function registrationOf(config: Config) {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId, MICROSOFT_APP_TYPE: type } = config;
  if (!appId) {
    if (!password && type === "SingleTenant") return undefined;
    const given = password ? "MICROSOFT_APP_PASSWORD" : "MICROSOFT_APP_TYPE";
    throw new UserFacingError(`${given} is set, so MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID have to be set too.`);
  }
  const managed = type === "UserAssignedMSI";
  if (!tenantId || !(password || managed))
    throw new UserFacingError("MICROSOFT_APP_ID is set, so MICROSOFT_APP_PASSWORD (or a managed identity) and MICROSOFT_APP_TENANT_ID have to be set too.");
  const channel = { serviceHosts: config.SERVICE_HOSTS, fileHosts: config.FILE_HOSTS, issuer: config.CHANNEL_ISSUER, metadataUrl: config.CHANNEL_METADATA };
  return { appId, tenantId, password: managed ? undefined : password, tenants: config.TENANTS, ...channel, loginOrigin: new URL(config.LOGIN_ADDRESS).origin };
}
