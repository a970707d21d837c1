/** What a chart is drawn on and with, beside the colours of statuses. Pure. */
import type { Colour } from "../shared/colour.js";
import { COLOURS } from "../shared/colour.js";

export interface Page {
  /** The ground of a picture; a dark card shines through. */
  ground: string;
  ink: string;
  faint: string;
  /** Lines are no status, so they have colours that no status has. */
  line: { figures: string; target: string; baseline: string };
}

export const PAGES: Record<"light" | "dark", Page> = {
  light: { ground: "#ffffff", ink: "#242424", faint: "#d6d6d6", line: { figures: "#5b5fc7", target: "#006b70", baseline: "#707070" } },
  dark: { ground: "transparent", ink: "#ffffff", faint: "#525252", line: { figures: "#a6a7f7", target: "#5fd0d4", baseline: "#b8b8b8" } },
};

export type Theme = keyof typeof PAGES;

/** How a part of a bar or a mark is filled. Of two words with one colour the second is hollow, with a broken edge. */
export function styleOf(colour: Colour, theme: Theme, second: boolean): Record<string, unknown> {
  const { fill, edge } = COLOURS[colour][theme];
  const { ground } = PAGES[theme];
  if (second) return { color: "transparent", borderColor: edge ?? fill, borderWidth: 1, borderType: "dashed" };
  return { color: fill, borderColor: edge ?? ground, borderWidth: 1 };
}

const order: Colour[] = ["red", "amber", "green", "blue", "none", "grey"];

export interface Word {
  word: string;
  colour: Colour;
}
/** Each once, the most serious colour first. */
export const wordsOf = (all: readonly Word[]): Word[] =>
  [...new Map(all.map(({ word, colour }) => [word, { word, colour }])).values()].sort((a, b) => order.indexOf(a.colour) - order.indexOf(b.colour));

/** Whether another word has this colour already, so that this one is drawn hollow. */
export const isSecond = (words: readonly Word[], { word, colour }: Word): boolean => words.find((each) => each.colour === colour)?.word !== word;
