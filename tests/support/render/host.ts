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
} as const;

export type Theme = keyof typeof TEAMS;
export const themes = Object.keys(TEAMS) as Theme[];
export const lookOf = (theme: Theme) => TEAMS[theme];

export const hostConfigOf = (theme: Theme) => {
  const { text, fill, card } = TEAMS[theme];
  const tone = (colour: string) => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: text.default, subtle: text.subtle },
    accent: tone(text.accent),
    good: tone(text.good),
    warning: tone(text.warning),
    attention: tone(text.attention),
  };
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: TEAMS[theme].border },
    containerStyles: {
      default: container(card),
      emphasis: container(fill.emphasis),
      accent: container(fill.accent),
      good: container(fill.good),
      warning: container(fill.warning),
      attention: container(fill.attention),
    },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  };
};
