import { defineIntent } from "./define-intent.js";
import { FIGURE_EXAMPLES } from "./figure/examples.js";
import { FigureArgs, figureCard } from "./figure/figure-card.js";
import { text } from "./says.js";

export const figure = defineIntent({
  name: "figure",
  about: "One measure's figure: the newest, of a period or the period before; its trend, target, baseline or reporter",
  says: ({ measure, aspect, window, back }, name) => {
    const id = text(measure);
    if (!id || window || back) return undefined;
    const words: Record<string, string> = { trend: "Trend of", target: "Target of", baseline: "Baseline of", reporter: "Who reports" };
    const start = words[text(aspect) ?? ""] ?? "Latest figure for";
    return `${start} ${name(id)}${start.startsWith("Who") ? "?" : ""}`;
  },
  args: FigureArgs,
  traits: {
    refreshable: true,
    subjects: ["measure"],
    followUp: ["measure", "window"],
    looksBack: true,
    help: [{ says: ({ measure }) => measure && `What is the latest figure for ${measure}?`, about: "Figures, trend, target, baseline", place: 7 }],
  },
  examples: FIGURE_EXAMPLES,
  answer: figureCard,
});
