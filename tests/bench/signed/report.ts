import type { SignedTurns } from "./measure.js";

const ms = (value: number): string => `${value.toFixed(2)} ms`;

const nameOf = { echo: "bare botbuilder echo, signed", Waymark: "Waymark, NeDB, sample plan, signed", earlier: "the earlier build, signed" };

/** The signed turns as Markdown. */
export const signedReport = (turns: SignedTurns[]): string => {
  const rows = turns.map(
    ({ subject, load, p50, p99, perSecond }) => `| ${nameOf[subject]} | ${load} | ${ms(p50)} | ${ms(p99)} | ${Math.round(perSecond).toLocaleString("en-GB")} |`,
  );
  return [
    "### Signed turns, replies posted\n\nAs in Teams: a signed activity comes in, the reply goes out as a POST of its own, and the turn ends when both are through.\n",
    `| | load | p50 | p99 | turns/s |\n| --- | --- | --: | --: | --: |\n${rows.join("\n")}\n`,
  ].join("\n");
};
