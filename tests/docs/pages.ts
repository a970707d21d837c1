/** The pages for people, and what stands in them. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = fileURLToPath(new URL("../..", import.meta.url));

/** Paths from the project's folder, README.md first. */
export const pages: string[] = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"],
  ...readdirSync(join(project, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];

export const textOf = (page: string): string => readFileSync(join(project, page), "utf8");

/** Every file of the project, as a path from its folder; what git ignores is none. */
export const files: string[] = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: project, encoding: "utf8" })
  .split("\n")
  .filter(Boolean);

/** What is fenced under a language, a block each, without the indentation of a list. */
export const fenced = (page: string, language: string): string[] =>
  [...textOf(page).matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, "gm"))].map(([, indent = "", block = ""]) =>
    block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );

/** What stands between backticks in running text and tables. */
export const inCode = (page: string): string[] =>
  [
    ...textOf(page)
      .replaceAll(/^ *```[\s\S]*?^ *```$/gm, "")
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, code = ""]) => code);

/** Rows of tables by the words that head their columns. */
export function tableRows(page: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let heads: string[] | undefined;
  for (const line of textOf(page).split("\n")) {
    if (!line.startsWith("|")) heads = undefined;
    else if (!heads) heads = cellsOf(line);
    else if (!/^\|[\s|:-]+$/.test(line)) rows.push(Object.fromEntries(cellsOf(line).map((cell, at) => [heads?.[at] ?? "", cell])));
  }
  return rows;
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
