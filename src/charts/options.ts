/** Charts as the drawing library takes them. Pure. */
import type { Chart } from "../shared/chart.js";
import { PAGES, type Theme } from "./page.js";
import { statusOptions, statusSize } from "./status-options.js";
import { timelineOptions, timelineSize } from "./timeline-options.js";
import { trendOptions, trendSize } from "./trend-options.js";

/** How a chart is drawn: for a light card, 520 pixels wide, a pixel a point, unless it says otherwise. */
export interface Drawn {
  theme?: Theme;
  /** Pixels a point: 2 for paper. */
  scale?: number;
  /** In points. */
  width?: number;
}

const USUAL_WIDTH = 520;

/** Width and height in points. */
export function sizeOf(chart: Chart, { width = USUAL_WIDTH }: Pick<Drawn, "width"> = {}): { width: number; height: number } {
  switch (chart.kind) {
    case "trend":
      return { width, height: trendSize(chart, width) };
    case "status":
      return { width, height: statusSize(chart, width) };
    case "timeline":
      return { width, height: timelineSize(chart, width) };
  }
}

/** ECharts options for a chart; the same chart drawn the same way always gives the same picture. */
export function optionsOf(chart: Chart, { theme = "light", width = USUAL_WIDTH }: Drawn = {}): Record<string, unknown> {
  const { ground, ink } = PAGES[theme];
  const common = { animation: false, backgroundColor: ground, textStyle: { fontFamily: "Open Sans", color: ink } };
  switch (chart.kind) {
    case "trend":
      return { ...common, ...trendOptions(chart, theme, width) };
    case "status":
      return { ...common, ...statusOptions(chart, theme, width) };
    case "timeline":
      return { ...common, ...timelineOptions(chart, theme, width) };
  }
}
