/** Files made to stop whoever reads them: the sender hears a plain no, and everybody else is answered meanwhile. */
import { describe, expect, test } from "vitest";
import { fileInThread } from "../../src/plan-import/index.js";
import { docx, paragraph, tableRow } from "../support/office-files.js";

const bytes = (text: string) => Buffer.from(text);
const head = tableRow("Ref", "Action", "Lead");
const manyRows = () => {
  const rows = Array.from({ length: 250_000 }, (_, at) => `<w:tr><w:tc>${paragraph(`1.${at}`)}</w:tc><w:tc>${paragraph(`act ${at * 7919}`)}</w:tc></w:tr>`);
  return docx(`<w:tbl>${head}${rows.join("")}</w:tbl>`);
};

/** A PDF of one page whose content goes on and on. */
function longPdf(content: string): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  return bytes(`%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("")}trailer << /Root 1 0 R >>\n%%EOF`);
}

const hostile: [string, string, () => Uint8Array][] = [
  ["a Word document of 250,000 rows", "rows.docx", manyRows],
  ["9 MB in one line", "line.txt", () => bytes(`1.1 ${"Year 1 ( ".repeat(1_000_000)}`)],
  ["10 MB of brackets", "deep.json", () => bytes("[".repeat(5_000_000) + "]".repeat(5_000_000))],
  ["a CSV file whose quotation mark never ends", "open.csv", () => bytes(`Action,Lead,Due\n"${"x".repeat(9_000_000)}`)],
  ["a PDF of a million words on a page", "words.pdf", () => longPdf(`BT /F1 8 Tf ${"1 0 0 1 20 20 Tm (a) Tj ".repeat(300_000)} ET`)],
  [
    "a PDF whose pages are their own parents",
    "loop.pdf",
    () =>
      bytes(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF",
      ),
  ],
];

async function problemOf(name: string, content: Uint8Array): Promise<string> {
  try {
    await fileInThread(name, content, { starts: "2025-04-01" });
    return "it was read";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("a file that is made to stop the bot", () => {
  test.each(hostile)("%s: a plain no, others are answered, and the next file is read", async (_, name, make) => {
    const content = make();
    let turns = 0;
    const others = setInterval(() => turns++, 10);
    const started = performance.now();
    const problem = await problemOf(name, content);
    const took = performance.now() - started;
    clearInterval(others);
    expect(problem).toMatch(new RegExp(`^${name}(?::| cannot be read).*Nothing was saved`, "s"));
    expect(problem).not.toContain("    at ");
    // Whoever else asks has a turn all the while; a machine that does other things gives fewer.
    expect(turns).toBeGreaterThanOrEqual(Math.floor(took / 400));
    const good = (await fileInThread("good.csv", bytes("Ref,Action,Lead,Due\nA1,Open late,Jo,May 2026\n"))).read;
    expect(good.plan.themes[0]?.priorities[0]?.actions).toMatchObject([{ id: "A1", text: "Open late" }]);
  });
});
