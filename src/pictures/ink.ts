import type { Colour } from "../shared/answer.js";

/** Beside the word, never instead of it. Chosen to be told apart and to be seen on white. */
export const inkOf: Record<Colour, string> = { red: "#b10e1c", amber: "#c57b00", green: "#0e700e", blue: "#0f6cbd", grey: "#707070", none: "#bdbdbd" };
