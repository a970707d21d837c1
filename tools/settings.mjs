/** npm run settings: writes .env.example and the table of settings in docs/deploy.md anew from the schema in src/config.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { bundle, project } from "./bundle.mjs";

const inProject = (path) => `${project}${path}`;

const bundled = async (source, name) => {
  const outfile = inProject(`dist/settings/${name}.js`);
  bundle({ entryPoints: [source], outfile });
  return import(outfile);
};

const { listSettings } = await bundled("src/config.ts", "config");
const { envExample, withTable } = await bundled("tools/settings-pages.ts", "pages");
const page = inProject("docs/deploy.md");
writeFileSync(inProject(".env.example"), envExample(listSettings()));
writeFileSync(page, withTable(readFileSync(page, "utf8"), listSettings()));
