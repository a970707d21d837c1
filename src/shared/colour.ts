/** Colours are never shown without their word. `blue` is complete, `grey` is cancelled, `none` is not started. */
export type Colour = "red" | "amber" | "green" | "blue" | "grey" | "none";
