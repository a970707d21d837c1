/** A legend of every word, in as many rows as it takes. Pure. */
import { PAGES, type Theme } from "./page.js";
import { FONT_SIZE, legendRows } from "./text.js";

const SIDE = 12;
const ROW = 22;

/** The letters of every word in a picture, in the theme's colour. */
export const fontOf = (theme: Theme) => ({ fontFamily: "Open Sans", fontSize: FONT_SIZE, color: PAGES[theme].ink });

/** Pixels that a legend of these words takes at a picture's width. */
export const legendHeight = (words: readonly string[], width: number): number => legendRows(words, width - 2 * SIDE) * ROW + 8;

/** ECharts options of the legend at a picture's head. */
export const legendOf = (words: readonly string[], theme: Theme, width: number) => ({
  type: "plain",
  top: 4,
  left: SIDE - 5,
  width: width - 2 * SIDE,
  itemGap: 12,
  textStyle: fontOf(theme),
  itemWidth: 14,
  itemHeight: 14,
  selectedMode: false,
  data: words.map((name) => ({ name })),
});
