/** What people do all day: the turns of the soak, by number, the same in every run. */
import { person, personalActivity } from "../support/teams.js";

const staff = Array.from({ length: 300 }, (_, at) => person(`member.of.staff-${at}@example.org`));

const questions = [
  "how is 2.3 doing",
  "what is due next month",
  "what is overdue",
  "who leads the carbon priority, and how is it doing?",
  "what about 2.4",
  "which measures have no figures",
  "how many school visits were there",
  "compare 2.3 and 2.4",
  "what's mine",
  "when is the roll out of 1.1.2 due",
  "who changed 2.3.1",
  "what can I ask you?",
  "which priorities are at risk",
  "how is the whole plan doing",
];

/** Measures of the sample plan that any member of staff may report. */
const open = ["1.1.m5", "1.3.m2", "1.3.m3", "2.1.m3", "2.1.m5", "2.2.m2", "2.2.m3", "3.1.m1", "3.1.m4", "3.3.m4"];

export interface SoakTurn {
  who: (typeof staff)[number];
  kind: "question" | "nonsense" | "form" | "outsider";
  text: string;
}

/** One in 50 reports a figure, one in 20 says something that nobody understands, one in 100 posts something that is no activity. */
export const turnNumbered = (number: number): SoakTurn => {
  const who = staff[(number * 7) % staff.length] as (typeof staff)[number];
  if (number % 100 === 99) return { who, kind: "outsider", text: "" };
  if (number % 50 === 25) return { who, kind: "form", text: `update ${open[((number / 25) % open.length) | 0]}` };
  if (number % 20 === 10) return { who, kind: "nonsense", text: `qwx${number.toString(36)} zzrt${(number * 31).toString(36)} of the aubergine` };
  return { who, kind: "question", text: questions[(number + Math.floor(number / 300)) % questions.length] as string };
};

export const activityOf = ({ who }: SoakTurn, serviceUrl: string, id: string) => personalActivity(who, { id, serviceUrl, at: new Date().toISOString() });
