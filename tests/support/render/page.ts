import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { hostConfigOf, type Theme, viewOf } from "./host.js";

const renderer = readFileSync(createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.js"), "utf8");

/** A page that knows how to show cards; the renderer is a megabyte, so it is loaded once a page. */
export const emptyPage = `<!doctype html><meta charset="utf-8"><style id="look"></style><body><script>${renderer}</script>`;

const lookFor = (theme: Theme, width: number): string => {
  const { page, card, border, button, text } = viewOf(theme);
  return `
body { margin: 0; padding: 12px; width: ${width - 24}px; background: ${page}; }
.card { background: ${card}; border: 1px solid ${border}; border-radius: 6px; margin-bottom: 12px; overflow: hidden; }
/* Teams wraps buttons; the plain renderer lets them run out of the card. */
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; padding: 6px 12px; border: 1px solid ${button.border}; border-radius: 4px; background: ${button.back}; color: ${button.text}; }
.ac-input { font: 14px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; color: ${text.default}; background: ${page}; border: 1px solid ${border}; border-radius: 4px; padding: 5px; box-sizing: border-box; }
.ac-pushButton.style-positive { background: #5b5fc7; color: #ffffff; border-color: #5b5fc7; }
`;
};

/** With the images of the theme, as Teams chooses them; the plain renderer knows only the usual ones. */
const themed = (card: unknown, theme: Theme): unknown =>
  JSON.parse(JSON.stringify(card), (_, value) => {
    const url = (value?.themedUrls as { theme: string; url: string }[] | undefined)?.find((one) => theme.endsWith(one.theme.toLowerCase()))?.url;
    return url ? { ...value, url } : value;
  });

/** What such a page runs to show cards one under the other as a chat of `width` pixels would, in the place of those before. */
export const showing = (cards: unknown[], theme: Theme, width: number): string => `{
  document.getElementById("look").textContent = ${JSON.stringify(lookFor(theme, width))};
  document.body.replaceChildren();
  for (const json of ${JSON.stringify(cards.map((card) => themed(card, theme)))}) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfigOf(theme))});
    card.parse(json);
    const frame = document.createElement("div");
    frame.className = "card";
    frame.append(card.render());
    document.body.append(frame);
  }
}`;
