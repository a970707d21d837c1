/** An earlier build to run beside this one: its sources taken out of git, bundled here, with the packages that are installed now. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { buildSync } from "esbuild";
import { optionsOf, project } from "../../tools/bundle.mjs";

const git = (...args) => execFileSync("git", args, { cwd: project, maxBuffer: 1 << 30 });

/** `rev` is whatever git knows. Gives what main.ts takes as `earlier`. */
export async function buildEarlier(rev) {
  const name = git("rev-parse", "--short", `${rev}^{commit}`).toString().trim();
  const absWorkingDir = `${project}dist/earlier/${name}`;
  mkdirSync(absWorkingDir, { recursive: true });
  execFileSync("tar", ["-x", "-C", absWorkingDir], { input: git("archive", name, "src", "cards", "tests", "package.json") });
  const bundle = (options) => buildSync(optionsOf({ absWorkingDir, splitting: true, ...options }));
  bundle({ entryPoints: ["src/main.ts"], outdir: "dist" });
  bundle({ entryPoints: ["tests/bench/places.ts"], outdir: "dist/bench" });
  const { fill } = await import(`${absWorkingDir}/dist/bench/places.js`);
  return { name, program: `${absWorkingDir}/dist/main.js`, fill };
}
