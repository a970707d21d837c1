/** Makes waymark.zip, the app package that an administrator uploads to Teams. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { strToU8, zipSync } from "fflate";
import { UserFacingError } from "../src/shared/errors.js";
import { renderIcons } from "./icons.js";
import { manifestOf, newestSchema, oldestCopilotSchema } from "./manifest.js";
import { settingsFrom } from "./settings.js";

interface PackageOptions {
  schema?: string;
  /** It is an agent in Microsoft 365 Copilot too. */
  copilot?: boolean;
}

type Manifest = ReturnType<typeof manifestOf>;

/** What is wrong with a manifest by the official schema of its own version, which comes with the package; no network. */
export const faultsOfManifest = (manifest: Manifest): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(manifest as unknown as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0]);

/** The package as a zip. `project` is the project's folder. Throws a UserFacingError when a setting is missing or the manifest is not valid. */
export async function appPackage(
  environment: Record<string, string | undefined>,
  project: string,
  { schema = newestSchema, copilot = false }: PackageOptions = {},
): Promise<Uint8Array> {
  if (copilot && Number(schema.split(".")[1]) < Number(oldestCopilotSchema.split(".")[1]))
    throw new UserFacingError(`An agent in Copilot needs the schema ${oldestCopilotSchema} or a newer one.`);
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
  const manifest = manifestOf(settingsFrom(environment), version, schema, { copilot });
  const faults = await faultsOfManifest(manifest);
  if (faults.length) throw new UserFacingError(`The manifest does not fit the schema ${schema}:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return zipSync({ "manifest.json": strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...renderIcons(join(project, "manifest")) });
}

/** `npm run manifest [-- --schema 1.19] [--copilot]` */
export async function makeAppPackage(environment: Record<string, string | undefined>, args: string[], project: string): Promise<void> {
  writeFileSync(join(project, "waymark.zip"), await appPackage(environment, project, optionsFrom(args)));
  process.stdout.write("waymark.zip is made. An administrator uploads it in the Teams admin centre, under Manage apps.\n");
}

function optionsFrom(args: string[]): PackageOptions {
  try {
    return parseArgs({ args, options: { schema: { type: "string" }, copilot: { type: "boolean" } } }).values;
  } catch {
    throw new UserFacingError("There are --schema and --copilot, for example: npm run manifest -- --copilot, or npm run manifest -- --schema 1.19");
  }
}
