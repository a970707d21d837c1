/** The text layer of a PDF as lines and rows of cells. Pictures, fonts, scripts and forms are not looked at. */
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { UserFacingError } from "../../../shared/errors.js";
import type { Block } from "../../block.js";
import { damaged, refuse } from "../office/refusal.js";
import { layOutPages } from "./layout.js";
import { type Page, readPage } from "./page.js";

const mostPages = 300;
const mostWords = 150_000;

const locked = (name: string) => refuse(name, "it is protected by a password. Save a copy without one, or send the Word or Excel file, and try again.");
const pictures = (name: string) =>
  refuse(name, "its pages are pictures (a scan), with no text in them. Send the Word or Excel file it was made from, or have the text recognised (OCR) first.");
const tooLarge = (name: string) => refuse(name, `it has more pages or words than any plan; at most ${mostPages} pages are read.`);

async function pagesOf(name: string, bytes: Uint8Array): Promise<Page[]> {
  const options = {
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    maxImageSize: 1,
  };
  // A copy, as pdf.js takes the bytes away from whoever gives them.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, ...options });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) throw tooLarge(name);
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, number));
      page.cleanup();
      if (pages.reduce((sum, { words }) => sum + words.length, 0) > mostWords) throw tooLarge(name);
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** Throws a UserFacingError that says what to do when it has a password, is damaged, too large, or has pictures only. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Block[]> {
  const pages = await pagesOf(name, bytes).catch((error: unknown) => {
    if (error instanceof UserFacingError) throw error;
    if (error instanceof Error && error.name === "PasswordException") throw locked(name);
    throw error instanceof RangeError ? tooLarge(name) : damaged(name);
  });
  if (!pages.some(({ words }) => words.length)) throw pictures(name);
  return layOutPages(pages);
}
