/** Files that are no plan: each gets one clear no, and none costs more than a look. */
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { largestSource, readPlanFrom, sourceOf } from "../../src/plan-import/index.js";
import { UserFacingError } from "../../src/shared/errors.js";
import { contentTypes, docx, headings, paragraph, sheet, table, tableRow, withPart } from "../support/office-files.js";
import { processorTime, slowness } from "../support/pace.js";

const fixture = (name: string): Uint8Array => readFileSync(`tests/fixtures/office/${name}`);
const whole = table(headings, tableRow("1.1 Welcome", "Open late", "Year 1", "Visits"));
const compound = (...words: string[]) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), ...words.map((word) => Buffer.from(word, "utf16le"))]);
const macros = { "[Content_Types].xml": contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml") };

/** What stands in a zip's own lists of itself may be a lie. */
function saysItIsSmall(zip: Uint8Array, name: string): Uint8Array {
  const lying = Buffer.from(zip);
  for (const [signature, size, at] of [
    [0x04034b50, 22, 30],
    [0x02014b50, 24, 46],
  ] as const)
    for (let from = 0; from < lying.length - at; from++)
      if (lying.readUInt32LE(from) === signature && lying.subarray(from + at, from + at + name.length).toString() === name)
        lying.writeUInt32LE(1_000, from + size);
  return lying;
}

const bomb = docx("", { "word/document.xml": new Uint8Array(80 * 1024 * 1024).fill(0x20) });

const again = "Nothing was saved.";
const damaged = `the file is damaged or not whole. Open it where it was made, save it again and try once more. ${again}`;
const files: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
  ["a password", () => compound("EncryptedPackage"), "it is protected by a password. Save a copy without one (File, Info, Protect) and try again."],
  ["the old kind", () => compound("WordDocument"), "this is a file of an old kind (.doc or .xls), or it is protected by a password."],
  ["macros, as Word says it", () => docx(whole, macros), "it has macros, which are not opened here. Save it as .docx or .xlsx and try again."],
  ["macros, under the name of a plain document", () => docx(whole, { "word/vbaProject.bin": new Uint8Array(9) }), "it has macros, which are not opened here."],
  ["a PDF that is cut off", () => Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "latin1"), "the file is damaged or not whole."],
  ["a picture", () => readFileSync("docs/pictures/status.png"), "this is a picture. A Word document (.docx), a spreadsheet (.xlsx), "],
  ["rich text", () => Buffer.from("{\\rtf1\\ansi}"), "this is rich text (.rtf). Save it as a Word document (.docx) and try again."],
  ["a zip", () => zipSync({ "plan.txt": strToU8("1.1 Welcome") }), "this is a zip archive. A Word document (.docx), "],
  [
    "an OpenDocument text",
    () => zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<x/>") }),
    "this is an OpenDocument file. Save it as .docx or .xlsx and try again.",
  ],
  [
    "slides",
    () => docx("", { "[Content_Types].xml": contentTypes("application/x.presentationml.presentation.main+xml") }),
    "this is neither a Word document nor a spreadsheet.",
  ],
  ["an empty file", () => new Uint8Array(), "the file is empty; "],
  ["a file cut off", () => fixture("appendix.docx").subarray(0, 6_000), damaged],
  ["a spreadsheet cut off", () => fixture("appendix.xlsx").subarray(0, 9_000), damaged],
  ["XML that is none", () => docx("<w:tbl><w:tr>"), damaged],
  [
    "XML with entities of its own",
    () => withPart(docx(whole), "word/document.xml", (xml) => xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document')),
    damaged,
  ],
  ["XML too deep", () => docx("<w:ins>".repeat(5_000) + "</w:ins>".repeat(5_000)), damaged],
  ["no table", () => docx(paragraph("Dear all")), "there is no table in it; a row of headings such as Priority, Actions, Timescale and Measures was expected"],
  ["another table", () => docx(table(tableRow("Version", "Author"))), "no table in it has a column of actions; a row of headings such as "],
  [
    "no column of actions",
    () => docx(table(tableRow("Priority", "When", "Measures"), tableRow("1.1 A", "Year 1", "B"))),
    'its headings name no column of actions: "Priority", "When", "Measures"; ',
  ],
  [
    "a sheet of something else",
    () =>
      sheet([
        ["Name", "Telephone"],
        ["Sam", 1],
      ]),
    "no table in it has a column of actions",
  ],
  [
    "no numbers",
    () => docx(table(headings, tableRow("Welcome", "Open late", "Year 1", "Visits"))),
    "table 1, row 2: these actions or measures stand under no priority: ",
  ],
];

const problemOf = async (bytes: Uint8Array, limits?: { within: number }): Promise<string> => {
  const began = processorTime();
  try {
    readPlanFrom(await sourceOf("plan", bytes));
  } catch (error) {
    expect(error).toBeInstanceOf(UserFacingError);
    if (limits) expect(processorTime() - began).toBeLessThan(limits.within * slowness());
    return (error as Error).message;
  }
  return "it was read";
};

describe("a file with or of", () => {
  test.each(files)("%s gets a clear no", async (_, bytes, expected) => {
    const message = await problemOf(await bytes());
    expect(message).toContain(expected);
    expect(message).toMatch(/^plan(?::| cannot be read as a plan\.)/);
    expect(message).toContain(again);
  });

  test("more than 10 MB, without a look into it", async () => {
    expect(await problemOf(new Uint8Array(100 * 1024 * 1024))).toBe(`plan: the file has 100 MB; a plan has at most 10 MB. ${again}`);
    expect(largestSource).toBe(10 * 1024 * 1024);
  });
});

describe("a zip that unpacks to far more than it is", () => {
  const tooLarge = `plan: unpacked it is far larger than any plan, as if it were made to fill a machine. ${again}`;
  beforeAll(() => expect(bomb.length).toBeLessThan(200_000));

  test("is found out while it unpacks, long before the end", async () => {
    expect(await problemOf(bomb, { within: 2_000 })).toBe(tooLarge);
  });

  test("is stopped too when it says that it is small", async () => {
    expect(await problemOf(saysItIsSmall(bomb, "word/document.xml"), { within: 2_000 })).toBe(`plan: ${damaged}`);
  });

  test("in a part that nobody reads is never unpacked", async () => {
    const beside = docx(whole, { "word/media/image1.png": new Uint8Array(80 * 1024 * 1024) });
    expect(await problemOf(beside, { within: 2_000 })).toBe("it was read");
  });

  test("has very many parts, or a part twice", async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`word/media/${at}.png`, new Uint8Array(1)]));
    expect(await problemOf(docx(whole, many))).toContain("parts, many more than any plan.");
    const twice = Buffer.from(docx(whole, { "word/documenu.xml": new Uint8Array(1) }));
    for (let at = twice.indexOf("documenu"); at >= 0; at = twice.indexOf("documenu")) twice.write("document", at);
    expect(await problemOf(twice)).toBe(`plan: ${damaged}`);
  });
});

test("a file cut off or changed anywhere gets a plain no, or is read", async () => {
  for (const name of ["appendix.docx", "appendix.xlsx"]) {
    const bytes = fixture(name);
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] as number) ^ 0xff;
      expect(await problemOf(changed)).toMatch(/^(?:plan\b|it was read)/);
      expect(await problemOf(bytes.subarray(0, at))).toMatch(/^plan\b/);
    }
  }
});
