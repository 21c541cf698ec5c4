// An administrator words what all consultations of the partnership tell people, unless one has notices of its own.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noticesSettingsPath, settingsPath } from "#app/partnerships/paths.ts";
import { mayChangeSettings } from "#app/partnerships/policy.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { noticeKinds } from "../notice.ts";
import { addNotice, holdPartnership, listPartnershipNotices } from "../notices.store.server.ts";
import { problemsBeside, readPostedNotice } from "../posted-notice.server.ts";
import { NoticesEditor, NoticesNews, useNoticeErrors } from "../ui/notices-editor.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayChangeSettings);
  const notices = await Promise.all(noticeKinds.map(async (kind) => ({ kind, versions: await listPartnershipNotices(db(), partnership.id, kind) })));
  return {
    title: titleOf(wordsFor(args.context.language).t("prepare:notices.partnership-title"), args.context.language, partnership),
    ...{ partnership, notices, isSaved: new URL(args.request.url).searchParams.has("saved") },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayChangeSettings);
  const { personId } = signedIn;
  const posted = await readPostedNotice(args.request);
  const { kind, text } = posted;
  const problems = await inTransaction(async (transaction) => {
    await holdPartnership(transaction, partnership.id);
    const [latest] = await listPartnershipNotices(transaction, partnership.id, kind);
    const wrong = problemsBeside(posted, latest!);
    if (wrong.length > 0) return wrong;
    const noticeId = await addNotice(transaction, { partnershipId: partnership.id, consultationId: null, kind, text, personId, now: args.context.now });
    await recordAudit(transaction, {
      ...{ partnershipId: partnership.id, personId, action: "partnership.change-notice" },
      ...{ subjectKind: "partnership", subjectId: partnership.id, facts: { noticeId, notice: kind } },
    });
    return null;
  });
  if (problems) return data({ kind, text, problems }, { status: 422 });
  return redirect(`${noticesSettingsPath(partnership)}?saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PartnershipNoticesPage() {
  const { partnership, notices, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = useNoticeErrors(refused);
  const { t } = useWords();
  return (
    <>
      <BackLink to={settingsPath(partnership)} text={t("prepare:notices.to-settings")} />
      <NoticesNews errors={errors} isSaved={isSaved} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("prepare:notices.partnership-title")}</PageHeading>
      <p className="govuk-body">{t("prepare:notices.partnership-lead")}</p>
      <NoticesEditor {...{ notices, refused, errors }} mayWrite />
    </>
  );
}
