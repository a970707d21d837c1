import type { SignedTurns } from "./measure.js";

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const verdict = (met: boolean): string => (met ? "met" : "**not met**");

const nameOf = { echo: "bare botbuilder echo, signed", Waymark: "Waymark, NeDB, sample plan, signed" };

/** The signed turns as Markdown, with what is aimed at. */
export const signedReport = (turns: SignedTurns[]): string => {
  const of = (subject: SignedTurns["subject"], load: string) => turns.find((each) => each.subject === subject && each.load === load);
  const rows = turns.map(
    ({ subject, load, p50, p99, perSecond }) => `| ${nameOf[subject]} | ${load} | ${ms(p50)} | ${ms(p99)} | ${Math.round(perSecond).toLocaleString("en-GB")} |`,
  );
  const aim = (load: string, what: string, measured: (own: SignedTurns, echo: SignedTurns) => number, most: number): string => {
    const [own, echo] = [of("Waymark", load), of("echo", load)];
    if (!own || !echo) return "";
    const value = measured(own, echo);
    return `| ${what} | ${value.toFixed(2)} | ${most} | ${verdict(value <= most)} |\n`;
  };
  return [
    "### Signed turns, replies posted\n\nAs in Teams: a signed activity comes in, the reply goes out as a POST of its own, and the turn ends when both are through.\n",
    `| | load | p50 | p99 | turns/s |\n| --- | --- | --: | --: | --: |\n${rows.join("\n")}\n`,
    `| | measured | at most | |\n| --- | --: | --: | --- |\n${aim("1 in flight", "p50 beside the signed echo's, 1 in flight", (own, echo) => own.p50 / echo.p50, 1)}${aim("16 in flight", "the echo's turns a second beside ours, 16 in flight", (own, echo) => echo.perSecond / own.perSecond, 0.5)}${aim("16 in flight", "p99, 16 in flight, ms", (own) => own.p99, 10)}`,
  ].join("\n");
};
