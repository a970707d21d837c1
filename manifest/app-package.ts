/** Makes waymark.zip, the app package that an administrator uploads to Teams. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { strToU8, zipSync } from "fflate";
import { UserFacingError } from "../src/shared/errors.js";
import { renderIcons } from "./icons.js";
import { manifestOf, newestSchema } from "./manifest.js";
import { settingsFrom } from "./settings.js";

type Manifest = ReturnType<typeof manifestOf>;

/** What is wrong with a manifest by the official schema of its own version, which comes with the package; no network. */
export const faultsOfManifest = (manifest: Manifest): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(manifest as unknown as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0]);

/** The package as a zip. `project` is the project's folder. Throws a UserFacingError when a setting is missing or the manifest is not valid. */
export async function appPackage(environment: Record<string, string | undefined>, project: string, schema = newestSchema): Promise<Uint8Array> {
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
  const manifest = manifestOf(settingsFrom(environment), version, schema);
  const faults = await faultsOfManifest(manifest);
  if (faults.length) throw new UserFacingError(`The manifest does not fit the schema ${schema}:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return zipSync({ "manifest.json": strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...renderIcons(join(project, "manifest")) });
}

/** `npm run manifest [-- --schema 1.19]` */
export async function makeAppPackage(environment: Record<string, string | undefined>, args: string[], project: string): Promise<void> {
  const [option, schema = newestSchema] = args;
  if (option !== undefined && option !== "--schema")
    throw new UserFacingError(`${option} is not known. There is --schema, for example: npm run manifest -- --schema 1.19`);
  writeFileSync(join(project, "waymark.zip"), await appPackage(environment, project, schema));
  process.stdout.write("waymark.zip is made. An administrator uploads it in the Teams admin centre, under Manage apps.\n");
}
