/** Colours are never shown without their word. `blue` is complete, `grey` is cancelled, `none` is not started or not yet reported. */
export type Colour = "red" | "amber" | "green" | "blue" | "grey" | "none";

/** A fill with what is written and drawn on it, as #rrggbb. */
interface Tone {
  fill: string;
  text: string;
  /** Where the fill is too faint to be seen beside the page. */
  edge?: string;
}

interface Tones {
  /** On white: pictures on a light card, Word, Excel. */
  light: Tone;
  /** On a dark card. */
  dark: Tone;
  /** As Adaptive Cards call it: of text, of a ground, and of Teams' badges and bars. */
  card: { colour: string; style: string; badge: string; bar: string };
}

/** The one table of what a status' colour is wherever it is shown: on a card, in a picture, in Word, in Excel. */
export const COLOURS: Record<Colour, Tones> = {
  red: {
    light: { fill: "#b10e1c", text: "#ffffff" },
    dark: { fill: "#e06a70", text: "#1b1b1b" },
    card: { colour: "Attention", style: "attention", badge: "Attention", bar: "Attention" },
  },
  amber: {
    light: { fill: "#c98200", text: "#1b1b1b" },
    dark: { fill: "#f5b94a", text: "#1b1b1b" },
    card: { colour: "Warning", style: "warning", badge: "Warning", bar: "Warning" },
  },
  green: {
    light: { fill: "#0e700e", text: "#ffffff" },
    dark: { fill: "#6cc063", text: "#1b1b1b" },
    card: { colour: "Good", style: "good", badge: "Good", bar: "Good" },
  },
  blue: {
    light: { fill: "#0f6cbd", text: "#ffffff" },
    dark: { fill: "#62abf5", text: "#1b1b1b" },
    card: { colour: "Accent", style: "accent", badge: "Accent", bar: "Accent" },
  },
  grey: {
    light: { fill: "#616161", text: "#ffffff" },
    dark: { fill: "#8f8f8f", text: "#1b1b1b" },
    card: { colour: "Default", style: "emphasis", badge: "Subtle", bar: "Accent" },
  },
  none: {
    light: { fill: "#e6e6e6", text: "#242424", edge: "#767676" },
    dark: { fill: "#454545", text: "#ffffff", edge: "#a3a3a3" },
    card: { colour: "Default", style: "emphasis", badge: "Subtle", bar: "Accent" },
  },
};
