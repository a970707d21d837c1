/** Suites that need more than Node: skipped with a line that says how to have it, or, with WAYMARK_REQUIRE_ALL=1, a failure. */

/** Say once that `what` is missing ("Chromium") and `how` to have it ("apt-get install chromium"), and skip. Throws where nothing may be skipped. */
export function required(what: string, how: string): void {
  const remedy = `To have it: ${how}`;
  if (process.env.WAYMARK_REQUIRE_ALL === "1") throw new Error(`${what} is missing, and nothing may be skipped (WAYMARK_REQUIRE_ALL). ${remedy}`);
  process.stderr.write(`\n${what} is missing, so the tests that need it are skipped. ${remedy}\n`);
}
