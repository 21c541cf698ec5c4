// Whether responses are published one by one: what may be, what is proposed, what is public; proposed by one officer and published by another.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findNewestSet } from "#app/analysis/sets.store.server.ts";
import { mayPublishResults, mayReadAnswers, maySeePublication } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { moderationPath, officeConsultationPath, publishResponsesPath } from "#app/consultations/office-paths.ts";
import { publishedResponsesPath } from "#app/consultations/paths.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { countModerated } from "#app/moderation/store.server.ts";
import { listNames } from "#app/people/store.server.ts";
import { readReason, type ReasonRefused } from "#app/publication/reason.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { extentOf, findAsked } from "../find.server.ts";
import { previewResponsesPath } from "../paths.ts";
import { countPermitted, countPublic } from "../public.store.server.ts";
import { mayPropose, mayPublish, offered, openKeys, readProposal, standing } from "../publication.ts";
import { drop, listPublications, propose, publish, takeBack } from "../publications.store.server.ts";
import { everything } from "../filter.ts";
import { HowMany } from "../ui/how-many.tsx";
import { Proposed } from "../ui/proposed.tsx";
import { ProposeForm } from "../ui/propose-form.tsx";
import { TakeBack } from "../ui/take-back.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, maySeePublication);
  const words = wordsFor(language);
  const search = new URL(args.request.url).searchParams;
  const set = await findNewestSet(db(), consultation);
  const { current, proposed } = standing(await listPublications(db(), consultation));
  const asked = await findAsked(db(), consultation, now);
  const counted = set && { ...(await countModerated(db(), consultation, set.id)), permitted: await countPermitted(db(), set.id) };
  const asksToTakeBack = current !== null && mayPublishResults(roles) && search.get("ask") === "take-back";
  const names = await listNames(db(), proposed ? [proposed.proposedById] : []);
  const labelsOf = (ids: readonly string[]) => asked.put.flatMap(({ id, label }) => (ids.includes(id) ? [label] : []));
  return {
    title: titleOf(words.t(asksToTakeBack ? "published-responses:take-back.title" : "published-responses:publish.title", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation: { id: consultation.id, title: consultation.title, languages: consultation.languages }, set: set?.number ?? null, counted, asksToTakeBack },
    current: current && { ...current, labels: labelsOf(current.questions), public: await countPublic(db(), await extentOf(db(), consultation, current, asked), everything) },
    proposed: proposed && { ...proposed, labels: labelsOf(proposed.questions), by: names.get(proposed.proposedById) ?? null },
    questions: offered(asked.questions).map(({ question, lines }) => {
      const keys = lines.map(({ key }) => key);
      return { id: question.id, number: question.number ?? null, label: question.label, isOpen: openKeys(keys, asked.results).length === keys.length };
    }),
    may: { read: mayReadAnswers(roles), propose: mayPropose(roles), publish: proposed !== null && mayPublish({ personId: signedIn.personId, roles }, proposed), takeBack: mayPublishResults(roles) },
    done: (["proposed", "published", "dropped", "taken-back", "late"] as const).find((one) => one === search.get("done")) ?? null,
  };
}

type Refused = { typed: [string, string][] | null; reason: ReasonRefused | null };

function refuse(refused: Refused) {
  return data(refused, { status: 422 });
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, maySeePublication);
  const form = await readForm(args.request);
  const by = { personId: signedIn.personId, now };
  const here = publishResponsesPath(partnership, consultation);
  const held = <Value,>(work: (transaction: Parameters<Parameters<typeof inTransaction>[0]>[0]) => Promise<Value>) =>
    inTransaction(async (transaction) => {
      await holdConsultation(transaction, partnership.id, consultation.id);
      return work(transaction);
    });
  switch (form.get("deed")) {
    case "propose": {
      if (!mayPropose(roles)) throw forbidden();
      const set = await findNewestSet(db(), consultation);
      if (!set) throw notFound();
      const proposal = readProposal(form, offered((await findAsked(db(), consultation, now)).questions));
      if (!proposal) return refuse({ typed: [...form], reason: null });
      await held((transaction) => propose(transaction, consultation, set.id, proposal, by));
      return redirect(`${here}?done=proposed`);
    }
    case "publish": {
      const { proposed } = standing(await listPublications(db(), consultation));
      if (proposed && !mayPublish({ personId: signedIn.personId, roles }, proposed)) throw forbidden();
      const isPublished = await held((transaction) => publish(transaction, consultation, form.get("proposal") ?? "", by));
      return redirect(`${here}?done=${isPublished ? "published" : "late"}`);
    }
    case "drop": {
      if (!mayPropose(roles) && !mayPublishResults(roles)) throw forbidden();
      const isDropped = await held((transaction) => drop(transaction, consultation, form.get("proposal") ?? "", by));
      return redirect(`${here}?done=${isDropped ? "dropped" : "late"}`);
    }
    case "take-back": {
      if (!mayPublishResults(roles)) throw forbidden();
      const reason = readReason(form, consultation.languages);
      if (!reason.ok) return refuse({ typed: null, reason: reason.problem });
      await held((transaction) => takeBack(transaction, consultation, reason.value, by));
      return redirect(`${here}?done=taken-back`);
    }
    default:
      throw badRequest();
  }
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PublishResponsesPage() {
  const { partnership, consultation, set, counted, asksToTakeBack, current, proposed, questions, may, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const here = publishResponsesPath(partnership, consultation);
  if (asksToTakeBack || refused?.reason) return <TakeBack backTo={here} languages={consultation.languages} refused={refused?.reason ?? null} />;
  const whoseError = refused?.typed ? t("published-responses:propose.whose-missing") : undefined;
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("office:results.back")} />
      <ErrorSummary errors={whoseError ? [{ href: "#whose", text: whoseError }] : []} />
      {done && <NotificationBanner {...(done === "late" ? {} : { kind: "success" })}>{t(`published-responses:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("published-responses:publish.heading")}</PageHeading>
      <p className="govuk-body">{t("published-responses:publish.lead")}</p>
      {current?.publishedAt ? (
        <>
          <p className="govuk-body">
            {t(`published-responses:publish.public.${current.whose}`, { at: instant(current.publishedAt), number: number(current.public), set: number(current.set) })}{" "}
            <PageLink to={publishedResponsesPath(partnership, consultation)}>{t("published-responses:publish.see")}</PageLink>
          </p>
          {may.takeBack && (
            <p className="govuk-body">
              <PageLink to={`${here}?ask=take-back`}>{t("published-responses:publish.take-back")}</PageLink>
            </p>
          )}
        </>
      ) : (
        <p className="govuk-body">{t("published-responses:publish.not-public")}</p>
      )}
      {set === null || !counted ? (
        <p className="govuk-body">{t("published-responses:publish.not-frozen")}</p>
      ) : (
        <>
          <HowMany set={set} counts={counted.counts} permitted={counted.permitted} />
          {may.read && (
            <p className="govuk-body">
              <PageLink to={moderationPath(partnership, consultation)}>{t("published-responses:publish.moderate")}</PageLink>
            </p>
          )}
          {(proposed ?? current) && (
            <p className="govuk-body">
              <PageLink to={previewResponsesPath(partnership, consultation)}>{t("published-responses:publish.preview")}</PageLink>
            </p>
          )}
          {proposed && <Proposed proposed={proposed} mayPublish={may.publish} />}
          {may.propose ? (
            <ProposeForm questions={questions} held={proposed ?? current} typed={refused?.typed ?? null} error={whoseError} />
          ) : (
            <p className="govuk-body">{t("published-responses:publish.not-yours")}</p>
          )}
        </>
      )}
    </>
  );
}
