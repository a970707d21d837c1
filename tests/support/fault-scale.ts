/** Fault tests at their whole size (`npm run test:faults`), or the small part of it that every `npm test` runs. */
export const whole = process.env.WAYMARK_FAULTS === "all";
