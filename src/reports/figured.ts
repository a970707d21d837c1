import type { KeptFigure } from "../figures/index.js";
import type { ItemOf } from "../plan/index.js";

/** A measure in the time that the report is of. */
export interface Figured {
  item: ItemOf<"measure">;
  now?: KeptFigure;
  before?: KeptFigure;
}
