// As whom somebody responds: for themselves, or for one of the bodies whose voice is weighed as theirs.

export const respondentTypes = [
  "individual",
  "organisation",
  "parish_or_town_council",
  "elected_member",
  "mp",
  "partner_agency",
  "business",
  "other",
] as const;
export type RespondentType = (typeof respondentTypes)[number];
