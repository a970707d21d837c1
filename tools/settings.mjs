/** npm run settings: writes .env.example and the table of settings in docs/deploy.md anew from the schema in src/config.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const bundled = async (source, name) => {
  const outfile = inProject(`dist/settings/${name}.js`);
  buildSync({ entryPoints: [inProject(source)], outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external" });
  return import(outfile);
};

const { listSettings } = await bundled("src/config.ts", "config");
const { envExample, withTable } = await bundled("tools/settings-pages.ts", "pages");
const page = inProject("docs/deploy.md");
writeFileSync(inProject(".env.example"), envExample(listSettings()));
writeFileSync(page, withTable(readFileSync(page, "utf8"), listSettings()));
