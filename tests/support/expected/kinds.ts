// Who opens the addresses, and what of a kind they all give: pages, forms, what is one's own or an officer's.

/**
 * A stranger; a resident who has begun to answer, and a respondent who has sent; two who have no office and two who do, all
 * of one partnership; and the administrator of another partnership.
 */
export const visitors = [
  ...(["stranger", "resident", "respondent", "representative", "clerk"] as const),
  ...(["analyst", "administrator", "outsider"] as const),
] as const;
export type Who = (typeof visitors)[number];

/** A status, or where one is sent to: a path of the table, or to sign in and then come back. */
type Answer = number | "sign in" | `/${string}`;
export type Answers = Answer | (Partial<Record<Who, Answer>> & { others: Answer });
/** What opening the address gives, and what posting a form to it in which nothing is filled in. */
export type Expected = { open: Answers; post: Answers };

export const page: Expected = { open: 200, post: 405 };
export const missing: Expected = { open: 404, post: 404 };
export const officers = { analyst: 200, administrator: 200 } as const;
export const noOfficers = { representative: 403, clerk: 403, outsider: 403 } as const;
export const office: Expected = { open: { ...officers, ...noOfficers, others: "sign in" }, post: 405 };

/** For those who keep bodies, networks, meetings and decisions; of our visitors the administrator does. */
export const partnershipOffice: Expected = { open: { ...noOfficers, analyst: 403, administrator: 200, others: "sign in" }, post: 405 };
export const administrators: Expected = { open: { ...noOfficers, analyst: 403, administrator: 200, others: "sign in" }, post: 405 };
/** A form for administrators alone, and what they get who fill nothing in. */
export const form = (status: number): Expected => ({ ...administrators, post: postedByAdministrators(status) });
/** The same where officers may look. */
export const formSeen = (status: number): Expected => ({ ...office, post: postedByAdministrators(status) });
export const settings = form(422);
/** Where an administrator finds nothing either. */
export const nothingThere: Expected = { open: { ...noOfficers, analyst: 403, administrator: 404, others: "sign in" }, post: postedByAdministrators(404) };

/** For the returning officer or scrutineers of one election, of whom none visits: `posted` is 405 where nothing is posted. */
export const forItsOfficers = (posted: 403 | 405): Expected => ({
  open: { ...noOfficers, analyst: 403, administrator: 403, others: "sign in" },
  post: posted === 405 ? 405 : postedByAdministrators(403),
});

export const visitingStrangers = { stranger: "sign in", resident: "sign in", respondent: "sign in" } as const;
export const postingStrangers = { stranger: 401, resident: 401, respondent: 401 } as const;
/** One's own: for everybody who is signed in. */
export const account = { open: { ...visitingStrangers, others: 200 }, post: { ...postingStrangers, others: 422 } } satisfies Expected;

export function postedByAdministrators(status: number): Answers {
  return { ...noOfficers, analyst: 403, administrator: status, others: 401 };
}

export const consultationUrl = "/:partnership/consultations/:consultation";
export const respondUrl = `${consultationUrl}/respond`;
export const officeUrl = "/:partnership/office/consultations/:consultation";
