/** What people ask that no plan holds. */
import { oosComparison } from "../oos-comparison.js";
import { oosContact } from "../oos-contact.js";
import { oosCost } from "../oos-cost.js";
import { oosGeneral } from "../oos-general.js";
import { oosHours } from "../oos-hours.js";
import { oosHr } from "../oos-hr.js";
import { oosIt } from "../oos-it.js";
import { oosOpinion } from "../oos-opinion.js";
import { oosTransport } from "../oos-transport.js";
import { oosWeather } from "../oos-weather.js";
import { oosWrite } from "../oos-write.js";

export const OUT_OF_SCOPE = [oosComparison, oosContact, oosCost, oosGeneral, oosHours, oosHr, oosIt, oosOpinion, oosTransport, oosWeather, oosWrite] as const;
