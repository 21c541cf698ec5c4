// The letter as one of those invited will read it, and a test letter of it to oneself.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { invitationsPath } from "#app/consultations/office-paths.ts";
import { consultationPath } from "#app/consultations/paths.ts";
import { senderOf } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { directionOf, isLanguage, languageNames, languages, type Language } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { notFound, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { languageOfLetter, mailingLetter, valuesFor } from "../letters.ts";
import { isMailingKind } from "../mailing.ts";
import { findMailing, listToPreview, type Mailing } from "../mailings.store.server.ts";
import { mailingPath, mailingPreviewPath } from "../paths.ts";
import { shownName } from "../stakeholder.ts";

async function findPreviewed(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await findForOffice(args, mayInvite);
  const kind = args.params.mailing;
  if (!isMailingKind(kind)) throw notFound();
  return { ...found, kind, mailing: await findMailing(db(), found.consultation, kind) };
}

type Previewed = Pick<ForOffice, "partnership" | "consultation" | "signedIn"> & { mailing: Mailing };
type Reader = { name: string; organisation: string; email: string };

/** The letter to one of those invited; where there is none yet, to oneself. */
function letterTo({ partnership, consultation, signedIn, mailing }: Previewed, reader: Reader | null, wanted: Language) {
  const words = wordsFor(languageOfLetter(mailing, wanted));
  const link = siteOfPartnership(partnership) + pathInLanguage(consultationPath(partnership, consultation), words.language);
  const to = reader ?? { ...signedIn, organisation: "" };
  return mailingLetter(words, to.email, mailing, valuesFor(words, to, { consultation, partnership, link }), { kind: mailing.kind, unsubscribeUrl: null });
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const found = await findPreviewed(args);
  const { partnership, consultation, signedIn, kind } = found;
  const query = new URL(args.request.url).searchParams;
  const people = await listToPreview(db(), consultation);
  const to = people.find(({ id }) => id === query.get("to")) ?? people[0] ?? null;
  if (to) await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "stakeholder.read", subjectKind: "stakeholder", subjectId: to.id });
  const asked = query.get("in");
  const wanted = isLanguage(asked) ? asked : (to?.language ?? language);
  const { subject, text, language: written } = letterTo(found, to, wanted);
  return {
    title: titleOf(wordsFor(language).t(`mailings:preview.${kind}`), language, partnership),
    ...{ partnership, consultation, kind, subject, text, written, wanted },
    to: { id: to?.id ?? "", name: to ? shownName(to) : signedIn.name, email: to?.email ?? signedIn.email },
    people: people.map((one) => ({ value: one.id, label: shownName(one) })),
    own: signedIn.email,
    done: query.has("saved") ? ("written" as const) : query.has("tested") ? ("tested" as const) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const found = await findPreviewed(args);
  const { partnership, consultation, signedIn, kind } = found;
  const form = await readForm(args.request);
  if (!(await isWithinLimit("test of a mailing", signedIn.personId, 20, 3600))) throw tooMany();
  const wanted = form.get("in");
  const people = await listToPreview(db(), consultation);
  const to = people.find(({ id }) => id === form.get("to")) ?? null;
  const language = isLanguage(wanted) ? wanted : args.context.language;
  const letter = letterTo(found, to, language);
  const subject = wordsFor(letter.language).t("mailings:letter.test", { subject: letter.subject });
  await inTransaction((transaction) => saveLetter(transaction, senderOf(partnership), { ...letter, to: signedIn.email, subject }));
  return redirect(`${mailingPreviewPath(partnership, consultation, kind, { ...(to && { to: to.id }), in: language })}&tested`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function MailingPreviewPage() {
  const { partnership, consultation, kind, subject, text, written, wanted, to, people, own, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={invitationsPath(partnership, consultation)} text={t("mailings:title")} />
      {done && <NotificationBanner kind="success">{t(`mailings:done.${done}`, { address: own })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(`mailings:preview.${kind}`)}</PageHeading>
      <form method="get" noValidate>
        {people.length > 0 && <Select name="to" label={t("mailings:preview.to")} hint={t("mailings:preview.to-hint")} value={to.id} options={people} />}
        <Select name="in" label={t("mailings:preview.in")} value={wanted} options={languages.map((one) => ({ value: one, label: languageNames[one] }))} />
        <Button look="secondary">{t("mailings:preview.show")}</Button>
      </form>
      <SummaryList
        rows={[
          { key: "to", label: t("mailings:preview.goes-to"), value: <bdi>{to.email}</bdi> },
          { key: "subject", label: t("mailings:input.subject"), value: <span lang={written} dir={directionOf(written)}>{subject}</span> },
        ]}
      />
      <div className="govuk-inset-text">
        <div className="plain-text" lang={written} dir={directionOf(written)}>{text}</div>
      </div>
      <form method="post" noValidate>
        <input type="hidden" name="to" value={to.id} />
        <input type="hidden" name="in" value={wanted} />
        <ButtonGroup>
          <Button>{t("mailings:preview.test", { address: own })}</Button>
          <ButtonLink look="secondary" to={mailingPath(partnership, consultation, kind)}>{t("mailings:preview.change")}</ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
