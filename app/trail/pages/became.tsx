// What became of one's own response: whether it was counted, under which themes its words were put, what was answered to those, and
// whether it was published. For whoever holds its receipt.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCodeframes, listCodes } from "#app/analysis/codeframes.store.server.ts";
import { findOwnPlace, listOwnTexts } from "#app/analysis/own-response.store.server.ts";
import { consultationPath, outcomePath, ownResponsePath, publishedResultsPath, responsesPath } from "#app/consultations/paths.ts";
import { findResponding, neverKept, requireNotWithdrawn } from "#app/consultations/responding.server.ts";
import { findFormVersion } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { listGivenOut } from "#app/information-requests/decisions.store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { whatBecameOf } from "#app/published-responses/became.server.ts";
import { publishedResponsePath } from "#app/published-responses/paths.ts";
import { listReplies } from "#app/replies/replies.store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countedAs, repliesTo, themesOf } from "../became.ts";
import { OwnText } from "../ui/own-text.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const wanted = new URL(args.request.url).searchParams.get("consultation");
  if (wanted === null) throw redirect(responsesPath(await findPartnership(db(), args.params.partnership)));
  const responding = await findResponding({ ...args, params: { ...args.params, consultation: wanted } });
  const { partnership, consultation } = responding;
  const response = await requireNotWithdrawn(responding);
  const place = await findOwnPlace(db(), consultation, response.id);
  // what is still being worked on is told when the report is public, or the outcome without one, and not piece by piece
  const isReported = consultation.reportPublicAt !== null || consultation.outcomePublishedAt !== null;
  const texts = place && isReported ? await listOwnTexts(db(), place.set.id, response.id) : [];
  const codes = (await Promise.all((texts.length > 0 ? await listCodeframes(db(), consultation) : []).map((frame) => listCodes(db(), frame)))).flat();
  const replies = consultation.outcomePublishedAt ? await listReplies(db(), consultation.id) : [];
  const { reference, answers } = await whatBecameOf(db(), response.id, now);
  const { definition } = await findFormVersion(db(), response.formVersionId);
  const asked = questionsOf(definition);
  const name = wordsFor(language).t("trail:title-of", { title: textIn(consultation.title, language).text });
  return {
    title: titleOf(name, language, partnership),
    ...{ partnership, consultation, isReported, reference },
    given: (await listGivenOut(db(), response.id)).map(({ id, law, decision, givenAt }) => ({ id, law, decision, on: dayOf(givenAt) })),
    counted: countedAs(place, response.currentRevision),
    because: place?.pinned?.because ?? null,
    set: place && { number: place.set.number, frozenOn: dayOf(place.set.frozenAt), included: place.set.included },
    texts: texts.map(({ questionId, text, language: spoken, codings, campaign }) => ({
      question: asked.find(({ id }) => id === questionId)?.label ?? {},
      ...{ questionId, text, language: spoken, campaign },
      themes: themesOf(text, codings, codes).map((theme) => ({
        ...theme,
        replies: repliesTo(theme.codeId, codes, replies).map(({ id, did, verdict }) => ({ id, did, verdict })),
      })),
      published: answers.find((one) => one.questionId === questionId) ?? null,
    })),
  };
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BecamePage() {
  const { partnership, consultation, counted, because, set, isReported, texts, reference, given } = useLoaderData<typeof loader>();
  const { t, number, date } = useWords();
  const isCounted = counted === "counted" || counted === "changed-since";
  return (
    <>
      <BackLink to={ownResponsePath(partnership, consultation)} text={t("trail:back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("trail:heading")}</PageHeading>

      <h2 className="govuk-heading-m">{t("trail:was-counted")}</h2>
      <p className="govuk-body">
        {t(`trail:counted.${counted}`, { number: number(set?.included ?? 0), set: number(set?.number ?? 0), date: set ? date(set.frozenOn) : "" })}
        {counted === "left-out" && because !== null && because !== "withdrawn" && <> {t("trail:because", { reason: t(`office:excluded.${because}`) })}</>}
      </p>
      {isCounted && consultation.resultsPublishedAt && (
        <p className="govuk-body">
          <PageLink to={publishedResultsPath(partnership, consultation)}>{t("trail:results")}</PageLink>
        </p>
      )}

      {isCounted && (
        <>
          <h2 className="govuk-heading-m">{t("trail:own-words")}</h2>
          {!isReported && <p className="govuk-body">{t("trail:being-read")}</p>}
          {isReported && texts.length === 0 && <p className="govuk-body">{t("trail:no-words")}</p>}
          {texts.map(({ questionId, ...own }) => (
            <OwnText key={questionId} {...own} pathOfReply={(id) => `${outcomePath(partnership, consultation)}#${id}`} />
          ))}
          {reference !== null && (
            <p className="govuk-body">
              <PageLink to={publishedResponsePath(partnership, consultation, reference)}>{t("trail:published-page")}</PageLink>
            </p>
          )}
        </>
      )}

      {given.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("information-requests:told.heading")}</h2>
          {given.map(({ id, law, decision, on }) => (
            <p key={id} className="govuk-body">
              {t(`information-requests:told.${decision}`, { date: date(on), law: t(`information-requests:law.${law}`) })}
            </p>
          ))}
          <p className="govuk-body">{t("information-requests:told.never")}</p>
        </>
      )}

      <h2 className="govuk-heading-m">{t("trail:decision")}</h2>
      <p className="govuk-body">
        <PageLink to={consultation.closesAt ? outcomePath(partnership, consultation) : consultationPath(partnership, consultation)}>
          {t(consultation.outcomePublishedAt ? "trail:outcome" : "trail:outcome-later")}
        </PageLink>
      </p>
    </>
  );
}
