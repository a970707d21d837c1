import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { hostConfigOf, lookOf, type Theme } from "./host.js";

const renderer = readFileSync(createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.js"), "utf8");

/** A page that shows cards one under the other as a chat of `width` pixels would. */
export const pageOf = (cards: unknown[], theme: Theme, width: number): string => {
  const { page, card, border, button, text } = lookOf(theme);
  const inline = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 12px; width: ${width - 24}px; background: ${page}; }
.card { background: ${card}; border: 1px solid ${border}; border-radius: 6px; margin-bottom: 12px; overflow: hidden; }
/* Teams wraps buttons; the plain renderer lets them run out of the card. */
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; padding: 6px 12px; border: 1px solid ${button.border}; border-radius: 4px; background: ${button.back}; color: ${button.text}; }
.ac-input { font: 14px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; color: ${text.default}; background: ${page}; border: 1px solid ${border}; border-radius: 4px; padding: 5px; box-sizing: border-box; }
.ac-pushButton.style-positive { background: #5b5fc7; color: #ffffff; border-color: #5b5fc7; }
</style><body><script>${renderer}</script><script>
for (const json of ${inline(cards)}) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(${inline(hostConfigOf(theme))});
  card.parse(json);
  const frame = document.createElement("div");
  frame.className = "card";
  frame.append(card.render());
  document.body.append(frame);
}
</script>`;
};
