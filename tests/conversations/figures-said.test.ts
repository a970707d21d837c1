/** What people say of their figures: nothing of it is lost or changed without a word. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "./talk.js";

const events = "events.staff@example.org";
const hours = "volunteer.coordinator@example.org";
const bipc = "bipc.staff@example.org";

const measuresOf = (plan: Plan) => plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ measures }) => measures ?? []));

/** Nobody has reported for the quarter that is over. */
const withoutQ2 = (plan: Plan): void => {
  for (const measure of measuresOf(plan)) measure.figures = measure.figures?.filter(({ period }) => period !== "2026-27 Q2");
};

const talking =
  (work: (talk: Talk) => Promise<void>, change: (plan: Plan) => void = withoutQ2) =>
  async () => {
    const talk = await openTalk(await openStorage(), { change });
    try {
      await work(talk);
    } finally {
      await talk.stop();
    }
  };

const reportOf = async ({ features }: Talk, measure: string, period = "2026-27 Q2") =>
  (await features.figures.allReports((await features.plans.current())?.id ?? "", measure)).find((one) => one.period === period);

describe("a minus", () => {
  test.each(["school visits were -5 in Q2", "school visits -5 in Q2", "1.2.m1: -5", "1.2.m1 minus 5", "report −5 for 1.2.m1", "1.2.m1 is negative 5"])(
    "stays with its figure, which is refused aloud: %s",
    (says) =>
      talking(async (talk) => {
        const form = await talk.card(events, says);
        expect(form.text).toContain("Report the figure for 1.2.m1");
        expect(form.inputs.value0).toBe("-5");
        expect(form.text).toContain('You wrote "-5". A number of this measure cannot be below 0.');
      })(),
  );

  test(
    "a dash that lists or joins is none",
    talking(async (talk) => {
      expect((await talk.card(events, "1.2.m1 - 250")).inputs.value0).toBe("250");
      expect((await talk.card(events, "Q2 - school visits: 250")).inputs.value0).toBe("250");
    }),
  );
});

describe("a quarter that there is not", () => {
  test.each(["school visits were 262 in Q5", "1.2.m1 was 262 in quarter 7", "school visits 262 for the fifth quarter"])(
    "is refused with those there are: %s",
    (says) =>
      talking(async (talk) => {
        const card = await talk.card(events, says);
        expect(card.text).toMatch(/There is no (?:Q5|quarter 7|fifth quarter)/i);
        expect(card.text).toContain("Q1 (April to June), Q2 (July to September), Q3 (October to December) and Q4 (January to March)");
        expect(card.text).toContain("Nothing was saved.");
        const form = await talk.card(events, "school visits were 262 in Q2");
        expect(form.inputs.value0).toBe("262");
      })(),
  );

  test(
    "the words are one press from the quarter that was meant",
    talking(async (talk) => {
      const card = await talk.card(events, "school visits were 262 in Q5");
      expect(card.buttons).toContain("school visits were 262 in Q2");
      const missing = await talk.card(events, "which figures are missing in Q6?");
      expect(missing.text).toContain("There is no Q6");
    }),
  );
});

describe("two figures in one message", () => {
  test.each([
    "visits 244 and events 160",
    "school visits were 244 and events 160 in Q2",
    "school visits 244, events 160",
    "1.2.m1: 244; 1.1.m1: 160",
    "Q2: 244 school visits and 160 events",
    "school visits and events were 244 and 160",
    "report 244 for 1.2.m1 and 160 for 1.1.m1",
  ])("are one form with both filled in: %s", (says) =>
    talking(async (talk) => {
      const form = await talk.card(events, says);
      expect(form.text).toContain("Report 2 figures");
      const places = form.text.split("\n").filter((line) => /^\d\.\d\.m\d$/.test(line));
      expect(new Map(places.map((id, place) => [id, form.inputs[`value${place}`]]))).toEqual(
        new Map([
          ["1.2.m1", "244"],
          ["1.1.m1", "160"],
        ]),
      );
      const receipt = await talk.press(events, form, "Save");
      expect(receipt.text).toContain("Saved: 2 figures");
      expect(await reportOf(talk, "1.2.m1")).toMatchObject({ value: 244 });
      expect(await reportOf(talk, "1.1.m1")).toMatchObject({ value: 160 });
    })(),
  );

  test(
    "of one measure and two quarters are two periods",
    talking(
      async (talk) => {
        const form = await talk.card(events, "school visits were 244 in Q1 and 262 in Q2");
        expect(form.inputs).toMatchObject({ value0: "244", value1: "262" });
        expect(form.text).toContain("2026-27 Q1");
        expect(form.text).toContain("2026-27 Q2");
      },
      (plan) => {
        for (const measure of measuresOf(plan)) delete measure.figures;
      },
    ),
  );

  test(
    "the one that is somebody else's is not on the form, and the form says so",
    talking(async (talk) => {
      const form = await talk.card(events, "school visits 244 and 5,800 for 3.3.m2");
      expect(form.inputs.value0).toBe("244");
      expect(form.text).toContain("3.3.m2 is not on this form: only Volunteer Coordinator, ");
    }),
  );
});

