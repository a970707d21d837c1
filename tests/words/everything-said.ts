/** Whatever the bot says to people over a plan: answers, forms, receipts, refusals, messages of its own accord, errors. */
import { readFileSync } from "node:fs";
import type { Interpretation } from "../../src/assistant/assistant.js";
import { importPlan } from "../../src/imports/index.js";
import type { KnownPlan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import type { Answer, Press } from "../../src/shared/answer.js";
import { UserFacingError } from "../../src/shared/errors.js";
import { openStorage } from "../../src/storage/index.js";
import { everyQuestion } from "../intents/every-question.js";
import { type Features, headOfService, openFeatures } from "../support/features.js";
import { planFile } from "../support/plan-files.js";

export interface Said {
  /** What it answers. */
  to: string;
  answer: Answer;
}

const leader = "business.lead@example.org";
const reporter = "events.staff@example.org";
const staff = "sam.taylor@example.org";
const at = new Date("2026-11-24T10:00:00Z");

const office = (name: string): Uint8Array => readFileSync(`tests/fixtures/office/${name}`);
const published = (name: string): Uint8Array => readFileSync(`tests/fixtures/published/${name}`);
const written = (json: unknown): Uint8Array => Buffer.from(JSON.stringify(json));

const files: [string, Uint8Array][] = [
  ["appendix.docx", office("appendix.docx")],
  ["appendix.xlsx", office("appendix.xlsx")],
  ["dates.docx", published("archive-dates.docx")],
  ["bullets.pdf", published("dementia-bullets.pdf")],
  ["museum.json", written(planFile())],
  ["broken.json", Buffer.from("{ no plan")],
  ["odd.json", written(planFile({ action: { status: "purple", lead: "nobody" }, measure: { kind: "colour" } }))],
  ["empty.docx", new Uint8Array()],
  ["cut.docx", office("appendix.docx").slice(0, 4_000)],
  ["letter.txt", Buffer.from("Dear all,\n\nthank you for your help.\n")],
];

/** What people hear of this plan. `tables`: of questions in people's own words. `whole`: everybody asks everything, and files are sent. */
export async function everythingSaid(file: string, tables: readonly string[], whole = false): Promise<{ known: KnownPlan; said: Said[] }> {
  const features = await openFeatures(await openStorage());
  const { known } = await importPlan(features, readPlan(`${file}.json`, readFileSync(`tests/questions/plans/${file}.json`, "utf8")), {
    by: headOfService,
    at: new Date("2026-10-12T09:00:00Z"),
  });
  const said: Said[] = [];
  for (const email of [headOfService, leader, reporter]) await features.messages.met({ id: email, email }, { conversation: email });
  features.messages.via(async ({ conversation = "" }, answer) => void said.push({ to: `a message to ${conversation}`, answer }));
  const keeping = repositoryOf(features, said);
  for (const day of ["2026-11-24", "2026-11-30", "2027-02-01"]) await features.reminders.pass({ at: new Date(`${day}T09:31:00Z`) });
  for (const table of tables) await asked(keeping, table);
  for (const as of whole ? [headOfService, leader, reporter, staff] : [headOfService, leader])
    for (const [question, args] of everyQuestion(known)) await keeping.answer(as, { question, args } as Interpretation);
  for (const [name, bytes] of whole ? files : []) for (const as of [headOfService, staff]) await keeping.file(as, name, bytes);
  await pressed(keeping, said);
  await features.reminders.pass({ at: new Date("2027-04-12T09:31:00Z") });
  return { known, said };
}

/** The questions of a table, each after those before it. */
async function asked({ hear }: Keeping, table: string): Promise<void> {
  const lines = readFileSync(`tests/questions/tables/${table}.jsonl`, "utf8").trim().split("\n");
  for (const line of lines) {
    const { id, as = staff, q, history } = JSON.parse(line) as { id: string; as?: string; q: string; history: string[] };
    for (const text of [...history, q]) await hear(as, text, id);
  }
}

/** Of every kind of button some are pressed: by whom the card is for, twice, and by somebody else. */
async function pressed({ press }: Keeping, said: readonly Said[]): Promise<void> {
  const kinds = new Map<string, number>();
  for (const { to, answer } of [...said]) {
    const [as = ""] = to.split(": ");
    for (const one of pressesOf(answer)) {
      const kind = `${one.verb} ${one.label.replace(/[\d.]+\S*/g, "")} ${answer.view}`;
      const times = kinds.get(kind) ?? 0;
      if (times >= 3 || !as.includes("@")) continue;
      kinds.set(kind, times + 1);
      await press(as, one, filledIn(answer));
      await press(as, one, {});
      if (times === 0) await press(as === staff ? leader : staff, one, filledIn(answer));
    }
  }
}

/** What stands in the fields. */
function filledIn({ data }: Answer): Record<string, string> {
  const parts = "parts" in data ? data.parts : "blocks" in data ? data.blocks.flatMap((block) => block.parts) : [];
  const inputs = parts.flatMap((part) => [...part.inputs, ...(part.more?.inputs ?? [])]);
  return Object.fromEntries(inputs.map(({ name, value, choices }) => [name, value ?? choices?.[0]?.value ?? ""]));
}

function pressesOf({ data }: Answer): Press[] {
  if ("blocks" in data) return data.blocks.flatMap((block) => block.presses);
  return "presses" in data ? (data.presses ?? []) : [];
}

interface Keeping {
  hear(as: string, text: string, conversationId: string): Promise<void>;
  answer(as: string, reading: Interpretation): Promise<void>;
  file(as: string, name: string, bytes: Uint8Array): Promise<void>;
  press(as: string, press: Press, typed: Record<string, string>): Promise<void>;
}

function repositoryOf({ assistant }: Features, said: Said[]): Keeping {
  const turn = (as: string, conversationId = "a:1") => ({ at, conversationId, asker: { id: as, email: as } });
  const keep = async (to: string, work: () => Promise<Answer | undefined>): Promise<void> => {
    try {
      const answer = await work();
      if (answer) said.push({ to, answer });
    } catch (error) {
      if (!(error instanceof UserFacingError)) throw error;
      said.push({ to, answer: { view: "notice", data: { title: "", lead: error.message.split("\n"), suggestions: [] }, text: error.message } });
    }
  };
  return {
    async hear(as, text, conversationId) {
      const { readings, context } = await assistant.hear({ ...turn(as, `${conversationId} ${as}`), text });
      for (const reading of readings) await keep(`${as}: ${text}`, () => assistant.answer(reading, context));
    },
    answer: (as, reading) => keep(`${as}: ${reading.question} ${JSON.stringify(reading.args)}`, () => assistant.answerNow(reading, turn(as))),
    file: (as, name, bytes) => keep(`${as}: file ${name}`, () => assistant.take({ name, bytes: async () => bytes }, turn(as))),
    press: (as, { label, verb, data }, typed) =>
      keep(`${as}: button ${verb} "${label}"`, () => assistant.press({ verb, data: { ...data, ...typed } }, turn(as))),
  };
}

/** Every string of an answer that a person reads: no examples beside empty fields, and nothing that somebody typed. */
export function shownIn({ data }: Answer): string[] {
  const found: string[] = [];
  const walk = (value: unknown, key = ""): void => {
    if (typeof value === "string") {
      // A picture is no text.
      if (!unread.has(key) && !value.startsWith("iVBOR")) found.push(value);
    } else if (Array.isArray(value)) for (const one of value) walk(one, key);
    else if (typeof value === "object" && value !== null)
      for (const [name, one] of Object.entries(value))
        if (name !== "data" && name !== "chart" && !(name === "value" && "kind" in value) && !(key === "choices" && name === "value")) walk(one, name);
  };
  walk(data);
  return found;
}

const unread = new Set(["says", "verb", "style", "kind", "name", "png", "colour", "plan", "hint"]);
