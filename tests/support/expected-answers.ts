// What every URL of the table gives to everybody: the addresses, and who gets a page, is sent elsewhere or is refused.

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
type Expected = { open: Answers; post: Answers };

const page: Expected = { open: 200, post: 405 };
const missing: Expected = { open: 404, post: 404 };
const officers = { analyst: 200, administrator: 200 } as const;
const noOfficers = { representative: 403, clerk: 403, outsider: 403 } as const;
export const office: Expected = { open: { ...officers, ...noOfficers, others: "sign in" }, post: 405 };

/** For those who keep bodies, networks, meetings and decisions; of our visitors the administrator does. */
export const partnershipOffice: Expected = { open: { ...noOfficers, analyst: 403, administrator: 200, others: "sign in" }, post: 405 };
const administrators: Expected = { open: { ...noOfficers, analyst: 403, administrator: 200, others: "sign in" }, post: 405 };
/** A form for administrators alone, and what they get who fill nothing in. */
const form = (status: number): Expected => ({ ...administrators, post: postedByAdministrators(status) });
/** The same where officers may look. */
const formSeen = (status: number): Expected => ({ ...office, post: postedByAdministrators(status) });
const settings = form(422);
/** Where an administrator finds nothing either. */
const nothingThere: Expected = { open: { ...noOfficers, analyst: 403, administrator: 404, others: "sign in" }, post: postedByAdministrators(404) };

const visitingStrangers = { stranger: "sign in", resident: "sign in", respondent: "sign in" } as const;
const postingStrangers = { stranger: 401, resident: 401, respondent: 401 } as const;
/** One's own: for everybody who is signed in. */
const account = { open: { ...visitingStrangers, others: 200 }, post: { ...postingStrangers, others: 422 } } satisfies Expected;

function postedByAdministrators(status: number): Answers {
  return { ...noOfficers, analyst: 403, administrator: status, others: 401 };
}

export const consultationUrl = "/:partnership/consultations/:consultation";
export const respondUrl = `${consultationUrl}/respond`;
export const officeUrl = "/:partnership/office/consultations/:consultation";
const crossTabulationUrl = `${officeUrl}/results/cross-tabulation` as const;
const tableAskedFor: Expected = { open: { ...noOfficers, analyst: crossTabulationUrl, administrator: crossTabulationUrl, others: "sign in" }, post: 405 };

/** Pages of a draft: whoever has none is sent to where one begins, whoever has sent it to the receipt. */
const ofDraft = { resident: 200, respondent: `${respondUrl}/sent`, others: respondUrl } as const;
/** Pages of a response: whoever has not sent is led to sending, whoever has nothing to their reference. */
const ofResponse = { resident: `${respondUrl}/check-answers`, respondent: 200, others: "/:partnership/responses" } as const;

/** For those who sit in the partnership, which none of our visitors does. */
const members: Expected = { open: { ...visitingStrangers, others: 403 }, post: { ...postingStrangers, others: 403 } };
const missingPage: Expected = { open: 404, post: 405 };

