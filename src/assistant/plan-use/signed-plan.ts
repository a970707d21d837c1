import { z } from "zod/v4";
import type { Forms } from "../../forms/index.js";

const Form = z.object({ form: z.string() });
const OfPlan = z.object({ plan: z.string() });

/** The plan that a pressed form was signed for. */
export function signedPlan(forms: Forms, verb: string, data: unknown): string | undefined {
  const { data: pressed } = Form.safeParse(data);
  return OfPlan.safeParse(pressed && forms.open(pressed.form, verb)?.about).data?.plan;
}
