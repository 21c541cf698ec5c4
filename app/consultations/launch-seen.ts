// What the system itself sees of a line of the launch gate, in words.
import type { Words } from "#app/shared/words.ts";
import { languageNamed } from "#app/shared/languages.ts";
import { durationInDays, incompleteOf, shortestOf, type LaunchFacts, type LineName } from "./launch-gate.ts";
import { closesOn } from "./life.ts";
import { electionAt } from "./pre-election.ts";

export function seenOf(line: LineName, facts: LaunchFacts, words: Words): string[] {
  const { t, date, number } = words;
  const { consultation, documents, shares, elections, profile } = facts;
  const last = closesOn(consultation);
  const days = durationInDays(consultation);
  switch (line) {
    case "formative":
      return [
        ...(consultation.decisionOn ? [t("launch:seen.decision", { date: date(consultation.decisionOn) })] : []),
        ...(last ? [t("launch:seen.closes", { date: date(last) })] : []),
        t("launch:seen.open", { count: consultation.openToChange.length, number: number(consultation.openToChange.length) }),
      ];
    case "information":
      return [t("launch:seen.documents", { count: documents, number: number(documents) })];
    case "time": {
      const least = shortestOf(facts);
      return [
        ...(days === null ? [] : [t("launch:seen.days", { count: days, number: number(days) })]),
        ...(profile === null ? [] : [t("launch:seen.profile", { profile: t(`launch:profile.${profile}`), count: least, number: number(least) })]),
        ...(profile !== null && days !== null && days < least && facts.shorterTimeReason ? [t("launch:seen.reason")] : []),
      ];
    }
    case "conscientious":
      return [t("launch:seen.report")];
    case "election": {
      const near = consultation.opensAt ? electionAt(consultation.opensAt, elections) : undefined;
      if (!near) return consultation.opensAt ? [t("launch:seen.no-election")] : [];
      return facts.electionReason ? [t("launch:seen.election-reason")] : [];
    }
    case "languages": {
      const incomplete = incompleteOf(shares, consultation.languages);
      const of = (language: (typeof shares)[number]) => ({ language: languageNamed(language.language, words.language), said: number(language.said), all: number(language.all) });
      return [
        ...shares.filter((share) => consultation.languages.includes(share.language) && !incomplete.includes(share)).map((share) => t("launch:seen.translated", of(share))),
        ...incomplete.filter(({ language }) => consultation.partialLanguages.includes(language)).map((share) => t("launch:seen.partly", of(share))),
        ...consultation.blockedLanguages.map((language) => t("launch:seen.blocked", { language: languageNamed(language, words.language) })),
      ];
    }
    case "other-way":
      return facts.asksResidents ? [] : [t("launch:seen.no-residents")];
  }
}
