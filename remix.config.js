// THE TABLE: every URL of Folkmoot and the page that answers it.
// A language other than English stands in front of any of these (/cy/…, /ur/…): the server mounts the same table once a
// language (app/server.ts), so a page writes its links without one.

/** @param {import("@remix-run/dev/dist/config/routes.js").DefineRouteFunction} url */
function table(url) {
  url("/", "home/pages/front.tsx", { index: true });
  url("/accessibility", "home/pages/accessibility.tsx");
  url("/privacy", "home/pages/privacy.tsx");
  url("/how-we-work", "home/pages/how-we-work.tsx");
  url("/language/:language", "shell/pages/language.tsx");
  url("/sign-in", "people/pages/sign-in.tsx");
  url("/sign-in/code", "people/pages/sign-in-code.tsx");
  url("/sign-in/link", "people/pages/sign-in-link.tsx");
  url("/sign-in/provider", "people/pages/sign-in-provider.tsx");
  url("/sign-in/provider/return", "people/pages/sign-in-provider-return.tsx");
  url("/sign-in/passkey", "people/pages/sign-in-passkey.tsx");
  url("/sign-in/second-step", "people/pages/second-step.tsx");
  url("/sign-out", "people/pages/sign-out.tsx");
  url("/sign-out/provider", "people/pages/sign-out-provider.tsx");
  url("/account", "people/pages/account.tsx");
  url("/account/details", "people/pages/account-details.tsx");
  url("/account/email", "people/pages/account-email.tsx");
  url("/account/email/confirm", "people/pages/account-email-confirm.tsx");
  url("/account/password", "people/pages/account-password.tsx");
  url("/account/authenticator", "people/pages/account-authenticator.tsx");
  url("/account/passkeys", "people/pages/account-passkeys.tsx");
  url("/account/recovery-codes", "people/pages/account-recovery-codes.tsx");
  url("/account/sessions", "people/pages/account-sessions.tsx");
  url("/demonstration/people", "people/pages/demonstration-people.tsx");
  url("/demonstration/outbox", "people/pages/outbox.tsx");
  url("/demonstration/outbox/:letter", "people/pages/outbox-letter.tsx");
  url("/:partnership", "home/pages/partnership.tsx");
  url("/:partnership/consultations", "consultations/pages/list.tsx");
  url("/:partnership/consultations.atom", "consultations/pages/register-atom.tsx");
  url("/:partnership/consultations.json", "consultations/pages/register-json.tsx");
  url("/:partnership/consultations/:consultation", "consultations/pages/read.tsx");
  url("/:partnership/consultations/:consultation/documents/:document", "consultations/pages/document.tsx");
  url("/:partnership/consultations/:consultation/events/:event/calendar.ics", "consultations/pages/event-calendar.tsx");
  url("/:partnership/consultations/:consultation/notices", "consultations/pages/notices.tsx");
  url("/:partnership/consultations/:consultation/respond", "consultations/pages/respond.tsx");
  url("/:partnership/consultations/:consultation/respond/questions/:page", "consultations/pages/questions.tsx");
  url("/:partnership/consultations/:consultation/respond/about-you/:page?", "consultations/pages/about-you.tsx");
  url("/:partnership/consultations/:consultation/respond/permission/:page?", "consultations/pages/permission.tsx");
  url("/:partnership/consultations/:consultation/respond/check-answers", "consultations/pages/check-answers.tsx");
  url("/:partnership/consultations/:consultation/respond/equality", "consultations/pages/equality.tsx");
  url("/:partnership/consultations/:consultation/respond/equality/questions/:page", "consultations/pages/equality-questions.tsx");
  url("/:partnership/consultations/:consultation/respond/sent", "consultations/pages/sent.tsx");
  url("/:partnership/consultations/:consultation/respond/save", "consultations/pages/save.tsx");
  url("/:partnership/consultations/:consultation/outcome", "replies/pages/outcome.tsx");
  url("/:partnership/consultations/:consultation/follow", "replies/pages/follow.tsx");
  url("/:partnership/consultations/:consultation/respond/return", "consultations/pages/return.tsx");
  url("/:partnership/responses", "consultations/pages/responses.tsx");
  url("/:partnership/responses/lost", "consultations/pages/lost.tsx");
  url("/:partnership/responses/mine", "consultations/pages/mine.tsx");
  url("/:partnership/following", "replies/pages/following.tsx");
  url("/:partnership/files/:file", "files/pages/download.tsx");
  url("/:partnership/sender", "settings/pages/confirm-sender.tsx");
  url("/:partnership/invitation", "people/pages/accept-invitation.tsx");
  url("/:partnership/office", "consultations/pages/office.tsx");
  url("/:partnership/office/health", "home/pages/health.tsx");
  url("/:partnership/office/audit", "audit/pages/audit.tsx");
  url("/:partnership/office/audit.csv", "audit/pages/audit-csv.tsx");
  url("/:partnership/office/privacy", "privacy/pages/overview.tsx");
  url("/:partnership/office/privacy/find", "privacy/pages/find.tsx");
  url("/:partnership/office/privacy/requests/:request", "privacy/pages/request.tsx");
  url("/:partnership/office/privacy/requests/:request/copy.zip", "privacy/pages/request-copy.tsx");
  url("/:partnership/office/privacy/requests/:request/correct/:thing", "privacy/pages/correct.tsx");
  url("/:partnership/office/privacy/requests/:request/erase", "privacy/pages/erase.tsx");
  url("/:partnership/office/privacy/retention", "privacy/pages/retention.tsx");
  url("/:partnership/office/privacy/retention/:consultation", "privacy/pages/hold.tsx");
  url("/:partnership/office/letters", "people/pages/office-letters.tsx");
  url("/:partnership/office/people", "people/pages/office-people.tsx");
  url("/:partnership/office/people/invitations", "people/pages/office-invitations.tsx");
  url("/:partnership/office/people/invitations/new", "people/pages/invite.tsx");
  url("/:partnership/office/people/roles", "home/pages/role-duties.tsx");
  url("/:partnership/office/people/:person", "people/pages/office-person.tsx");
  url("/:partnership/office/people/:person/sign-in", "people/pages/office-person-sign-in.tsx");
  url("/:partnership/office/people/:person/provider", "people/pages/office-person-provider.tsx");
  url("/:partnership/office/consultations/new", "design/pages/new.tsx");
  url("/:partnership/office/consultations/import", "design/pages/import.tsx");
  url("/:partnership/office/consultations/:consultation", "consultations/pages/office-consultation.tsx");
  url("/:partnership/office/consultations/:consultation/texts", "consultations/pages/design-texts.tsx");
  url("/:partnership/office/consultations/:consultation/texts/:part", "consultations/pages/design-texts-part.tsx");
  url("/:partnership/office/consultations/:consultation/texts/points/:list", "consultations/pages/design-points.tsx");
  url("/:partnership/office/consultations/:consultation/register", "consultations/pages/design-register.tsx");
  url("/:partnership/office/consultations/:consultation/documents", "consultations/pages/design-documents.tsx");
  url("/:partnership/office/consultations/:consultation/documents/:document", "consultations/pages/design-document.tsx");
  url("/:partnership/office/consultations/:consultation/steps/:deed", "consultations/pages/step.tsx");
  url("/:partnership/office/consultations/:consultation/notices", "consultations/pages/design-notices.tsx");
  url("/:partnership/office/consultations/:consultation/events", "consultations/pages/design-events.tsx");
  url("/:partnership/office/consultations/:consultation/events/:event", "consultations/pages/design-event.tsx");
  url("/:partnership/office/consultations/:consultation/events/:event/attendance", "consultations/pages/event-attendance.tsx");
  url("/:partnership/office/consultations/:consultation/launch", "consultations/pages/launch.tsx");
  url("/:partnership/office/consultations/:consultation/launch/settings", "consultations/pages/launch-settings.tsx");
  url("/:partnership/office/consultations/:consultation/errata", "consultations/pages/errata.tsx");
  url("/:partnership/office/elections", "consultations/pages/elections.tsx");
  url("/:partnership/office/consultations/:consultation/counts", "consultations/pages/counts.tsx");
  url("/:partnership/office/consultations/:consultation/preview", "consultations/pages/preview.tsx");
  url("/:partnership/office/consultations/:consultation/preview/:kind/:page?", "consultations/pages/preview-page.tsx");
  url("/:partnership/office/consultations/:consultation/form", "design/pages/form.tsx");
  url("/:partnership/office/consultations/:consultation/form.json", "design/pages/form-json.tsx");
  url("/:partnership/office/consultations/:consultation/form/edits", "design/pages/edits.tsx");
  url("/:partnership/office/consultations/:consultation/form/languages", "design/pages/form-languages.tsx");
  url("/:partnership/office/consultations/:consultation/form/reuse", "design/pages/reuse.tsx");
  url("/:partnership/office/consultations/:consultation/form/reuse/:from", "design/pages/reuse-from.tsx");
  url("/:partnership/office/consultations/:consultation/form/new-section", "design/pages/new-section.tsx");
  url("/:partnership/office/consultations/:consultation/form/sections/:section", "design/pages/section.tsx");
  url("/:partnership/office/consultations/:consultation/form/new-question", "design/pages/new-question.tsx");
  url("/:partnership/office/consultations/:consultation/form/questions/:question", "design/pages/question.tsx");
  url("/:partnership/office/consultations/:consultation/form/conditions/:part", "design/pages/condition.tsx");
  url("/:partnership/office/consultations/:consultation/trial", "consultations/pages/trial.tsx");
  url("/:partnership/office/consultations/:consultation/results", "consultations/pages/results.tsx");
  url("/:partnership/office/consultations/:consultation/results/cross-tabulation", "consultations/pages/cross-tabulation.tsx");
  url("/:partnership/office/consultations/:consultation/results/:question", "consultations/pages/answers.tsx");
  url("/:partnership/office/consultations/:consultation/progress", "intake/pages/progress.tsx");
  url("/:partnership/office/consultations/:consultation/responses/:response", "intake/pages/response.tsx");
  url("/:partnership/office/consultations/:consultation/entries", "intake/pages/entries.tsx");
  url("/:partnership/office/consultations/:consultation/entries/details/:entry?", "intake/pages/entry-details.tsx");
  url("/:partnership/office/consultations/:consultation/entries/sections/:entry/:section", "intake/pages/entry-section.tsx");
  url("/:partnership/office/consultations/:consultation/entries/check/:entry", "intake/pages/entry-check.tsx");
  url("/:partnership/office/consultations/:consultation/entries/again", "intake/pages/again.tsx");
  url("/:partnership/office/consultations/:consultation/entries/again/:response", "intake/pages/differences.tsx");
  url("/:partnership/office/consultations/:consultation/safeguarding/raise", "safeguarding/pages/raise.tsx");
  url("/:partnership/office/safeguarding", "safeguarding/pages/cases.tsx");
  url("/:partnership/office/safeguarding/contacts", "safeguarding/pages/contacts.tsx");
  url("/:partnership/office/safeguarding/cases/:case", "safeguarding/pages/case.tsx");
  url("/:partnership/office/consultations/:consultation/files/:file", "consultations/pages/answer-file.tsx");
  url("/:partnership/office/consultations/:consultation/responses.csv", "consultations/pages/responses-csv.tsx");
  url("/:partnership/office/consultations/:consultation/columns.csv", "consultations/pages/columns-csv.tsx");
  url("/:partnership/office/consultations/:consultation/outcome", "replies/pages/office-outcome.tsx");
  url("/:partnership/office/consultations/:consultation/outcome/decision", "replies/pages/decision.tsx");
  url("/:partnership/office/consultations/:consultation/outcome/replies/:reply", "replies/pages/reply.tsx");
  url("/:partnership/office/notices", "consultations/pages/partnership-notices.tsx");
  url("/:partnership/office/settings", "settings/pages/overview.tsx");
  url("/:partnership/office/settings/name", "settings/pages/name.tsx");
  url("/:partnership/office/settings/look", "settings/pages/look.tsx");
  url("/:partnership/office/settings/logo", "settings/pages/logo.tsx");
  url("/:partnership/office/settings/sender", "settings/pages/sender.tsx");
  url("/:partnership/office/settings/domain", "settings/pages/domain.tsx");
  url("*", "shell/pages/missing.tsx");
}

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*"],
  serverModuleFormat: "esm",
  buildDirectory: process.env.FOLKMOOT_BUILD_DIR ?? "build",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  routes: (defineRoutes) => defineRoutes(table),
};
