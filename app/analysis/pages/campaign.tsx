// One campaign: what its texts share, each text with what its author says besides, and what officers decide about it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayCode, mayReadAnswers } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { officeResponsePath } from "#app/consultations/office-paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longestName } from "../campaign.ts";
import { countThreeWays, decideCampaign, findCampaign, findExemplar, leaveOut, listMembers } from "../campaigns.store.server.ts";
import { campaignPath, campaignsPath, readingPath } from "../paths.ts";
import { findLabels } from "../question-labels.server.ts";
import { findSet } from "../sets.store.server.ts";
import { MarkedText } from "../ui/marked-text.tsx";
import { ThreeCountsList } from "../ui/three-counts.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, mayReadAnswers);
  const set = await findSet(db(), consultation, args.params.set);
  const campaign = await findCampaign(db(), { id: set.id, partnershipId: partnership.id }, args.params.campaign);
  const after = new URL(args.request.url).searchParams.get("after");
  const page = await listMembers(db(), { setId: set.id, campaignId: campaign.id, after });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id },
    facts: { questionId: campaign.questionId, shown: page.members.length },
  });
  const { t, number } = wordsFor(language);
  return {
    title: titleOf(campaign.title ?? t("campaigns:one.title-of", { set: number(set.number) }), language, partnership),
    ...{ partnership, consultation, set, campaign, after },
    exemplar: campaign.state === "confirmed" && mayCode(roles) ? await findExemplar(db(), campaign.id) : null,
    label: (await findLabels(db(), consultation))[campaign.questionId] ?? null,
    counts: await countThreeWays(db(), set.id, campaign.questionId),
    ...page,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayReadAnswers);
  const set = await findSet(db(), consultation, args.params.set);
  const campaign = await findCampaign(db(), { id: set.id, partnershipId: partnership.id }, args.params.campaign);
  const form = await readForm(args.request);
  const deciding = { personId: signedIn.personId, now };
  const { t, number } = wordsFor(language);
  const intent = form.get("intent");
  if (intent === "confirm") {
    const [title, organiser] = [line(form.get("title") ?? ""), line(form.get("organiser") ?? "")];
    const tooLong = (name: string) => (name.length > longestName ? t("campaigns:problem.too-long", { most: number(longestName) }) : undefined);
    const problems = { title: title === "" ? t("campaigns:problem.title-missing") : tooLong(title), organiser: tooLong(organiser) };
    if (problems.title ?? problems.organiser) return data({ title, organiser, problems }, { status: 422 });
    await inTransaction((transaction) => decideCampaign(transaction, consultation, { id: campaign.id, setId: set.id }, { state: "confirmed", title, organiser: organiser || null, ...deciding }));
  } else if (intent === "dismiss" || intent === "reopen") {
    await inTransaction((transaction) => decideCampaign(transaction, consultation, { id: campaign.id, setId: set.id }, { state: intent === "dismiss" ? "dismissed" : "found", ...deciding }));
  } else if (intent === "take-out" || intent === "put-back") {
    await inTransaction((transaction) => leaveOut(transaction, consultation, { campaignId: campaign.id, textId: form.get("text") ?? "" }, { isOut: intent === "take-out", ...deciding }));
  } else throw badRequest();
  const after = new URL(args.request.url).searchParams.get("after");
  return redirect(`${campaignPath(partnership, consultation, set, campaign)}${after && /^\w+$/.test(after) ? `?after=${after}` : ""}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CampaignPage() {
  const { partnership, consultation, set, campaign, exemplar, label, counts, members, nextAfter, after } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const here = campaignPath(partnership, consultation, set, campaign);
  const errors = (["title", "organiser"] as const).flatMap((name) => (refused?.problems[name] ? [{ href: `#${name}`, text: refused.problems[name] }] : []));
  return (
    <>
      <BackLink to={`${campaignsPath(partnership, consultation, set)}?state=${campaign.state}`} text={t("campaigns:one.back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{campaign.title === null ? t("campaigns:one.title", { set: number(set.number) }) : <bdi>{campaign.title}</bdi>}</PageHeading>
      <p className="govuk-body">{t("campaigns:one.texts", { texts: number(campaign.texts), set: number(set.number) })}</p>
      {label && (
        <p className="govuk-body">
          {t("campaigns:column.question")}: <InLanguage text={label} />
        </p>
      )}
      {campaign.decidedAt && <p className="govuk-body">{t("campaigns:one.decided", { state: t(`campaigns:state.${campaign.state}`), at: instant(campaign.decidedAt) })}</p>}
      <h2 className="govuk-heading-m">{t("campaigns:one.template")}</h2>
      <blockquote className="govuk-inset-text written-answer__words" lang={campaign.language} dir="auto">
        {campaign.template}
      </blockquote>
      {exemplar !== null && (
        <p className="govuk-body">
          {t("coding:campaign.once")}{" "}
          <PageLink to={`${readingPath(partnership, consultation, campaign.questionId, exemplar)}?set=${set.number}`}>{t("coding:campaign.code")}</PageLink>
        </p>
      )}
      <h2 className="govuk-heading-m">{t("campaigns:counts.heading")}</h2>
      <ThreeCountsList counts={counts} />
      <p className="govuk-body">{t("campaigns:counts.explained")}</p>
      <h2 className="govuk-heading-m">{t("campaigns:decide.heading")}</h2>
      {campaign.state !== "dismissed" && (
        <form method="post" noValidate>
          <TextField name="title" label={t("campaigns:decide.title")} hint={t("campaigns:decide.title-hint")} value={refused?.title ?? campaign.title ?? ""} error={refused?.problems.title} />
          <TextField name="organiser" label={t("campaigns:decide.organiser")} hint={t("campaigns:decide.organiser-hint")} value={refused?.organiser ?? campaign.organiser ?? ""} error={refused?.problems.organiser} />
          <Button name="intent" value="confirm">
            {campaign.state === "confirmed" ? t("campaigns:decide.save") : t("campaigns:decide.confirm")}
          </Button>
        </form>
      )}
      <form method="post">
        {campaign.state === "found" ? (
          <Button look="secondary" name="intent" value="dismiss">
            {t("campaigns:decide.dismiss")}
          </Button>
        ) : (
          <Button look="secondary" name="intent" value="reopen">
            {t("campaigns:decide.reopen")}
          </Button>
        )}
      </form>
      <h2 className="govuk-heading-m">{t("campaigns:members.heading")}</h2>
      <p className="govuk-body">{t("campaigns:members.lead")}</p>
      {members.map((member) => (
        <article className="written-answer" key={member.textId} aria-labelledby={`text-${member.textId}`}>
          <h3 className="govuk-heading-s" id={`text-${member.textId}`}>
            <PageLink to={officeResponsePath(partnership, consultation, member.responseId)}>{t("campaigns:members.response", { response: member.responseId })}</PageLink>
          </h3>
          <MarkedText text={member.text} language={member.language} additions={member.additions} />
          {member.isLeftOut && <p className="govuk-body">{t("campaigns:members.is-out")}</p>}
          <form method="post">
            <input type="hidden" name="text" value={member.textId} />
            <Button look="secondary" name="intent" value={member.isLeftOut ? "put-back" : "take-out"}>
              {member.isLeftOut ? t("campaigns:members.put-back") : t("campaigns:members.take-out")}
              <span className="govuk-visually-hidden"> ({member.responseId})</span>
            </Button>
          </form>
        </article>
      ))}
      <Pagination first={after === null ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
    </>
  );
}
