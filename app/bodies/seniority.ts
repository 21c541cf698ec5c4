// How senior somebody is who comes to meetings for whoever sent them.

/** The least first; the words are `bodies:seniority.<seniority>`, wherever they are said. */
export const seniorities = ["any", "manager", "director", "chief-officer"] as const;
export type Seniority = (typeof seniorities)[number];

/** Whether somebody is as senior as was asked for; nobody has said is anybody. */
export function isSeniorEnough(seniority: Seniority | null, least: Seniority | null): boolean {
  return seniorities.indexOf(seniority ?? "any") >= seniorities.indexOf(least ?? "any");
}
