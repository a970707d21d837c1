/** How the parts of an answer are written onto a card: short enough, with nothing missing. */
import type { Badge, Row, Section, Suggestion } from "../shared/answer.js";
import { COLOURS } from "../shared/colour.js";
import { clip } from "./clip.js";

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

export const mostLabel = 40;
/** So much of a question stands on a button of a card that is 320 pixels wide. */
const MOST_QUESTION = 28;
export const mostButtons = 4;
/** What a button asks must stay whole; a longer question is no button. */
const MOST_SAID = 200;

export type Writer = ReturnType<typeof writerFor>;

/** Opens a chat with somebody in Teams, whose sign-in name it takes. */
const chatWith = (address: string | undefined): string => (address ? `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}` : "");

/** Makes text fit for a card: shortened to the limits given, with markup that would show as something else written out. `chats`: see Answer. */
export const writerFor = (limits: Limits, chats: Record<string, string> = {}) => {
  const text = (words = "") => clip(words, limits.text);
  const short = (words = "") => clip(words, limits.short);
  const sentences = (list: string[], cut: (words: string) => string) => list.slice(0, limits.sentences).map(cut);
  const rows = (list: Row[]) => list.slice(0, limits.rows).map((row) => rowView(row, text, short));
  return {
    text,
    short,
    sentences,
    rows,
    facts: (facts: { label: string; value: string }[]) =>
      facts.slice(0, limits.rows).map(({ label, value }) => ({ label: short(label), value: short(value), link: chatWith(chats[value]) })),
    mostButtons: limits.buttons,
    buttons: (suggestions: Suggestion[]) => buttonsOf(suggestions.slice(0, limits.buttons)),
    sections: (sections: Section[]) =>
      sections.slice(0, limits.sections).map((section) => ({
        heading: short(section.heading),
        rows: rows(section.rows),
        more: moreOf(section.rows.length - limits.rows, section.more, short),
      })),
    /** The parts that the three answering views share. */
    frame: (data: { carried?: string; lead: string[]; gaps: string[]; sources: string[]; suggestions: Suggestion[] }) => ({
      carried: short(data.carried),
      lead: sentences(data.lead, text),
      gaps: sentences(data.gaps, short),
      sources: sentences(data.sources, short),
      buttons: buttonsOf(data.suggestions.slice(0, limits.buttons)),
    }),
  };
};

/** "and 8 more", or the words given; empty when nothing is hidden. */
export const moreOf = (hidden: number, more: string | undefined, short: (words?: string) => string): string =>
  hidden > 0 ? [`${hidden} more not shown here.`, short(more)].join(" ").trim() : short(more);

const rowView = ({ id, text: words, badge, detail }: Row, text: (words?: string) => string, short: (words?: string) => string) => ({
  id: short(id),
  // The space belongs to the words: the id is bold and stands alone.
  words: id ? ` ${text(words)}` : text(words),
  badge: badgeView(badge),
  detail: short(detail && badge ? ` · ${detail}` : detail),
});

/** A badge as templates want it: word, colour's name in Adaptive Cards, a sign for those who see no colours. */
export const badgeView = (badge: Badge | undefined) => {
  if (!badge) return { shown: false, label: "", dot: "", colour: "Default", subtle: false, style: "default", badge: "Subtle" };
  const label = badge.colour === "none" ? badge.word : `${badge.word} (${badge.colour})`;
  return { shown: true, label: clip(label, 60), dot: badge.colour === "none" ? "○" : "●", subtle: badge.colour === "grey", ...COLOURS[badge.colour].card };
};

/** Suggestions as buttons that say their words. */
export const buttonsOf = (suggestions: Suggestion[]) =>
  suggestions
    .filter(({ says }) => says.length <= MOST_SAID)
    .slice(0, mostButtons)
    .map(({ label, says, plan }) => {
      const data = { says, ...(plan !== undefined && { plan }) };
      return { label: clip(label, MOST_QUESTION), data, submit: { verb: "questions.ask", ...data } };
    });
