/** Pictures of the plan: a measure's trend, how things stand, dates on a line; drawn as PNG. */
export { draw } from "./draw.js";
export { drawInThread } from "./drawing-thread.js";
export { type Drawn, sizeOf } from "./options.js";