export const expected: Record<string, Expected> = {
  "/": page,
  "/accessibility": page,
  "/privacy": page,
  "/how-we-work": page,
  "/language/:language": { open: "/cy", post: 405 },
  "/sign-in": {
    open: { stranger: 200, resident: 200, respondent: 200, others: "/" },
    post: { stranger: 422, resident: 422, respondent: 422, others: "/" },
  },
  "/sign-in/code": { open: 200, post: 422 },
  "/sign-in/link": { open: 410, post: 410 },
  // Where no provider is set there is none.
  "/sign-in/provider": { open: 404, post: 405 },
  "/sign-in/provider/return": { open: 404, post: 405 },
  "/sign-in/passkey": { open: 200, post: 422 },
  // Whoever is signed in has given their second factor already.
  "/sign-in/second-step": {
    open: { stranger: "/sign-in", resident: "/sign-in", respondent: "/sign-in", others: "/" },
    post: { stranger: "/sign-in", resident: "/sign-in", respondent: "/sign-in", others: "/" },
  },
  "/account": { ...account, post: 405 },
  "/account/details": account,
  "/account/email": account,
  "/account/email/confirm": { open: 410, post: 410 },
  "/account/sessions": { open: account.open, post: { ...postingStrangers, others: "/account/sessions?done=over" } },
  "/account/passkeys": account,
  "/account/password": account,
  "/account/authenticator": account,
  // Without a second factor there is nothing that recovery codes could stand in for.
  "/account/recovery-codes": { open: { ...visitingStrangers, others: "/account" }, post: { ...postingStrangers, others: "/account" } },
  "/sign-out": { open: 200, post: "/sign-out" },
  "/sign-out/provider": { open: 404, post: 405 },
  "/demonstration/people": missing,
  "/demonstration/outbox": { open: 404, post: 405 },
  "/demonstration/outbox/:letter": { open: 404, post: 405 },
  "/:partnership": page,
  "/:partnership/how-we-work": page,
  "/:partnership/glossary": page,
  "/:partnership/people.json": page,
  "/:partnership/bodies/:body": page,
  // Nobody of our visitors sits on a body.
  "/:partnership/my-seats/equality": { open: { ...visitingStrangers, others: 403 }, post: { ...postingStrangers, others: 403 } },
  "/:partnership/bodies/:body/meetings.ics": page,
  "/:partnership/meetings": page,
  "/:partnership/meetings.ics": page,
  "/:partnership/meetings/:meeting": page,
  "/:partnership/meetings/:meeting/calendar.ics": page,
  "/:partnership/meetings/:meeting/pack": page,
  "/:partnership/meetings/:meeting/pack.zip": page,
  "/:partnership/meetings/:meeting/papers/:paper": page,
  "/:partnership/meetings/:meeting/papers/:paper/file": page,
  "/:partnership/meetings/:meeting/minutes": missingPage,
  "/:partnership/meetings/:meeting/papers/:paper/comments": members,
  "/:partnership/meetings/:meeting/attend": members,
  "/:partnership/meetings/:meeting/report-back": members,
  "/:partnership/my-seats": { open: account.open, post: 405 },
  "/:partnership/consultations": page,
  "/:partnership/consultations.atom": page,
  "/:partnership/consultations.json": page,
  [consultationUrl]: page,
  [`${consultationUrl}/results`]: page,
  [`${consultationUrl}/results.csv`]: page,
  [`${consultationUrl}/results.xlsx`]: page,
  [`${consultationUrl}/results.json`]: page,
  [`${consultationUrl}/documents/:document`]: page,
  // It is open, so that nothing has become of it yet.
  [`${consultationUrl}/outcome`]: { open: 404, post: 405 },
  [`${consultationUrl}/follow`]: { open: 200, post: 422 },
  "/:partnership/following": { open: 410, post: 410 },
  // Who has sent from this device is asked whether to begin again.
  [respondUrl]: { open: 200, post: { respondent: respondUrl, others: `${respondUrl}/questions/:page` } },
  // What is posted is kept whoever posts it: where there is no draft one begins, and after sending it is a change.
  [`${respondUrl}/questions/:page`]: { open: ofDraft, post: `${respondUrl}/about-you` },
  [`${respondUrl}/about-you/:page?`]: {
    open: ofDraft,
    post: { resident: 422, respondent: 422, others: `${respondUrl}/about-you?errors` },
  },
  [`${respondUrl}/permission/:page?`]: {
    open: ofDraft,
    post: { resident: 422, respondent: 422, others: `${respondUrl}/permission?errors` },
  },
  [`${respondUrl}/check-answers`]: {
    open: { ...ofDraft, resident: 422 },
    post: { ...ofDraft, resident: 422 },
  },
  [`${respondUrl}/equality`]: { open: ofResponse, post: { ...ofResponse, respondent: 422 } },
  [`${respondUrl}/equality/questions/:page`]: {
    open: ofResponse,
    post: { ...ofResponse, respondent: `${respondUrl}/equality/questions/ethnic-group` },
  },
  [`${respondUrl}/sent`]: { open: ofResponse, post: { ...ofResponse, respondent: 422 } },
  // The questions of every draft are those asked now, so that whoever has one goes on.
  [`${respondUrl}/changed-questions`]: { open: { ...ofDraft, resident: `${respondUrl}/questions/:page` }, post: { ...ofDraft, resident: `${respondUrl}/questions/:page` } },
  [`${respondUrl}/save`]: { open: ofDraft, post: { ...ofDraft, resident: 422 } },
  [`${respondUrl}/return`]: { open: 200, post: "/:partnership/responses" },
  "/:partnership/responses": { open: 200, post: 422 },
  "/:partnership/responses/lost": { open: 200, post: 422 },
  "/:partnership/responses/mine": { open: ofResponse, post: { ...ofResponse, respondent: "/:partnership/responses/mine" } },
  "/:partnership/files/:file": page,
  "/:partnership/office": office,
  "/:partnership/decisions": page,
  "/:partnership/decisions.atom": page,
  "/:partnership/decisions/follow": { open: 200, post: 422 },
  "/:partnership/decisions/following": { open: 410, post: 410 },
  "/:partnership/decisions/mine": { ...account, post: 405 },
  // A draft is seen by those who sit somewhere, and by whoever keeps decisions.
  "/:partnership/decisions/:decision": { ...missing, post: 405 },
  "/:partnership/decisions/:decision/take-part": {
    open: { ...visitingStrangers, administrator: 200, others: 404 },
    post: { ...postingStrangers, others: 400 },
  },
  "/:partnership/office/partnership": partnershipOffice,
  "/:partnership/office/meetings": partnershipOffice,
  "/:partnership/office/meetings/plan": { ...partnershipOffice, post: { ...noOfficers, analyst: 403, administrator: "/:partnership/office/meetings/plan", others: 401 } },
  "/:partnership/office/meetings/days": settings,
  "/:partnership/office/meetings/attendance": partnershipOffice,
  "/:partnership/office/meetings/:meeting": form(400),
  "/:partnership/office/meetings/:meeting/details": settings,
  "/:partnership/office/meetings/:meeting/cancel": settings,
  "/:partnership/office/meetings/:meeting/agenda": form(400),
  "/:partnership/office/meetings/:meeting/attendance": form(400),
  "/:partnership/office/meetings/:meeting/minutes": form(400),
  "/:partnership/office/meetings/:meeting/agenda/:item": form(409),
  // A paper that went out stays as it is.
  "/:partnership/office/meetings/:meeting/agenda/:item/papers/:paper": { ...partnershipOffice, post: { ...noOfficers, analyst: 403, administrator: "/:partnership/office/meetings/:meeting/agenda?over", others: 401 } },
  "/:partnership/networks/:network": page,
  "/:partnership/networks/:network/join": { open: 200, post: 422 },
  "/:partnership/networks/:network/application": { open: 410, post: 410 },
  "/:partnership/networks/:network/confirm": { open: 410, post: 410 },
  "/:partnership/office/networks": settings,
  "/:partnership/office/networks/:network": partnershipOffice,
  "/:partnership/office/networks/:network/rules": settings,
  "/:partnership/office/networks/:network/parts/:part": settings,
  "/:partnership/office/networks/:network/members": partnershipOffice,
  "/:partnership/office/networks/:network/members/:member": settings,
  "/:partnership/office/networks/:network/applications/:application": form(400),
  // Nobody is ticked, so that nobody was asked.
  "/:partnership/office/networks/:network/post": { ...administrators, post: { ...noOfficers, analyst: 403, administrator: "/:partnership/office/networks/:network/post?asked=0", others: 401 } },
  "/:partnership/office/networks/:network/roll": settings,
  "/:partnership/office/networks/:network/roll.csv": partnershipOffice,
  "/:partnership/office/decisions": partnershipOffice,
  "/:partnership/office/decisions/:decision": form(400),
  "/:partnership/office/decisions/:decision/texts": settings,
  // No vote is open.
  "/:partnership/office/decisions/:decision/votes": {
    open: { ...noOfficers, analyst: 403, administrator: "/:partnership/office/decisions/:decision", others: "sign in" },
    post: { ...noOfficers, analyst: 403, administrator: "/:partnership/office/decisions/:decision?done=saved", others: 401 },
  },
  "/:partnership/office/decisions/:decision/notices": partnershipOffice,
  "/:partnership/office/delegations": partnershipOffice,
  "/:partnership/office/delegations/:delegation": settings,
  "/:partnership/office/safeguards": partnershipOffice,
  "/:partnership/office/safeguards/:body": settings,
  "/:partnership/office/disputes": partnershipOffice,
  "/:partnership/office/disputes/:dispute": settings,
  "/:partnership/office/organisations": partnershipOffice,
  "/:partnership/office/organisations/contributions.csv": partnershipOffice,
  "/:partnership/office/organisations/:organisation": form(400),
  "/:partnership/office/organisations/:organisation/details": settings,
  "/:partnership/office/organisations/:organisation/contacts/:contact": settings,
  "/:partnership/office/organisations/:organisation/obligations/:obligation": settings,
  "/:partnership/office/structure": partnershipOffice,
  "/:partnership/office/bodies": partnershipOffice,
  "/:partnership/office/bodies/:body": form(400),
  "/:partnership/office/bodies/:body/details": settings,
  "/:partnership/office/bodies/:body/seats": form(400),
  "/:partnership/office/bodies/:body/seats/:line": nothingThere,
  "/:partnership/office/bodies/:body/past": partnershipOffice,
  "/:partnership/office/bodies/:body/chairs": form(400),
  "/:partnership/office/bodies/:body/members": form(400),
  "/:partnership/office/standing": settings,
  "/:partnership/office/standing/contacts/:contact": settings,
  "/:partnership/office/bodies/:body/contacts/:contact": settings,
  "/:partnership/office/bodies/:body/appointments/:appointment": nothingThere,
  "/:partnership/office/bodies/:body/appointments/:appointment/details": nothingThere,
  "/:partnership/office/health": administrators,
  "/:partnership/office/audit": form(400),
  "/:partnership/office/audit.csv": administrators,
  "/:partnership/office/privacy": administrators,
  "/:partnership/office/privacy/find": settings,
  "/:partnership/office/privacy/requests/:request": form(400),
  "/:partnership/office/privacy/requests/:request/copy.zip": administrators,
  "/:partnership/office/privacy/requests/:request/correct/:thing": settings,
  "/:partnership/office/privacy/requests/:request/erase": settings,
  "/:partnership/office/privacy/retention": administrators,
  "/:partnership/office/privacy/retention/:consultation": form(400),
  "/:partnership/office/letters": form(400),
  "/:partnership/office/people": administrators,
  "/:partnership/office/people/invitations": form(400),
  "/:partnership/office/people/invitations/new": settings,
  "/:partnership/office/people/roles": administrators,
  "/:partnership/office/stakeholders": settings,
  "/:partnership/office/stakeholders/bounces": settings,
  // Everybody is on no list of their own, so that nothing is added to it.
  "/:partnership/office/stakeholders/lists/:list": form(400),
  "/:partnership/office/stakeholders/lists/:list/add": nothingThere,
  "/:partnership/office/stakeholders/lists/:list/stakeholders.csv": administrators,
  "/:partnership/office/stakeholders/people/:person": nothingThere,
  "/:partnership/invitation": { open: 410, post: 410 },
  "/:partnership/office/people/:person": form(400),
  "/:partnership/office/people/:person/provider": nothingThere,
  "/:partnership/office/people/:person/sign-in": form(400),
  "/:partnership/office/settings": administrators,
  "/:partnership/office/settings/name": settings,
  "/:partnership/office/settings/look": settings,
  "/:partnership/office/settings/logo": settings,
  "/:partnership/office/settings/sender": settings,
  "/:partnership/office/settings/domain": settings,
  "/:partnership/sender": { open: 410, post: 410 },
  "/:partnership/office/consultations/new": settings,
  [officeUrl]: office,
  // The consultation is open, so it can be paused; why is asked.
  [`${officeUrl}/steps/:deed`]: settings,
  // Not in review: nothing is signed.
  [`${officeUrl}/launch`]: formSeen(400),
  [`${officeUrl}/launch/settings`]: settings,
  [`${officeUrl}/errata`]: settings,
  // An analyst neither writes questions nor lets them be asked; without a new version there is nothing to publish or give up.
  [`${officeUrl}/version`]: form(400),
  [`${officeUrl}/version/:step`]: {
    open: { ...noOfficers, analyst: 403, administrator: `${officeUrl}/version`, others: "sign in" },
    post: { ...noOfficers, analyst: 403, administrator: `${officeUrl}/version`, others: 401 },
  },
  "/:partnership/office/elections": formSeen(422),
  [`${officeUrl}/counts`]: office,
  [`${officeUrl}/texts`]: office,
  [`${officeUrl}/register`]: formSeen(422),
  [`${officeUrl}/notices`]: formSeen(400),
  [`${consultationUrl}/notices`]: page,
  "/:partnership/office/notices": form(400),
  [`${officeUrl}/events`]: formSeen(400),
  [`${officeUrl}/events/:event`]: settings,
  [`${officeUrl}/events/:event/attendance`]: settings,
  [`${consultationUrl}/events/:event/calendar.ics`]: page,
  [`${officeUrl}/documents`]: formSeen(400),
  // What is typed about it already stands there: nothing filled in takes the title away.
  [`${officeUrl}/documents/:document`]: settings,
  [`${officeUrl}/documents/:document/file`]: office,
  // That consultation is open: what its editors post is refused with what they typed.
  [`${officeUrl}/texts/:part`]: settings,
  [`${officeUrl}/texts/points/:list`]: form(400),
  [`${officeUrl}/preview`]: office,
  [`${officeUrl}/preview/:kind/:page?`]: {
    open: office.open,
    post: { ...noOfficers, analyst: `${officeUrl}/preview/questions/:page?in=en`, administrator: `${officeUrl}/preview/questions/:page?in=en`, others: 401 },
  },
  "/:partnership/office/consultations/import": settings,
  [`${officeUrl}/form`]: form(400),
  [`${officeUrl}/form.json`]: administrators,
  [`${officeUrl}/form/edits`]: administrators,
  [`${officeUrl}/form/languages`]: form(422),
  [`${officeUrl}/form/reuse`]: administrators,
  [`${officeUrl}/form/reuse/:from`]: form(400),
  // People have read this form, so that nothing is added to it any more.
  [`${officeUrl}/form/new-section`]: form(409),
  [`${officeUrl}/form/sections/:section`]: form(400),
  [`${officeUrl}/form/new-question`]: form(400),
  [`${officeUrl}/form/questions/:question`]: form(400),
  [`${officeUrl}/form/conditions/:part`]: form(400),
  [`${officeUrl}/form/pictures/:part`]: form(400),
  [`${officeUrl}/trial`]: { open: office.open, post: { ...officers, ...noOfficers, others: 401 } },
  [`${officeUrl}/results`]: office,
  [crossTabulationUrl]: office,
  // A table that nobody asked for is none: the page asks for what.
  [`${crossTabulationUrl}.csv`]: tableAskedFor,
  [`${crossTabulationUrl}.xlsx`]: tableAskedFor,
  [`${officeUrl}/results/:question`]: office,
  // No list is chosen, so that nobody is invited.
  [`${officeUrl}/invitations`]: form(400),
  [`${officeUrl}/invitations/post`]: form(400),
  [`${officeUrl}/invitations/post.csv`]: administrators,
  [`${officeUrl}/invitations/:mailing`]: settings,
  [`${officeUrl}/invitations/:mailing/preview`]: {
    ...administrators,
    post: { ...noOfficers, analyst: 403, administrator: `${officeUrl}/invitations/:mailing/preview?in=en&tested`, others: 401 },
  },
  [`${officeUrl}/invitations/:mailing/people`]: administrators,
  "/:partnership/unsubscribe": { open: 410, post: 410 },
  [`${officeUrl}/reach`]: office,
  [`${officeUrl}/reach/:reach/:line`]: settings,
  [`${officeUrl}/progress`]: office,
  [`${officeUrl}/flags`]: office,
  // Nothing is decided that was not asked about.
  [`${officeUrl}/flags/:flag`]: { ...office, post: { ...noOfficers, ...{ analyst: 400, administrator: 400 }, others: 401 } },
  [`${officeUrl}/responses/:response`]: { ...office, post: { ...noOfficers, ...{ analyst: 400, administrator: 400 }, others: 401 } },
  [`${officeUrl}/entries`]: office,
  [`${officeUrl}/entries/details/:entry?`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  // What the administrator is entering is nobody else's.
  [`${officeUrl}/entries/sections/:entry/:section`]: {
    open: { ...noOfficers, analyst: 404, administrator: 200, others: "sign in" },
    post: { ...noOfficers, analyst: 404, administrator: `${officeUrl}/entries/check/:entry`, others: 401 },
  },
  [`${officeUrl}/entries/check/:entry`]: {
    open: { ...noOfficers, analyst: 404, administrator: 200, others: "sign in" },
    post: { ...noOfficers, analyst: 404, administrator: `${officeUrl}/entries/details/:entry?check`, others: 401 },
  },
  [`${officeUrl}/entries/again`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  [`${officeUrl}/entries/again/:response`]: {
    open: { ...noOfficers, analyst: `${officeUrl}/entries/again`, administrator: `${officeUrl}/entries/again`, others: "sign in" },
    post: { ...noOfficers, analyst: `${officeUrl}/entries/again`, administrator: `${officeUrl}/entries/again`, others: 401 },
  },
  // What is raised by nobody or with nothing is not there; to all but the contacts neither is what was raised.
  [`${officeUrl}/safeguarding/raise`]: {
    open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" },
    post: { ...noOfficers, analyst: 404, administrator: 404, others: 401 },
  },
  "/:partnership/office/safeguarding": {
    open: { representative: 404, clerk: 404, outsider: 404, analyst: 404, administrator: 404, others: "sign in" },
    post: 405,
  },
  "/:partnership/office/safeguarding/contacts": settings,
  "/:partnership/office/safeguarding/cases/:case": {
    open: { representative: 404, clerk: 404, outsider: 404, analyst: 404, administrator: 404, others: "sign in" },
    post: { representative: 404, clerk: 404, outsider: 404, analyst: 404, administrator: 404, others: 401 },
  },
  [`${officeUrl}/files/:file`]: office,
  [`${officeUrl}/publication`]: { ...office, post: { ...noOfficers, analyst: 400, administrator: 400, others: 401 } },
  [`${officeUrl}/publication/preview`]: formSeen(422),
  [`${officeUrl}/responses.csv`]: office,
  [`${officeUrl}/responses.xlsx`]: office,
  // Names and addresses are the data controller's alone, who is none of those who walk here.
  [`${officeUrl}/contacts`]: { open: { ...noOfficers, analyst: 403, administrator: 403, others: "sign in" }, post: { ...noOfficers, analyst: 403, administrator: 403, others: 401 } },
  [`${officeUrl}/contacts/file`]: { open: { ...noOfficers, analyst: 403, administrator: 403, others: "sign in" }, post: 405 },
  [`${officeUrl}/outcome`]: { ...office, post: { ...noOfficers, analyst: 400, administrator: 400, others: 401 } },
  // All of it may wait, so that nothing filled in is nothing written yet.
  [`${officeUrl}/outcome/decision`]: {
    open: office.open,
    post: { ...noOfficers, analyst: `${officeUrl}/outcome?done=saved`, administrator: `${officeUrl}/outcome?done=saved`, others: 401 },
  },
  [`${officeUrl}/outcome/replies/:reply`]: { open: office.open, post: { ...noOfficers, analyst: 422, administrator: 422, others: 401 } },
  [`${officeUrl}/columns.csv`]: office,
  "*": missing,
};
