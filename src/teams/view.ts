/** What the card templates are filled with: an answer's data made complete, so that no template meets a missing field, and short enough to send. */
import type { Answer, Badge, Row, Section, Suggestion } from "../shared/answer.js";

/** How much of an answer goes on a card. Tighter limits are tried only when a card would be too large to send. */
export interface Limits {
  /** Characters of a title, a row's words, a sentence. */
  text: number;
  /** Characters of a detail line, a value, a gap, a source. */
  short: number;
  sentences: number;
  sections: number;
  rows: number;
  /** Follow-up questions; what asks back always keeps its choices. */
  buttons: number;
}

/** A value up to this long is a figure and stands out; a longer one is a text to read. */
const SHORT_VALUE = 30;
const BUTTON = 40;
const MOST_BUTTONS = 4;
/** What a button asks must stay whole; a longer question is no button. */
const MOST_SAID = 200;

/** Fills a look's template. Every field a template names is there, of one type, whatever the answer leaves out. */
export const viewOf = (answer: Answer, limits: Limits): Record<string, unknown> => {
  const write = writerFor(limits);
  switch (answer.look) {
    case "standing": {
      const { eyebrow, title, badge, facts, sections } = answer.data;
      return {
        ...write.frame(answer.data),
        eyebrow: write.short(eyebrow),
        title: write.text(title),
        badge: badgeView(badge),
        facts: write.facts(facts),
        sections: write.sections(sections),
      };
    }
    case "rows":
      return { ...write.frame(answer.data), title: write.text(answer.data.title), sections: write.sections(answer.data.sections) };
    case "measure": {
      const { eyebrow, title, value, period, facts, history, more } = answer.data;
      const shown = history.slice(0, limits.rows);
      return {
        ...write.frame(answer.data),
        eyebrow: write.short(eyebrow),
        title: write.text(title),
        value: write.text(value),
        isShort: value.length <= SHORT_VALUE,
        period: write.short(period),
        facts: write.facts(facts),
        history: shown.map((entry) => ({
          period: write.short(entry.period),
          value: write.short(entry.value),
          isShort: entry.value.length <= SHORT_VALUE,
          detail: write.short(entry.detail),
        })),
        more: moreOf(history.length - shown.length, more, write.short),
      };
    }
    case "choice": {
      const choices = answer.data.choices.slice(0, MOST_BUTTONS);
      return {
        carried: write.short(answer.data.carried),
        question: write.text(answer.data.question),
        choices: choices.map(({ label, detail }) => ({ ...splitId(write.text(label)), detail: write.short(detail) })),
        buttons: buttonsOf(choices.map(({ label, says }) => ({ label: splitId(label).id || label, says }))),
      };
    }
    case "notice": {
      const { carried, title, lead, suggestions } = answer.data;
      return {
        carried: write.short(carried),
        title: write.text(title),
        lead: write.sentences(lead, write.text),
        buttons: buttonsOf(suggestions.slice(0, limits.buttons)),
      };
    }
  }
};

/** Cuts at a word where one ends nearby, never inside a character, and says with … that something is missing. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  const atWord = /\s/.test(text.charAt(cut.length)) ? cut : cut.replace(/\s+\S{0,24}$/, "");
  return `${(atWord || cut).trimEnd()}…`;
};

const writerFor = (limits: Limits) => {
  const text = (words = "") => clip(words, limits.text);
  const short = (words = "") => clip(words, limits.short);
  const sentences = (list: string[], cut: (words: string) => string) => list.slice(0, limits.sentences).map(cut);
  const rows = (list: Row[]) => list.slice(0, limits.rows).map((row) => rowView(row, text, short));
  return {
    text,
    short,
    sentences,
    facts: (facts: { label: string; value: string }[]) => facts.slice(0, limits.rows).map(({ label, value }) => ({ label: short(label), value: short(value) })),
    sections: (sections: Section[]) =>
      sections.slice(0, limits.sections).map((section) => ({
        heading: short(section.heading),
        rows: rows(section.rows),
        more: moreOf(section.rows.length - limits.rows, section.more, short),
      })),
    /** The parts that the three answering looks share. */
    frame: (data: { carried?: string; lead: string[]; gaps: string[]; sources: string[]; suggestions: Suggestion[] }) => ({
      carried: short(data.carried),
      lead: sentences(data.lead, text),
      gaps: sentences(data.gaps, short),
      sources: sentences(data.sources, short),
      buttons: buttonsOf(data.suggestions.slice(0, limits.buttons)),
    }),
  };
};

const moreOf = (hidden: number, more: string | undefined, short: (words?: string) => string): string =>
  hidden > 0 ? [`${hidden} more not shown here.`, short(more)].join(" ").trim() : short(more);

const rowView = ({ id, text: words, badge, detail }: Row, text: (words?: string) => string, short: (words?: string) => string) => ({
  id: short(id),
  // The space belongs to the words: the id is bold and stands alone.
  words: id ? ` ${text(words)}` : text(words),
  badge: badgeView(badge),
  detail: short(detail && badge ? ` · ${detail}` : detail),
});

/** The colours' names in Adaptive Cards. A colour only ever goes with its word. */
const COLOURS = {
  red: { colour: "Attention", style: "attention" },
  amber: { colour: "Warning", style: "warning" },
  green: { colour: "Good", style: "good" },
  blue: { colour: "Accent", style: "accent" },
  grey: { colour: "Default", style: "emphasis" },
  none: { colour: "Default", style: "emphasis" },
} as const;

const badgeView = (badge: Badge | undefined) => {
  if (!badge) return { shown: false, label: "", dot: "", colour: "Default", subtle: false, style: "default" };
  const label = badge.colour === "none" ? badge.word : `${badge.word} (${badge.colour})`;
  return { shown: true, label: clip(label, 60), dot: badge.colour === "none" ? "○" : "●", subtle: badge.colour === "grey", ...COLOURS[badge.colour] };
};

const buttonsOf = (suggestions: Suggestion[]) =>
  suggestions
    .filter(({ says }) => says.length <= MOST_SAID)
    .slice(0, MOST_BUTTONS)
    .map(({ label, says }) => ({ label: clip(label, BUTTON), says }));

/** "2.3 Deliver services …" as id and words, so that the id can stand out; a label without an id is all words. */
const splitId = (label: string): { id: string; words: string } => {
  const [, id, words] = /^(\d+(?:\.\w+)+)\s+(.+)$/s.exec(label) ?? [];
  return id && words ? { id, words: ` ${words}` } : { id: "", words: label };
};
