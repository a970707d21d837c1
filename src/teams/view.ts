/** What the card templates are filled with: an answer's data made complete, so that no template meets a missing field, and short enough to send. */
import type { Answer, Badge, Common, Details, Section, StatusView } from "../shared/answer.js";
import { COLOURS } from "../shared/colour.js";
import { plural } from "../shared/words.js";
import { clip } from "./clip.js";
import { digestView, formView, pressedOf } from "./form-view.js";
import { badgeView, buttonsOf, type Limits, moreOf, mostButtons, mostLabel, type Writer, writerFor } from "./writer.js";

/** A value up to this long is a figure and stands out; a longer one is a text to read. */
const SHORT_VALUE = 30;
/** Fills a view's template. Every field a template names is there, of one type, whatever the answer leaves out. */
export const viewOf = (answer: Answer, limits: Limits): Record<string, unknown> => {
  const write = writerFor(limits, answer.chats);
  switch (answer.view) {
    case "standing": {
      const { eyebrow, title, badge, facts, progress, sections } = answer.data;
      return {
        ...write.frame(answer.data),
        ...openingOf(answer.data, write),
        details: detailsView(answer.data, write),
        ...foldable(sections, write),
        eyebrow: write.short(eyebrow),
        title: write.text(title),
        badge: badgeView(badge),
        facts: write.facts(facts),
        progress: progressView(progress, badge, write),
      };
    }
    case "picture": {
      const { eyebrow, title, sections } = answer.data;
      return { ...write.frame(answer.data), eyebrow: write.short(eyebrow), title: write.text(title), sections: write.sections(sections) };
    }
    case "rows":
      return {
        ...write.frame(answer.data),
        ...endingOf(answer.data, write),
        ...foldable(answer.data.sections, write),
        title: write.text(answer.data.title),
        buttons: pressedOf(answer.data, limits),
      };
    case "measure": {
      const { eyebrow, title, value, period, history, more } = answer.data;
      const shown = history.slice(0, limits.rows);
      return {
        ...write.frame(answer.data),
        ...openingOf(answer.data, write),
        details: detailsView(answer.data, write),
        folds: shown.length ? [{ id: "history", label: `Show ${plural(shown.length, "figure")}` }] : [],
        eyebrow: write.short(eyebrow),
        title: write.text(title),
        value: write.text(value),
        isShort: value.length <= SHORT_VALUE,
        period: write.short(period),
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
      const choices = answer.data.choices.slice(0, mostButtons);
      return {
        carried: write.short(answer.data.carried),
        question: write.text(answer.data.question),
        // What a button says in full stands on it alone.
        choices: choices
          .filter(({ label, detail }) => detail || onButton(label) !== label)
          .map(({ label, detail }) => ({ ...splitId(write.text(label)), detail: write.short(detail) })),
        buttons: buttonsOf(choices.map(({ label, ...asking }) => ({ label: onButton(label), ...asking }))),
      };
    }
    case "notice": {
      const { carried, title, lead } = answer.data;
      return { carried: write.short(carried), title: write.text(title), lead: write.sentences(lead, write.text), buttons: pressedOf(answer.data, limits) };
    }
    case "digest":
      return { ...digestView(answer.data, write), buttons: pressedOf(answer.data, limits) };
    case "form":
      return { ...formView(answer.data, write), buttons: pressedOf(answer.data, limits) };
    case "receipt": {
      const { carried, title, lead, facts, fold } = answer.data;
      const rows = write.rows(answer.data.rows).map((row, place) => ({ ...row, detailId: `detail${place}`, inSight: !fold }));
      return {
        carried: write.short(carried),
        title: write.text(title),
        lead: write.sentences(lead, write.text),
        rows,
        fold: write.short(fold),
        hidden: rows.filter(({ detail, badge }) => detail || badge.shown).map(({ detailId }) => detailId),
        facts: write.facts(facts),
        buttons: pressedOf(answer.data, limits),
      };
    }
  }
};

/** Parts in sight, and those that a button brings into sight, each with an id of its own. */
const foldable = (sections: Section[], write: Writer) => {
  const views = write.sections(sections).map((view, place) => ({ ...view, id: `part${place}`, fold: clip(sections[place]?.fold ?? "", mostLabel) }));
  const folded = views.filter(({ fold }) => fold);
  return { sections: views.filter(({ fold }) => !fold), folded, folds: folded.map(({ id, fold }) => ({ id, label: fold })) };
};

const lineOf = (all: string[], write: Writer) => (all.length ? [write.sentences(all, write.short).join(" ")] : []);

/** What is missing in one line, and where it is from in another. */
const endingOf = ({ gaps, sources }: Pick<Common, "gaps" | "sources">, write: Writer) => ({ gaps: lineOf(gaps, write), sources: lineOf(sources, write) });

/** The same, with what is in the details left to them. */
const openingOf = ({ gaps, sources }: Pick<Common, "gaps" | "sources">, write: Writer) => endingOf({ gaps, sources: sources.slice(0, 1) }, write);

const detailsView = ({ sources, details }: Pick<Common, "sources"> & { details?: Details }, write: Writer) => {
  const hidden = { facts: write.facts(details?.facts ?? []), sources: lineOf(sources.slice(1), write), buttons: write.buttons(details?.suggestions ?? []) };
  const shown = write.mostButtons > 0 && hidden.facts.length + hidden.sources.length + hidden.buttons.length > 0;
  return { ...hidden, shown, toggles: shown ? [{ id: "details", label: "More" }] : [] };
};

/** The bar is Teams' own; the words say the same everywhere. */
const progressView = (progress: StatusView["progress"], { colour }: Badge, write: Writer) => ({
  shown: progress !== undefined,
  words: write.short(progress?.words),
  value: progress?.of ? Math.round((progress.done / progress.of) * 100) : 0,
  colour: COLOURS[colour].card.bar,
});

/** Of letters on a button of a phone. */
const MOST_ON_PHONE = 30;

/** Its id, where a label begins with one; up to the id that a long one has: "What went well in 3.1.1?"; else as much of it as a phone shows. */
function onButton(label: string): string {
  const { id } = splitId(label);
  if (id || label.length <= MOST_ON_PHONE) return id || label;
  const words = label.split(" ");
  const place = words.findIndex((word) => /^\d+\.\d/.test(word));
  const upToId = words.slice(0, place + 1).join(" ");
  return upToId && upToId.length < MOST_ON_PHONE ? `${upToId}${label.endsWith("?") ? "?" : ""}` : clip(label, MOST_ON_PHONE);
}

/** "2.3 Deliver services …" as id and words, so that the id can stand out; a label without an id is all words. */
const splitId = (label: string): { id: string; words: string } => {
  const [, id, words] = /^(\d+(?:\.\w+)+)\s+(.+)$/s.exec(label) ?? [];
  return id && words ? { id, words: ` ${words}` } : { id: "", words: label };
};
