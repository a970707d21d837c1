import type { Submission } from "../../src/figures/index.js";
import { headOfService } from "../support/features.js";

const q2 = { period: "2026-27 Q2", ends: "2026-09-30" };

/** A form of the libraries' plan: two first figures, a correction, and a baseline. */
export const threeFigures: Submission = {
  id: "form-of-three",
  plan: "plan",
  author: { email: headOfService, id: "head" },
  at: "2026-11-24T10:00:00.000Z",
  reports: [
    { measure: "1.1.m2", ...q2, value: 71, note: "Counted twice." },
    { measure: "1.1.m5", ...q2, unavailable: "not collected" },
    { measure: "1.1.m1", ...q2, value: 150, why: "One more.", seen: 0 },
  ],
  baselines: [{ measure: "1.1.m2", value: 12 }],
};