describe("what was not used", () => {
  test(
    "a number without a measure is named",
    talking(async (talk) => {
      const form = await talk.card(events, "school visits were 244 and 160 in Q2");
      expect(form.text).toContain("I did not use: 160");
    }),
  );

  test(
    "so is one of something that is not measured",
    talking(async (talk) => {
      const form = await talk.card(events, "we had 240 visits and 2 closures in Q2");
      expect(form.inputs.value0).toBe("240");
      expect(form.text).toContain("I did not use: 2");
      const other = await talk.card(events, "school visits were 244 and we had 3 new members of staff");
      expect(other.inputs).toEqual({ value0: "244" });
      expect(other.text).toContain("I did not use: 3");
    }),
  );

  test(
    "a figure without a word of which is asked about",
    talking(async (talk) => {
      const card = await talk.card(events, "report 57 and 6");
      expect(card.text).toContain("Which figure is 57?");
      expect(card.text).toContain("I did not use: 6");
      const form = await talk.card(events, String(card.press(card.buttons.find((title) => title.startsWith("1.2.m2")) ?? "").data.says));
      expect(form.text).toContain("Report the figure for 1.2.m2");
      expect(form.inputs.value0).toBe("57");
    }),
  );

  test.each([
    ["1.2.m1 was 244, last year 160", 'I did not use: "last year 160"'],
    ["1.2.m1 was 244 and last year it was 160", 'I did not use: "last year it was 160"'],
    ["1.2.m1 was 244 in Q2, last year 160", "I did not use: 160 for Year 1 (2025-26)"],
  ])("a number of another time is named with its time, and the figure stays: %s", (says, named) =>
    talking(async (talk) => {
      const form = await talk.card(events, says);
      expect(form.inputs.value0).toBe("244");
      expect(form.text).toContain("2026-27 Q2");
      expect(form.text).toContain(named);
    })(),
  );

  test(
    "a figure of a whole year is named where a measure has quarters",
    talking(async (talk) => {
      expect((await talk.card(events, "1.2.m1 was 244 last year")).text).toContain("I did not use: 244");
    }),
  );

  test(
    "so is half a sentence",
    talking(async (talk) => {
      const form = await talk.card(events, "school visits were 244 in Q2, the coach company went on strike");
      expect(form.inputs.value0).toBe("244");
      expect(form.text).toContain('I did not use: "the coach company went on strike"');
    }),
  );

  test(
    "where all was used nothing is said of it",
    talking(async (talk) => {
      for (const says of ["school visits were 244 in Q2, thanks", "Hi, please put 244 in for school visits", "1.2.m1 is 244 because two schools joined"])
        expect((await talk.card(events, says)).text).not.toContain("I did not use");
    }),
  );

  test(
    "a share beside a status is named on the status card",
    talking(async (talk) => {
      const form = await talk.card("business.lead@example.org", "mark 2.3.2 as on track 45");
      expect(form.text).toContain("I did not use: 45");
    }),
  );
});

describe("no figure", () => {
  test(
    "opens the form on not available with the reason, where one figure is asked for",
    talking(async (talk) => {
      const form = await talk.card("health.staff@example.org", "there is no figure, the system was down");
      expect(form.inputs).toMatchObject({ none0: "other", note0: "The system was down" });
    }),
  );

  test(
    "asks which, and keeps the reason, where several are",
    talking(async (talk) => {
      const card = await talk.card(bipc, "there is no figure, the system was down");
      expect(card.text).toContain("Which figure is not available?");
      const { data } = card.press(card.buttons.find((title) => title.startsWith("2.3.m3")) ?? "");
      const form = await talk.card(bipc, String(data.says));
      expect(form.text).toContain("2.3.m3");
      expect(form.inputs).toMatchObject({ none0: "other", note0: "The system was down" });
      const receipt = await talk.press(bipc, form, "Save");
      expect(receipt.text).toContain("not available");
      expect(await reportOf(talk, "2.3.m3")).toMatchObject({ unavailable: "other", note: "The system was down" });
    }),
  );

  test(
    "with its measure named",
    talking(async (talk) => {
      const form = await talk.card(bipc, "no data for 2.3.m3 - the survey was not sent out");
      expect(form.inputs).toMatchObject({ none0: "not collected", note0: "The survey was not sent out" });
    }),
  );
});

