/** Before all tests, once a run: says which suites will be skipped for want of a database. */
import { required } from "./required.js";

export function setup(): void {
  if (!process.env.MONGODB_URI) required("A MongoDB (MONGODB_URI)", "npm run documentdb, then MONGODB_URI=mongodb://127.0.0.1:27017/ npm test");
}
