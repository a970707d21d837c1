interface Palette {
  page: string;
  card: string;
  border: string;
  text: Record<"default" | "subtle" | "accent" | "good" | "warning" | "attention", string>;
  /** Words on a coloured ground, where they are others. */
  onFill?: Record<"default" | "subtle", string>;
  fill: Record<"emphasis" | "accent" | "good" | "warning" | "attention", string>;
  button: { back: string; text: string; border: string };
}

/** Host configurations close to those of Teams, light and dark, for looking at cards. */
const TEAMS = {
  light: {
    page: "#f5f5f5",
    card: "#ffffff",
    border: "#d1d1d1",
    text: { default: "#242424", subtle: "#616161", accent: "#4f52b2", good: "#0e700e", warning: "#835c00", attention: "#b10e1c" },
    fill: { emphasis: "#f0f0f0", accent: "#e8ebfa", good: "#e7f2da", warning: "#fbf6d9", attention: "#fcf0f1" },
    button: { back: "#ffffff", text: "#242424", border: "#d1d1d1" },
  },
  dark: {
    page: "#1f1f1f",
    card: "#292929",
    border: "#525252",
    text: { default: "#ffffff", subtle: "#adadad", accent: "#a6a7f7", good: "#92c353", warning: "#f8d22a", attention: "#f9526b" },
    fill: { emphasis: "#1f1f1f", accent: "#2f2f4a", good: "#22331a", warning: "#3d3413", attention: "#3f1d24" },
    button: { back: "#292929", text: "#ffffff", border: "#666666" },
  },
} satisfies Record<string, Palette>;

/** As Microsoft last published Teams' colours (adaptivecards-designer 2.4.4, microsoft-teams-light.json and -dark.json); what shines through there is mixed here. */
const ground = { accent: "#c7def9", good: "#ccffcc", warning: "#ffe2b2", attention: "#ffc5b2" };
const PUBLISHED = {
  "published light": {
    ...TEAMS.light,
    text: { default: "#252424", subtle: "#5c5b5b", accent: "#6264a7", good: "#92c353", warning: "#f8d22a", attention: "#c4314b" },
    fill: { emphasis: "#f9f8f7", ...ground },
  },
  "published dark": {
    ...TEAMS.dark,
    card: "#2d2c2c",
    text: { default: "#ffffff", subtle: "#cacaca", accent: "#a6a7dc", good: "#92c353", warning: "#f8d22a", attention: "#d74654" },
    onFill: { default: "#201f1f", subtle: "#2d2c2c" },
    fill: { emphasis: "#292828", ...ground },
  },
} satisfies Record<string, Palette>;

const palettes = { ...TEAMS, ...PUBLISHED };
export type Theme = keyof typeof palettes;
export const themes = Object.keys(TEAMS) as Theme[];
export const publishedThemes = Object.keys(PUBLISHED) as Theme[];
export const viewOf = (theme: Theme): Palette => palettes[theme];

export const hostConfigOf = (theme: Theme) => {
  const { text, fill, card, border, onFill = text } = viewOf(theme);
  const tone = (colour: string) => ({ default: colour, subtle: colour });
  const container = (backgroundColor: string, words = text as Pick<Palette["text"], "default" | "subtle">) => ({
    backgroundColor,
    foregroundColors: {
      default: { default: words.default, subtle: words.subtle },
      accent: tone(text.accent),
      good: tone(text.good),
      warning: tone(text.warning),
      attention: tone(text.attention),
    },
  });
  return {
    fontFamily: "'Segoe UI', 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: border },
    containerStyles: {
      default: container(card),
      emphasis: container(fill.emphasis),
      accent: container(fill.accent, onFill),
      good: container(fill.good, onFill),
      warning: container(fill.warning, onFill),
      attention: container(fill.attention, onFill),
    },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  };
};
