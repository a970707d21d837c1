/** An answer's data as plain text, and answers made so that the two never differ. Pure. */
import type { Answer, DigestBlock, FormInput, FormPart, Row, Section, Suggestion, ViewName } from "./answer.js";
import { badgeInWords, capital } from "./words.js";

type Data<L extends ViewName> = Extract<Answer, { view: L }>["data"];

/** An answer in a view, with its plain text made from the same data. Empty optional fields are left out. */
export function answerIn<L extends ViewName>(view: L, data: Data<L>): Answer {
  const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  const answer = { view, data: kept, text: "" } as unknown as Answer;
  return { ...answer, text: linesOf(answer).filter(Boolean).join("\n") } as Answer;
}

function linesOf(answer: Answer): (string | undefined)[] {
  const { carried } = answer.data;
  switch (answer.view) {
    case "standing": {
      const { eyebrow, title, badge, lead, facts, progress, sections, details } = answer.data;
      const told = [...facts, ...(details?.facts ?? [])].map(factLine);
      return [
        carried,
        eyebrow,
        `${title}: ${badgeInWords(badge)}`,
        ...lead,
        ...told,
        progress?.words,
        ...sections.flatMap(sectionLines),
        ...ending(answer.data),
      ];
    }
    case "rows":
      return [carried, answer.data.title, ...answer.data.lead, ...answer.data.sections.flatMap(sectionLines), ...ending(answer.data)];
    case "measure": {
      const { eyebrow, title, value, period, lead, history, more, details } = answer.data;
      const told = (details?.facts ?? []).map(factLine);
      const past = history.map((entry) => `- ${entry.period}: ${entry.value}${entry.detail ? `. ${entry.detail}` : ""}`);
      return [carried, eyebrow, title, period ? `${value}, ${period}` : value, ...lead, ...told, ...past, more, ...ending(answer.data)];
    }
    case "choice":
      return [carried, answer.data.question, ...answer.data.choices.map(({ label, detail }) => `- ${label}${detail ? ` (${detail})` : ""}`)];
    case "notice":
      return [carried, answer.data.title, ...answer.data.lead];
    case "form": {
      const { eyebrow, title, alert, lead, parts } = answer.data;
      return [carried, eyebrow, title, alert, ...lead, ...parts.flatMap(partLines)];
    }
    case "picture": {
      const { eyebrow, title, lead, sections } = answer.data;
      return [carried, eyebrow, title, ...lead, ...sections.flatMap(sectionLines), ...ending(answer.data)];
    }
    case "digest": {
      const { eyebrow, title, alert, lead, blocks } = answer.data;
      return [carried, eyebrow, title, alert, ...lead, ...blocks.flatMap(blockLines)];
    }
    case "receipt": {
      const { title, lead, rows, facts } = answer.data;
      return [carried, title, ...lead, ...rows.map(rowLine), ...facts.map(factLine)];
    }
  }
}

const blockLines = ({ heading, lead = [], rows, more, parts }: DigestBlock): (string | undefined)[] => [
  heading && `${heading}:`,
  ...lead,
  ...rows.map(rowLine),
  more,
  ...parts.flatMap(partLines),
];

const partLines = ({ id, text, facts, message, inputs, more }: FormPart): (string | undefined)[] => [
  [id, text].filter(Boolean).join(" "),
  ...facts,
  message,
  ...[...inputs, ...(more?.inputs ?? [])].flatMap(inputLines),
];

const inputLines = ({ label, value, message, choices, several }: FormInput): (string | undefined)[] => [
  value && `${label}: ${(several ? value.split(",") : [value]).map((one) => choices?.find((choice) => choice.value === one)?.label ?? one).join(", ")}`,
  message,
];

const factLine = ({ label, value }: { label: string; value: string }): string => `${label}: ${value}`;

const sectionLines = ({ heading, rows, more }: Section): (string | undefined)[] => [heading && `${heading}:`, ...rows.map(rowLine), more];

function rowLine({ id, text, badge, detail }: Row): string {
  const facts = [badge && capital(badgeInWords(badge)), detail].filter(Boolean).join(" · ");
  // A row without an id is an example question and ends with its own mark.
  return `- ${[id, text].filter(Boolean).join(" ")}${facts ? `${id ? ":" : " ·"} ${facts}` : ""}`;
}

const ending = ({ gaps, sources }: { gaps: string[]; sources: string[] }): string[] => [...gaps, ...sources];

/** A button that asks what it says, or something else when that is given. A long question without its first words, where they are not missed. */
export const ask = (label: string, says?: string): Suggestion => ({ label: says === undefined ? onButton(label) : label, says: says ?? label });

/** Of letters on a button of 320 pixels. */
const mostOnPhone = 30;
const shorter: [RegExp, string][] = [
  [/^What (?:is|are) (?:the )?/, ""],
  [/^(?:What|Which) (\w+) (?:is|are) /, "$1 "],
  [/^When are .+ due\?$/, "When are they due?"],
  [/^Anything /, ""],
];

function onButton(says: string): string {
  const [words, instead] = (says.length > mostOnPhone && shorter.find(([words]) => words.test(says))) || [];
  return words ? capital(says.replace(words, instead ?? "")) : says;
}

/** At most three, none twice. */
export const suggest = (...says: (string | undefined | false)[]): Suggestion[] =>
  [...new Set(says.filter((text): text is string => Boolean(text)))].slice(0, 3).map((text) => ask(text));

export const mostRows = 10;

/** A section of at most ten of the things, and a sentence for the rest. Nothing to show is no section. */
export function section<T>(heading: string, things: T[], toRow: (thing: T) => Row): Section[] {
  if (!things.length) return [];
  const hidden = things.length - mostRows;
  return [{ heading, rows: things.slice(0, mostRows).map(toRow), ...(hidden > 0 && { more: `and ${hidden} more` }) }];
}
