/** npm run train: makes the classifier's weights and those of the signs. `-- validate` cross-validates, `-- clinc150 FILE` runs a public benchmark; neither writes anything. */
import { writeFileSync } from "node:fs";
import { fileOfWeights, weightsFile } from "../../src/nlu/classifier/weights.js";
import { measureClinc150 } from "./clinc150.js";
import { crossValidation } from "./cross-validation.js";
import { learntSigns } from "./signs.js";
import { trained } from "./trained.js";

const [task, file] = process.argv.slice(2);

if (task === "clinc150" && file) console.log(measureClinc150(file));
else if (task === "validate") console.log(crossValidation());
else if (task) throw new Error(`No such task: ${task}`);
else {
  const weights = trained();
  const bytes = fileOfWeights(weights);
  writeFileSync(`src/${weightsFile.join("/")}`, bytes);
  const signs = learntSigns();
  writeFileSync("src/nlu/decide/sign-weights.json", `${JSON.stringify({ trainedFrom: weights.trainedFrom, weights: signs }, null, 2)}\n`);
  console.log(`${Object.keys(signs).length} signs`);
  console.log(`${weights.intents.length} intents, ${weights.rows.size} features, ${Math.round(bytes.length / 1000)} kB`);
}
