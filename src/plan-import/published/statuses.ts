/** Statuses as printed: words, RAG letters, colours of cells and signs. Pure. */
import type { Status } from "../../plan/plan.js";

export interface PrintedStatus {
  status: Status;
  /** It means no status of ours exactly: "On hold". */
  unsure?: boolean;
}

export type Legend = Map<string, Status>;

const words: [RegExp, PrintedStatus][] = [
  [
    /^(?:not (?:yet )?(?:been )?(?:started|commenced|begun|due)|yet to (?:start|begin|commence)|to (?:be )?start(?:ed)?|unstarted|planned|scheduled|pending|future|not progressed|not due)\b/i,
    { status: "not-started" },
  ],
  [/^(?:on[- ]hold|paused|deferred|suspended|postponed|stalled|parked)\b/i, { status: "at-risk", unsure: true }],
  [/^(?:cancell?ed|withdrawn|stopped|removed|superseded|abandoned|no longer|not (?:being )?(?:pursued|progressed|required))\b/i, { status: "cancelled" }],
  [/^(?:completed?|done|achieved|closed|delivered|finished|fully (?:achieved|met|complete)|implemented|signed off)\b(?! by)/i, { status: "complete" }],
  [/^(?:slipp\w{0,4}|delayed|delay|behind|late),? but (?:will|should|expected|still|recover\w*|achievable|can)\b/i, { status: "at-risk" }],
  [
    /^(?:at (?:some )?risk|some risk|some concerns?|minor (?:delay|concern|issue)s?|slight(?:ly)? (?:delay|behind)\w*|partly|partially|needs? attention|caution|off track with|possible delay)\b/i,
    { status: "at-risk" },
  ],
  [
    /^(?:delayed|delay|overdue|behind(?: (?:schedule|target|plan))?|off[- ](?:track|target|schedule)|not on track|late|missed|slipped|slipping|major (?:delay|concern|issue)s?|significant (?:delay|concern|issue)s?|not (?:achieved|met|complete[d]?|delivered)|serious)\b/i,
    { status: "off-track" },
  ],
  [
    /^(?:on[- ](?:track|target|schedule|course|plan)|in[- ]progress|under ?way|started|progressing|in (?:train|hand|delivery|development)|on ?going|commenced|active|going to plan|good progress|open|begun|live)\b/i,
    { status: "on-track" },
  ],
];

const colours: [RegExp, string][] = [
  [/^(?:red|r)\b/i, "red"],
  [/^(?:amber|yellow|orange|a|y)\b/i, "amber"],
  [/^(?:green|g)\b/i, "green"],
  [/^(?:blue|b)\b/i, "blue"],
  [/^(?:grey|gray|white)\b/i, "grey"],
];

export const usualLegend: Legend = new Map([
  ["red", "off-track"],
  ["amber", "at-risk"],
  ["green", "on-track"],
  ["blue", "complete"],
]);

const signs: [RegExp, string | Status][] = [
  [/[🔴🟥❌✗✘]/u, "red"],
  [/[🟠🟡🟧🟨]/u, "amber"],
  [/[🟢🟩]/u, "green"],
  [/[🔵🟦]/u, "blue"],
  [/[✓✔☑✅]/u, "complete"],
];

const plain = (text: string): string =>
  text
    .replace(/^[\s([{*•–—-]+/, "")
    .replace(/^\d{1,2}\s?[.:)–-]\s*(?=\p{L})/u, "")
    .replace(/\s+/g, " ")
    .trim();

/** The colour that a text begins with. */
export const colourNamed = (text: string): string | undefined => colours.find(([pattern]) => pattern.test(plain(text)))?.[1];

const inWords = (text: string): PrintedStatus | undefined => words.find(([pattern]) => pattern.test(plain(text)))?.[1];

/** What a text says of the status; nothing when it says none. Whole sentences say none, but for the word they begin with. */
export function statusIn(text: string, legend: Legend = usualLegend): PrintedStatus | undefined {
  const sign = signs.find(([pattern]) => pattern.test(text))?.[1];
  if (sign === "complete") return { status: "complete" };
  const letter = /^\s*([A-Z])\s*$/.exec(text)?.[1]?.toLowerCase();
  const colour = sign ?? colourNamed(text) ?? letter;
  const status = colour && legend.get(colour);
  if (status) return { status };
  if (colour === "grey") return inWords(plain(text).replace(/^\w+[\s:–—-]*/, ""));
  return inWords(text);
}

const fewest = 0.6;

/** Whether a text is a status and little else: "Open" and "At risk", not "Open late on Thursdays". */
export function isStatus(text: string): boolean {
  const said = plain(text);
  if (said.length > 40) return false;
  if (signs.some(([pattern]) => pattern.test(text)) || (colourNamed(text) && said.split(" ").length < 5)) return true;
  return words.some(([pattern]) => {
    const length = pattern.exec(said)?.[0].length ?? 0;
    return length >= said.length * fewest || (length > 0 && /^\s*[:;,.–-]/.test(said.slice(length)));
  });
}

/** The colour of a cell as a word; nothing for greys, white and the pale tints that head tables. */
export function colourOfFill(fill: string | undefined): string | undefined {
  if (!fill) return undefined;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const light = (high + low) / 2;
  const range = high - low;
  if (range < 0.12) return light > 0.4 && light < 0.8 ? "grey" : undefined;
  if (light < 0.12 || light > 0.93) return undefined;
  const hue = 60 * (high === r ? ((g - b) / range + 6) % 6 : high === g ? (b - r) / range + 2 : (r - g) / range + 4);
  if (hue < 18 || hue >= 335) return "red";
  if (hue < 66) return "amber";
  if (hue < 175) return "green";
  return hue < 255 ? "blue" : undefined;
}

const pair = /\b(red|amber|yellow|green|blue|grey|gray)\b\s*(?:=|:|[-–—]|is|means|indicates|shows|\()\s*([^;,|()\n]{3,60})/giu;

const letters = /(?<![\p{L}\p{N}])([A-Z])\s*(?:=|:|[-–—])\s*([^;,|()\n]{3,60})/gu;
const isKey = /\b(?:b?rag|key|legend|status)\b/i;

/** "Green = complete; Amber = on track", "RAG: C = completed": what colours and letters mean in this file; others mean what they usually do. */
export function legendIn(text: string): Legend | undefined {
  const found: Legend = new Map();
  const start = text.slice(0, 600);
  const lettered = [...start.matchAll(letters)];
  for (const [, name = "", meaning = ""] of [...start.matchAll(pair), ...(isKey.test(start) || lettered.length > 2 ? lettered : [])]) {
    const byColour = /^(?:red|amber|yellow|green|blue)$/i.test(meaning.trim().replace(/\.$/, "")) ? usualLegend.get(colourNamed(meaning) ?? "") : undefined;
    const status = byColour ? { status: byColour } : inWords(meaning.replace(/^(?:the )?(?:action|work|project|it)s? (?:is|are|has been|have been|was) /i, ""));
    const colour = colourNamed(name) ?? name.toLowerCase();
    if (status) found.set(colour, status.status);
  }
  return found.size >= 2 ? new Map([...usualLegend, ...found]) : undefined;
}

/** "60%", "0.6" of a cell that is shown so. */
export function percentIn(text: string): number | undefined {
  const match = /^\s*(\d{1,3}(?:\.\d+)?)\s*(?:%|per ?cent)\s*(?:complete[d]?|done)?\s*$/i.exec(text);
  const number = match && text.length < 40 ? Number(match[1]) : Number.NaN;
  return number >= 0 && number <= 100 ? number : undefined;
}
