// What the public addresses of consultations give to everybody.
import { page, consultationUrl, respondUrl, type Expected } from "./kinds.ts";

/** Pages of a draft: whoever has none is sent to where one begins, whoever has sent it to the receipt. */
const ofDraft = { resident: 200, respondent: `${respondUrl}/sent`, others: respondUrl } as const;
/** Pages of a response: whoever has not sent is led to sending, whoever has nothing to their reference. */
const ofResponse = { resident: `${respondUrl}/check-answers`, respondent: 200, others: "/:partnership/responses" } as const;

export const expectedOfConsultations: Record<string, Expected> = {
  "/:partnership/consultations": page,
  "/:partnership/consultations.atom": page,
  "/:partnership/consultations.json": page,
  [consultationUrl]: page,
  [`${consultationUrl}/results`]: page,
  [`${consultationUrl}/results.csv`]: page,
  [`${consultationUrl}/results.xlsx`]: page,
  [`${consultationUrl}/results.json`]: page,
  // No responses of it were published.
  [`${consultationUrl}/responses`]: { open: 404, post: 405 },
  [`${consultationUrl}/responses.csv`]: { open: 404, post: 405 },
  [`${consultationUrl}/responses/:reference`]: { open: 404, post: 405 },
  // No report was published.
  [`${consultationUrl}/report`]: { open: 404, post: 405 },
  [`${consultationUrl}/report.docx`]: { open: 404, post: 405 },
  [`${consultationUrl}/report.zip`]: { open: 404, post: 405 },
  [`${consultationUrl}/report/versions/:version`]: { open: 404, post: 405 },
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
  "/:partnership/responses/mine/became": { open: ofResponse, post: 405 },
  "/:partnership/files/:file": page,
  [`${consultationUrl}/notices`]: page,
  [`${consultationUrl}/events/:event/calendar.ics`]: page,
  "/:partnership/unsubscribe": { open: 410, post: 410 },
};
