export { type Fault, faultOf } from "../shared/fault.js";
