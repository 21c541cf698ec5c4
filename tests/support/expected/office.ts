// What the office of consultations gives to everybody.
import { officers, noOfficers, office, administrators, form, formSeen, settings, nothingThere, officeUrl, type Expected } from "./kinds.ts";

const crossTabulationUrl = `${officeUrl}/results/cross-tabulation` as const;
const tableAskedFor: Expected = { open: { ...noOfficers, analyst: crossTabulationUrl, administrator: crossTabulationUrl, others: "sign in" }, post: 405 };

const nothingAnalysed: Expected = {
  open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" },
  post: { ...noOfficers, analyst: 404, administrator: 404, others: 401 },
};

export const expectedOfOffice: Record<string, Expected> = {
  "/:partnership/office": office,
  "/:partnership/office/stakeholders": settings,
  "/:partnership/office/stakeholders/bounces": settings,
  // Everybody is on no list of their own, so that nothing is added to it.
  "/:partnership/office/stakeholders/lists/:list": form(400),
  "/:partnership/office/stakeholders/lists/:list/add": nothingThere,
  "/:partnership/office/stakeholders/lists/:list/stakeholders.csv": administrators,
  "/:partnership/office/stakeholders/people/:person": nothingThere,
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
  "/:partnership/office/days-of-voting": formSeen(422),
  [`${officeUrl}/counts`]: office,
  [`${officeUrl}/texts`]: office,
  [`${officeUrl}/register`]: formSeen(422),
  [`${officeUrl}/notices`]: formSeen(400),
  "/:partnership/office/notices": form(400),
  [`${officeUrl}/events`]: formSeen(400),
  [`${officeUrl}/events/:event`]: settings,
  [`${officeUrl}/events/:event/attendance`]: settings,
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
  [`${officeUrl}/reach`]: office,
  [`${officeUrl}/reach/:reach/:line`]: settings,
  // Nothing is frozen, so that there is no set, and none can be made.
  [`${officeUrl}/analysis`]: { ...office, post: { ...noOfficers, ...{ analyst: 403, administrator: 403 }, others: 401 } },
  [`${officeUrl}/analysis/moderation`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/moderation/:text`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: { ...noOfficers, analyst: 404, administrator: 404, others: 401 } },
  [`${officeUrl}/analysis/sets/:set/campaigns`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/sets/:set/campaigns/:campaign`]: nothingAnalysed,
  [`${officeUrl}/analysis/sets/:set/suggestions`]: nothingAnalysed,
  [`${officeUrl}/analysis/sets/:set/suggestions/:question/themes`]: nothingAnalysed,
  [`${officeUrl}/analysis/sets/:set/suggestions/:question/codes/:codeframe`]: nothingAnalysed,
  [`${officeUrl}/analysis/sets/:set/duplicates`]: nothingAnalysed,
  [`${officeUrl}/analysis/sets/:set`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/reading`]: office,
  [`${officeUrl}/analysis/second-looks`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/reading/:question`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/reading/:question/:text`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: { ...noOfficers, analyst: 404, administrator: 404, others: 401 } },
  [`${officeUrl}/analysis/reading/:question/:text/rest`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/reading/:question/:text/done`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: { ...noOfficers, analyst: 404, administrator: 404, others: 401 } },
  [`${officeUrl}/analysis/agreement`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/agreement/:codeframe`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/agreement/:codeframe/figures.csv`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/agreement/:codeframe/drift`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/differences`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/differences/:text`]: nothingAnalysed,
  [`${officeUrl}/analysis/work`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/work/coders`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/work/drawn/:handOut/texts.csv`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/work/hand-out`]: nothingAnalysed,
  [`${officeUrl}/analysis/work/sample`]: nothingAnalysed,
  [`${officeUrl}/analysis/work/coders/:coder`]: nothingAnalysed,
  [`${officeUrl}/analysis/sets/:set/tables`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/sets/:set/tables.csv`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/sets/:set/codes`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/sets/:set/codes.csv`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/sets/:set/represented`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/sets/:set/equality`]: { open: { ...noOfficers, analyst: 403, administrator: 403, others: "sign in" }, post: { ...noOfficers, analyst: 403, administrator: 403, others: 401 } },
  [`${officeUrl}/analysis/sets/:set/weights`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/margins`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  [`${officeUrl}/analysis/design`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  [`${officeUrl}/analysis/codeframes`]: office,
  // Nothing is moved that was not asked about.
  [`${officeUrl}/analysis/codeframes/:codeframe`]: { ...office, post: { ...noOfficers, ...{ analyst: 400, administrator: 400 }, others: 401 } },
  [`${officeUrl}/analysis/codeframes/:codeframe/details`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  [`${officeUrl}/analysis/codeframes/:codeframe/codes/:code`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  // What can be done with a code is done with one that is in use.
  [`${officeUrl}/analysis/codeframes/:codeframe/codes/:code/place`]: nothingAnalysed,
  [`${officeUrl}/analysis/codeframes/:codeframe/codes/:code/merge`]: nothingAnalysed,
  [`${officeUrl}/analysis/codeframes/:codeframe/codes/:code/split`]: nothingAnalysed,
  [`${officeUrl}/analysis/codeframes/:codeframe/codes/:code/sort`]: nothingAnalysed,
  [`${officeUrl}/analysis/codeframes/:codeframe/exchange`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  [`${officeUrl}/analysis/codeframes/:codeframe/files/:file`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/themes`]: office,
  [`${officeUrl}/analysis/codeframes/:codeframe/changes`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  [`${officeUrl}/analysis/codeframes/:codeframe/versions`]: { ...office, post: { ...noOfficers, ...{ analyst: 422, administrator: 422 }, others: 401 } },
  [`${officeUrl}/analysis/codeframes/:codeframe/versions/compare`]: { open: { ...noOfficers, analyst: `${officeUrl}/analysis/codeframes/:codeframe/versions`, administrator: `${officeUrl}/analysis/codeframes/:codeframe/versions`, others: "sign in" }, post: 405 },
  [`${officeUrl}/analysis/codeframes/:codeframe/versions/:version`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  // Nothing is analysed, so that there is nothing to report.
  [`${officeUrl}/report`]: { ...office, post: { ...noOfficers, ...{ analyst: 400, administrator: 400 }, others: 401 } },
  [`${officeUrl}/report/preview`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: { ...noOfficers, ...{ analyst: 403, administrator: 422 }, others: 401 } },
  [`${officeUrl}/report/sections/:section`]: nothingAnalysed,
  [`${officeUrl}/report/quotes/:question`]: nothingAnalysed,
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
  [`${officeUrl}/publication/responses`]: { ...office, post: { ...noOfficers, analyst: 400, administrator: 400, others: 401 } },
  // Nothing is proposed.
  [`${officeUrl}/publication/responses/preview`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: 405 },
  [`${officeUrl}/publication/responses/preview/:reference`]: { open: { ...noOfficers, analyst: 404, administrator: 404, others: "sign in" }, post: { ...noOfficers, analyst: 404, administrator: 404, others: 401 } },
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
};
