/** Where people read of the settings: .env.example and the table in docs/deploy.md, both made from the schema. */
import type { Setting } from "../src/config.js";

export const envExample = (settings: readonly Setting[]): string =>
  [
    "# Settings of Waymark. Copy this file to .env; a line left as it is changes nothing.",
    "# Made from src/config.ts by npm run settings.",
    ...settings.map((setting) => `\n# ${meaning(setting)}\n${setting.name}=${setting.usual}`),
    "",
  ].join("\n");

const meaning = ({ about, choices }: Setting): string => (choices.length > 0 ? `${about} (${oneOf(choices)})` : about);

const oneOf = (words: string[]): string => (words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : words.join());

const begin = "<!-- settings, by npm run settings -->";
const end = "<!-- end of settings -->";

/** The page with its table made anew. Throws when it has no place for one. */
export const withTable = (page: string, settings: readonly Setting[]): string => {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error("The page has no place for the table of settings");
  return `${page.slice(0, from + begin.length)}\n\n${table(settings)}\n\n${page.slice(to)}`;
};

const table = (settings: readonly Setting[]): string =>
  [
    "| Setting | Usual | |",
    "| --- | --- | --- |",
    ...settings.map((setting) => `| \`${setting.name}\` | ${setting.usual && `\`${setting.usual}\``} | ${cell(meaning(setting))} |`),
  ].join("\n");

const cell = (text: string): string => text.replaceAll("|", "\\|");
