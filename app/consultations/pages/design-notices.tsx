// The notices a consultation goes by, and a wording of its own where the partnership's does not fit.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { recordSupplement } from "../changes.store.server.ts";
import { noticeKinds } from "../notice.ts";
import { addNotice, listNotices, pinNotice } from "../notices.store.server.ts";
import { isSupplementable, mayDesign, maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { designNoticesPath, officeConsultationPath } from "../office-paths.ts";
import { problemsBeside, readPostedNotice, type NoticeProblem } from "../posted-notice.server.ts";
import { holdConsultation } from "../store.server.ts";
import { NoticesEditor, NoticesNews, useNoticeErrors } from "../ui/notices-editor.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const notices = await Promise.all(noticeKinds.map(async (kind) => ({ kind, versions: await listNotices(db(), consultation, kind) })));
  return {
    title: titleOf(words.t("prepare:notices.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, notices },
    isPublic: consultation.publishedAt !== null,
    mayWrite: mayDesign(roles) && isSupplementable(consultation, now),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const { now } = args.context;
  const { personId } = signedIn;
  const posted = await readPostedNotice(args.request);
  const { kind, text } = posted;
  const problems = await inTransaction(async (transaction): Promise<NoticeProblem[] | null> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    if (!isSupplementable(held, now)) return [{ input: `${kind}-en`, code: "over" }];
    const [latest] = await listNotices(transaction, held, kind);
    const wrong = problemsBeside(posted, latest);
    if (wrong.length > 0) return wrong;
    const noticeId = await addNotice(transaction, { partnershipId: partnership.id, consultationId: held.id, kind, text, personId, now });
    if (held.publishedAt !== null) await pinNotice(transaction, held, kind, noticeId);
    const name = textInAll(kind === "privacy" ? "consultations:privacy-notice.heading" : "consultations:disclosure.heading");
    await recordSupplement(transaction, held, { personId, now, kind: "notice-changed", name, facts: { noticeId, notice: kind } });
    return null;
  });
  if (problems) return data({ kind, text, problems }, { status: 422 });
  return redirect(`${designNoticesPath(partnership, consultation)}?saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignNoticesPage() {
  const { partnership, consultation, notices, isPublic, mayWrite, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = useNoticeErrors(refused);
  const { t } = useWords();
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("prepare:to-consultation")} />
      <NoticesNews errors={errors} isSaved={isSaved} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("prepare:notices.title")}</PageHeading>
      <p className="govuk-body">{t("prepare:notices.lead")}</p>
      {mayWrite ? isPublic && <InsetText>{t("prepare:shown-dated")}</InsetText> : <InsetText>{t("prepare:over")}</InsetText>}
      <NoticesEditor {...{ notices, refused, errors, mayWrite }} />
    </>
  );
}
