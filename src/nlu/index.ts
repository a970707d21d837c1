/** From a text to what it asks: intents with their arguments, or candidates to ask back with. Pure: text, context and date in, readings out. */
export { classify, type Likely } from "./classifier/index.js";
export { itemsAbout } from "./items-about.js";
export { asksTheSame, leans } from "./leaning.js";
export { type PlanIndex, planIndexOf } from "./plan-index.js";
export { type PlanSaid, planSaid } from "./plan-said.js";
export { reading, readingNamed } from "./readings.js";
export { type Context, type Understood, understand, understood } from "./understand.js";
