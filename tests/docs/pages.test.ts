/** What can be checked of the pages for people without running anything: that what they name is there. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { listSettings } from "../../src/config.js";
import { files, inCode, pages, project, tableRows, textOf } from "./pages.js";

const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };

/** As GitHub makes them of headings. */
const anchorsIn = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );

test.each(pages)("%s links to what is there, headings too", (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)\s]+)/g)].map(([, link = ""]) => link).filter((link) => !link.includes("://"));
  const broken = links.filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path ? join(dirname(page), path) : page;
    return !existsSync(join(project, target)) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test.each(pages)("%s names commands that there are", (page) => {
  const named = [...textOf(page).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

/** Named as files, and nobody's of ours: what the programs write, and what people bring. */
const OTHERS = /^(appendix|backup|museums|b|q2|manifest)\.(docx|txt|json|jsonl)$|^collections\.json$|^dist\/main\.js$|^\.vscode$|^env\/|^\.env$/;
const top = new Set(files.map((path) => path.split("/")[0] ?? ""));
const looksLikePath = (code: string): boolean =>
  /^\.?[\w@-][\w.@/-]*$/.test(code) &&
  (top.has(code.replace(/\/.*$/, "")) || /^[\w-][\w./-]*\.(ts|mjs|js|json|md|yml|yaml|tsv|bin|py|svg|txt|png|sh)$/.test(code));

/** A folder or a file, named whole, from src or tests, or by its last names alone. */
const isThere = (code: string): boolean => {
  const path = code.replace(/\/$/, "");
  return files.some((file) => file === path || file.startsWith(`${path}/`) || file.endsWith(`/${path}`) || file.includes(`/${path}/`));
};

test.each(pages)("%s names files and folders that there are", (page) => {
  const named = inCode(page).filter((code) => looksLikePath(code) && !OTHERS.test(code));
  expect(named.filter((code) => !isThere(code))).toEqual([]);
});

test("docs/architecture.md draws the rooms that there are", () => {
  const [, drawn = ""] = /```\nsrc\/\n([\s\S]*?)\ncards\//.exec(textOf("docs/architecture.md")) ?? [];
  const names = [...drawn.matchAll(/^ {2}([\w./-]+) /gm)].map(([, name = ""]) => name.replace(/\/$/, ""));
  const rooms = new Set(files.flatMap((path) => (path.startsWith("src/") ? [path.split("/")[1] ?? ""] : [])));
  expect(names.sort()).toEqual([...rooms].sort());
});

test("docs/glossary.md names what the code has", () => {
  const exported = new Set(
    files
      .filter((path) => path.startsWith("src/") && path.endsWith(".ts"))
      .flatMap((path) => [...textOf(path).matchAll(/^export (?:abstract )?(?:class|interface|type|const|function) (\w+)/gm)].map(([, name = ""]) => name)),
  );
  const named = inCode("docs/glossary.md").filter((code) => /^[A-Z]?[a-z]+[A-Za-z]*$/.test(code));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !exported.has(name))).toEqual([]);
});

test("docs/troubleshooting.md quotes what people and logs really say", () => {
  const said = files
    .filter((path) => path.startsWith("src/") && path.endsWith(".ts"))
    .map(textOf)
    .join("\n");
  const seen = tableRows("docs/troubleshooting.md").flatMap((row) => [row["What they see"], row["What you see"]].flatMap((cell) => cell ?? []));
  const quoted = seen.flatMap((cell) => [...cell.matchAll(/"([^"]{9,})"/g)].map(([, words = ""]) => words));
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((words) => !said.includes(words))).toEqual([]);
});

/** Read by programs of ours that are no bot: the app package, tests, the toolkit. */
const OTHER_SETTINGS = new Set([
  ...["PUBLIC_URL", "ORGANISATION", "ORGANISATION_URL", "PRIVACY_URL", "TERMS_URL", "TEAMS_APP_ID"],
  ...["WAYMARK_REQUIRE_ALL", "WAYMARK_REAL_MODEL", "WAYMARK_PICTURES", "DOCUMENTDB", "CHROMIUM", "MONGODB_PASSWORD", "MONGODB_ROOT_PASSWORD"],
  ...["AZURE_RESOURCE_GROUP", "AZURE_REGISTRY", "IMAGE_TAG", "BOT_ID", "WEBSITES_PORT", "SIGTERM", "SIGKILL"],
]);

test.each(pages)("%s names settings that there are", (page) => {
  const known = new Set(listSettings().map(({ name }) => name));
  const named = inCode(page).flatMap((code) => /^([A-Z][A-Z0-9_]{3,})(?:=\S*)?$/.exec(code)?.[1] ?? []);
  // Settings have a low line in their names, but for these.
  const settings = named.filter((name) => name.includes("_") || ["PORT", "MANAGERS", "REMINDERS", "TENANTS", "MODEL"].includes(name));
  expect(settings.filter((name) => !known.has(name) && !OTHER_SETTINGS.has(name))).toEqual([]);
});

test("every setting of .env.example is explained where people are told how to run it", () => {
  const settings = [...textOf(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  expect(settings.length).toBeGreaterThan(20);
  const page = textOf("docs/deploy.md");
  expect(settings.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});

test("README.md leads to every other page, and is short enough to be read", () => {
  const readme = textOf("README.md");
  expect(pages.slice(1).filter((page) => !readme.includes(`(${page})`))).toEqual([]);
  expect(readme.split(/\s+/).length).toBeLessThan(700);
});

test("every picture has words for whoever cannot see it, and every file of pictures is shown", () => {
  const pictures = pages.flatMap((page) =>
    [...textOf(page).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = "", path = ""]) => ({ words, path: join(dirname(page), path) })),
  );
  expect(pictures.filter(({ words }) => words.length < 30)).toEqual([]);
  const shown = new Set(pictures.map(({ path }) => path));
  expect(files.filter((path) => path.startsWith("docs/") && path.endsWith(".png") && !shown.has(path))).toEqual([]);
});
