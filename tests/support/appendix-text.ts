/** Pieces of an appendix's text, so that tests read like the printed table. */

export const row = (...cells: string[]): string => cells.join("\t");

export const bullets = (...items: string[]): string => `<ul> ${items.map((item) => `<li>${item}</li>`).join(" ")}</ul>`;

export const header = row("L&H Strategy Priorities", "Indicative actions", "Timescale", "Indicative measures");

/** A plan of one theme whose rows are given. */
export const appendix = (...rows: string[]): string =>
  ["Appendix 1: Museum Strategy Action Plan", "", "1. Visitors - We welcome everyone", header, ...rows].join("\n");
