/** What can be checked of the pages for people: that their links and commands lead somewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));
const pages = ["README.md", ...readdirSync(join(project, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []))];
const textOf = (page: string) => readFileSync(join(project, page), "utf8");
const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };

test.each(pages)("%s links to what is there", (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)/g)].map(([, link = ""]) => link).filter((link) => !link.includes("://"));
  expect(links.filter((link) => !existsSync(join(project, dirname(page), link)))).toEqual([]);
});

test.each(pages)("%s names commands that there are", (page) => {
  const named = [...textOf(page).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("README.md leads to every other page, and is short enough to be read", () => {
  const readme = textOf("README.md");
  expect(pages.slice(1).filter((page) => !readme.includes(`(${page})`))).toEqual([]);
  expect(readme.split(/\s+/).length).toBeLessThan(750);
});
