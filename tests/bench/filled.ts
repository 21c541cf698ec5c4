// Consultations with many responses, made once for all sections that look at them.
import type { BuiltConsultation } from "../support/factories.ts";
import { buildStrategyConsultation, strategyForm } from "../support/strategy-form.ts";
import { fillResponses } from "./fill.ts";
import type { Site } from "./site.ts";

export const sizes = [1_000, 10_000, 100_000];

const filled = new Map<number, Promise<BuiltConsultation>>();

/** The consultation of four pages that holds so many responses. */
export function consultationOf(site: Site, size: number): Promise<BuiltConsultation> {
  const made = filled.get(size) ?? make(site, size);
  filled.set(size, made);
  return made;
}

async function make(site: Site, size: number): Promise<BuiltConsultation> {
  const consultation = await buildStrategyConsultation(4, { partnership: site.partnership });
  await fillResponses(consultation, strategyForm(4), { to: size });
  return consultation;
}