describe("right after a save", () => {
  const saved = async (talk: Talk) => talk.press(events, await talk.card(events, "school visits were 262 in Q2"), "Save");

  test.each(["no, 244", "sorry, it should be 244", "oops 244", "make that 244", "that was wrong, it was 244"])(
    "the right figure stands in the correction: %s",
    (says) =>
      talking(async (talk) => {
        await saved(talk);
        const form = await talk.card(events, says);
        expect(form.text).toContain("Correct the figure for 1.2.m1");
        expect(form.text).toContain("Reported: 262 visits");
        expect(form.inputs.value0).toBe("244");
        await talk.press(events, form, "Save", { why0: "A slip." });
        expect(await reportOf(talk, "1.2.m1")).toMatchObject({ value: 244, earlier: [{ value: 262 }] });
      })(),
  );

  test.each(["undo that", "that was wrong", "undo", "I made a mistake", "oops, that's not right", "take that back", "cancel that last one"])(
    "the correction of what was saved is opened: %s",
    (says) =>
      talking(async (talk) => {
        await saved(talk);
        const form = await talk.card(events, says);
        expect(form.text).toContain("Correct the figure for 1.2.m1");
        expect(form.inputs.value0).toBe("262");
        expect(form.text).toContain("This is what you saved last");
      })(),
  );

  test(
    "of several figures all stand in the correction, and a lone number is asked about",
    talking(async (talk) => {
      await talk.press(events, await talk.card(events, "visits 244 and events 160"), "Save");
      const form = await talk.card(events, "no, 250");
      expect(form.text).toContain("I did not use: 250");
      expect(form.text).toContain("1.2.m1");
      expect(form.text).toContain("1.1.m1");
    }),
  );

  test(
    "of a status the one before is filled in",
    talking(async (talk) => {
      const lead = "business.lead@example.org";
      const form = await talk.card(lead, "2.3.2 is at risk because the adviser left");
      const before = await talk.card(lead, "update 2.3.2");
      await talk.press(lead, form, "Save 2.3.2");
      const undo = await talk.card(lead, "undo that");
      expect(undo.text).toContain("2.3.2");
      expect(undo.text).toContain("This is what you saved last");
      expect(undo.inputs.status).toBe(before.inputs.status);
    }),
  );

  test(
    "where nothing was saved it says so",
    talking(async (talk) => {
      const card = await talk.card(events, "undo that");
      expect(card.text).toContain("You have not saved anything in the last day");
    }),
  );
});

describe("what comes next", () => {
  test.each(["when are the next figures due?", "when is my next figure due", "when do I next have to report"])("is told for the asker: %s", (says) =>
    talking(
      async (talk) => {
        const card = await talk.card(hours, says);
        expect(card.text).toContain(
          "Your next figures are 3.3.m2 and 3.3.m4 for 2026-27 Q3: they can be reported from 1 January 2027 and are due by 28 January 2027.",
        );
      },
      () => undefined,
    )(),
  );

  test(
    "with nothing missing the reporter sees it, and corrects the last figures in one press",
    talking(
      async (talk) => {
        const card = await talk.card(hours, "report figures");
        expect(card.text).toContain("3.3.m4");
        await talk.press(hours, await talk.card(hours, "3.3.m4 is 20"), "Save");
        const done = await talk.card(hours, "report figures");
        expect(done.text).toContain("All your figures are in.");
        expect(done.text).toContain("Next: 3.3.m2 and 3.3.m4 for 2026-27 Q3, from 1 January 2027 to 28 January 2027.");
        const form = await talk.press(hours, done, "Correct the last ones");
        expect(form.inputs).toMatchObject({ value0: "5745", value1: "20" });
      },
      () => undefined,
    ),
  );
});

describe("a form", () => {
  test(
    "says apart what the figure is and why there is none",
    talking(async (talk) => {
      const form = await talk.card(events, "update 1.2.m1");
      expect(form.text).not.toContain("No figure? Not available because");
      expect(form.text).not.toContain("There is a figure\n");
      expect(form.text).toContain("There is no figure");
      expect(form.text).toContain("Why is there no figure?");
    }),
  );
});
