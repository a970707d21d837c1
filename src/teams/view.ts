/** What the card templates are filled with: an answer's data made complete, so that no template meets a missing field, and short enough to send. */
import type { Answer, Badge, Section, StandingLook } from "../shared/answer.js";
import { COLOURS } from "../shared/colour.js";
import { clip } from "./clip.js";
import { digestView, formView, pressedOf } from "./form-view.js";
import { badgeView, buttonsOf, type Limits, moreOf, mostButtons, mostLabel, type Writer, writerFor } from "./writer.js";

/** A value up to this long is a figure and stands out; a longer one is a text to read. */
const SHORT_VALUE = 30;
/** Fills a look's template. Every field a template names is there, of one type, whatever the answer leaves out. */
export const viewOf = (answer: Answer, limits: Limits): Record<string, unknown> => {
  const write = writerFor(limits, answer.chats);
  switch (answer.look) {
    case "standing": {
      const { eyebrow, title, badge, facts, progress, sections } = answer.data;
      return {
        ...write.frame(answer.data),
        ...endingOf(answer.data, write),
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
      const choices = answer.data.choices.slice(0, mostButtons);
      return {
        carried: write.short(answer.data.carried),
        question: write.text(answer.data.question),
        choices: choices.map(({ label, detail }) => ({ ...splitId(write.text(label)), detail: write.short(detail) })),
        buttons: buttonsOf(choices.map(({ label, ...asking }) => ({ label: splitId(label).id || label, ...asking }))),
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
      const { carried, title, lead, rows, facts } = answer.data;
      return {
        carried: write.short(carried),
        title: write.text(title),
        lead: write.sentences(lead, write.text),
        rows: write.rows(rows),
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

/** What is missing in one line, and where it is from in another. */
const endingOf = (data: { gaps: string[]; sources: string[] }, write: Writer) => {
  const line = (all: string[]) => (all.length ? [write.sentences(all, write.short).join(" ")] : []);
  return { gaps: line(data.gaps), sources: line(data.sources) };
};

/** The bar is Teams' own; the words say the same everywhere. */
const progressView = (progress: StandingLook["progress"], { colour }: Badge, write: Writer) => ({
  shown: progress !== undefined,
  words: write.short(progress?.words),
  value: progress?.of ? Math.round((progress.done / progress.of) * 100) : 0,
  colour: COLOURS[colour].card.bar,
});

/** "2.3 Deliver services …" as id and words, so that the id can stand out; a label without an id is all words. */
const splitId = (label: string): { id: string; words: string } => {
  const [, id, words] = /^(\d+(?:\.\w+)+)\s+(.+)$/s.exec(label) ?? [];
  return id && words ? { id, words: ` ${words}` } : { id: "", words: label };
};
