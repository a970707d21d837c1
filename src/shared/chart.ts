/** What a picture shows, free of any library and any channel. */
import type { Colour } from "./colour.js";

/** A measure over time, oldest first, held against what the plan gives. */
export interface TrendChart {
  kind: "trend";
  /** "entrepreneurs", "%", "£" */
  unit: string;
  points: { label: string; value: number }[];
  target?: number;
  baseline?: number;
}

/** How many of each status, a bar a thing. */
export interface StatusChart {
  kind: "status";
  bars: { id: string; name: string; parts: { word: string; colour: Colour; count: number }[] }[];
}

/** Dates on one line of time. `at` is a day, 2027-03-31. */
export interface TimelineChart {
  kind: "timeline";
  today: string;
  marks: { label: string; at: string; word: string; colour: Colour }[];
}

export type Chart = TrendChart | StatusChart | TimelineChart;
