// An administrator at the settings of a partnership of their own, and what anybody sees of it.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { settingsPath, type SettingsPart } from "#app/partnerships/paths.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { openApplication, Visitor, type Application } from "./application.ts";
import { buildPartnership, buildPerson, signInCookie } from "./factories.ts";
import { locationOf } from "./requests.ts";

export const now = new Date("2026-11-26T10:00:00Z");

const applications = new Map<Language, Application>();

/** Before the first test: in English, and in the language that is read from the right. */
export async function openApplications(): Promise<void> {
  for (const language of ["en", "ur"] as const) applications.set(language, await openApplication(language));
}

export function application(language: Language): Application {
  return applications.get(language)!;
}

/** An administrator and what they see and do. */
export async function begin(wanted: Parameters<typeof buildPartnership>[0] = {}) {
  const partnership = await buildPartnership(wanted);
  const person = await buildPerson({ role: "administrator", partnership });
  const administrator = new Visitor(application("en"), { now }, [await signInCookie(person, now)]);
  return {
    ...{ partnership, person, administrator },
    see: async (part: SettingsPart, search = "") => (await administrator.open(settingsPath(partnership, part) + search)).text(),
    does: async (part: SettingsPart, fields: Record<string, string | File>) => {
      const answer = await administrator.post(settingsPath(partnership, part), fields);
      const to = locationOf(answer)?.replace(settingsPath(partnership, part), "") ?? null;
      return { status: answer.status, to, html: await answer.text() };
    },
    now: () => findPartnershipById(db(), partnership.id),
    audit: () => db().auditEntry.findMany({ where: { subjectId: partnership.id }, orderBy: { id: "asc" } }),
    letters: () => db().letter.findMany({ where: { partnershipId: partnership.id }, orderBy: { createdAt: "asc" } }),
  };
}

/** What anybody sees of it. */
export async function seen({ slug }: Pick<Partnership, "slug">, language: Language = "en"): Promise<string> {
  const path = language === "en" ? `/${slug}` : `/${language}/${slug}`;
  return (await new Visitor(application(language)).open(path)).text();
}
