// Pairs of texts in a set that came in different ways and say the same: perhaps one person's, who sent it twice.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isChannel } from "#app/consultations/channel.ts";
import { excludeResponses } from "#app/consultations/exclusions.store.server.ts";
import { mayExcludeResponses, mayReadAnswers, takesEntries } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { officeResponsePath } from "#app/consultations/office-paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { decideCampaign, findPair, listPairs } from "../campaigns.store.server.ts";
import { campaignsPath, duplicatesPath } from "../paths.ts";
import { findLabels } from "../question-labels.server.ts";
import { findSet } from "../sets.store.server.ts";
import { MarkedText } from "../ui/marked-text.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles, signedIn } = await findForOffice(args, mayReadAnswers);
  const set = await findSet(db(), consultation, args.params.set);
  const after = new URL(args.request.url).searchParams.get("after");
  const page = await listPairs(db(), { setId: set.id, after });
  for (const { questionId, members } of page.pairs) {
    await recordAudit(db(), {
      ...{ partnershipId: partnership.id, personId: signedIn.personId },
      ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id },
      facts: { questionId, shown: members.length },
    });
  }
  const { t, number } = wordsFor(language);
  return {
    title: titleOf(t("campaigns:pairs.title", { set: number(set.number) }), language, partnership),
    ...{ partnership, consultation, set, isFirstPage: after === null },
    mayLeaveOut: mayExcludeResponses(roles) && takesEntries(consultation, now),
    labels: await findLabels(db(), consultation),
    ...page,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, roles, signedIn } = await findForOffice(args, mayReadAnswers);
  const set = await findSet(db(), consultation, args.params.set);
  const form = await readForm(args.request);
  const pair = await findPair(db(), { id: set.id, partnershipId: partnership.id }, form.get("pair"));
  const deciding = { personId: signedIn.personId, now };
  const responseId = form.get("leave-out");
  if (responseId !== null) {
    if (!mayExcludeResponses(roles) || !takesEntries(consultation, now)) throw forbidden();
    if (!pair.responseIds.includes(responseId)) throw badRequest();
  }
  await inTransaction(async (transaction) => {
    if (responseId !== null) await excludeResponses(transaction, consultation, [responseId], { ...deciding, reason: "duplicate" });
    await decideCampaign(transaction, consultation, { id: pair.id, setId: set.id }, { state: responseId === null ? "dismissed" : "confirmed", ...deciding });
  });
  return redirect(duplicatesPath(partnership, consultation, set));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DuplicatesPage() {
  const { partnership, consultation, set, pairs, nextAfter, isFirstPage, mayLeaveOut, labels } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = duplicatesPath(partnership, consultation, set);
  return (
    <>
      <BackLink to={campaignsPath(partnership, consultation, set)} text={t("campaigns:one.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("campaigns:pairs.title", { set: number(set.number) })}</PageHeading>
      <p className="govuk-body">{t("campaigns:pairs.lead")}</p>
      {pairs.length === 0 && <p className="govuk-body">{t("campaigns:pairs.none")}</p>}
      {pairs.map(({ id, questionId, members }) => (
        <div key={id}>
          <h2 className="govuk-heading-m">
            {labels[questionId] ? <InLanguage text={labels[questionId]} /> : questionId}
          </h2>
          <form method="post">
            <input type="hidden" name="pair" value={id} />
            {members.map((member) => (
              <div key={member.textId}>
                <h3 className="govuk-heading-s">
                  <PageLink to={officeResponsePath(partnership, consultation, member.responseId)}>{t("campaigns:members.response", { response: member.responseId })}</PageLink>
                  {isChannel(member.channel) && <span className="govuk-caption-m">{t(`consultations:channel.${member.channel}`)}</span>}
                </h3>
                <MarkedText text={member.text} language={member.language} additions={member.additions} />
                {member.isExcluded && <p className="govuk-body">{t("campaigns:pairs.is-out")}</p>}
                {mayLeaveOut && !member.isExcluded && (
                  <Button look="secondary" name="leave-out" value={member.responseId}>
                    {t("campaigns:pairs.leave-out")}
                    <span className="govuk-visually-hidden"> ({member.responseId})</span>
                  </Button>
                )}
              </div>
            ))}
            <Button look="secondary">
              {t("campaigns:pairs.keep")}
              <span className="govuk-visually-hidden"> ({members.map(({ responseId }) => responseId).join(", ")})</span>
            </Button>
          </form>
        </div>
      ))}
      <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
    </>
  );
}
