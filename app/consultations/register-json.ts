// The register as other programs read it: public fields alone, in every language. docs/public-data.md describes it.
import { defaultLanguage, filled, languages, type Language, type Text } from "#app/shared/languages.ts";
import type { Consultation } from "./consultation.ts";
import { registerStatus, type Named, type RegisterEntry, type RegisterStatus, type Topic } from "./register.ts";

export type RegisterJson = {
  partnership: { name: Text; address: Addresses };
  found: number;
  all: number;
  consultations: ConsultationJson[];
  /** Where the next of them are, or null. */
  next: string | null;
};

type Addresses = Record<Language, string>;

export type ConsultationJson = {
  id: string;
  address: Addresses;
  title: Text;
  summary: Text;
  status: RegisterStatus;
  publishedAt: string | null;
  opensAt: string | null;
  closesAt: string | null;
  decisionOn: string | null;
  languages: Language[];
  topics: { id: Topic; name: Text }[];
  places: Named[];
  audiences: Named[];
};

const blank: Text = { [defaultLanguage]: "" };

/** One address in each language. */
export function addressesOf(addressIn: (language: Language) => string): Addresses {
  return Object.fromEntries(languages.map((language) => [language, addressIn(language)])) as Addresses;
}

export function consultationAsJson(
  consultation: Consultation & RegisterEntry,
  { now, today, address, topicName }: { now: Date; today: string; address: Addresses; topicName: (topic: Topic) => Text },
): ConsultationJson {
  const { id, title, summary, publishedAt, opensAt, closesAt, decisionOn, places, audiences } = consultation;
  return {
    ...{ id, address, title: filled(title) ?? blank, summary: filled(summary) ?? blank, status: registerStatus(consultation, now, today) },
    publishedAt: publishedAt?.toISOString() ?? null,
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    ...{ decisionOn, languages: consultation.languages },
    topics: consultation.topics.map((topic) => ({ id: topic, name: topicName(topic) })),
    ...{ places, audiences },
  };
}
