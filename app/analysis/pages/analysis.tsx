// The sets of responses that are analysed: each as it was at its moment, how what came since differs, and another made of it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAnalyse, mayDo, takesNewSets } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { analysisPath, officeConsultationPath, stepPath } from "#app/consultations/office-paths.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { changesInAll, isBeingMade, longestReason } from "../analysis-set.ts";
import { parts, rooms } from "../rooms.ts";
import { askForSet, countChangesSince, listSets } from "../sets.store.server.ts";
import { ChangeList } from "../ui/change-list.tsx";
import { NewSetForm } from "../ui/new-set-form.tsx";
import { SetTable } from "../ui/set-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, mayAnalyse);
  const sets = await listSets(db(), consultation);
  const newest = sets.find(({ finishedAt }) => finishedAt !== null);
  const unfinished = sets.find(({ finishedAt }) => finishedAt === null);
  const words = wordsFor(language);
  const mayFreeze = mayDo(roles, "freeze");
  return {
    title: titleOf(words.t("analysis:sets.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, mayFreeze },
    sets: sets.filter(({ finishedAt }) => finishedAt !== null),
    making: unfinished ? { ...unfinished, isUnderWay: isBeingMade(unfinished, now) } : null,
    rooms: newest ? rooms.filter(({ may }) => may(roles)).map(({ name, part, pathOf }) => ({ name, part, path: pathOf(partnership, consultation, newest) })) : [],
    since: newest ? { number: newest.number, changes: await countChangesSince(db(), consultation.id, newest.id) } : null,
    isFrozen: consultation.frozenAt !== null,
    mayMake: mayFreeze && takesNewSets(consultation, now) && !unfinished,
    isAsked: new URL(args.request.url).searchParams.get("done") === "asked",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles, signedIn } = await findForOffice(args, mayAnalyse);
  if (!mayDo(roles, "freeze") || !takesNewSets(consultation, now)) throw forbidden();
  const { t, number } = wordsFor(language);
  const reason = passage((await readForm(args.request)).get("reason") ?? "");
  if (reason === "") return data({ reason, problem: t("analysis:problem.reason-missing") }, { status: 422 });
  if (reason.length > longestReason) return data({ reason, problem: t("analysis:problem.reason-too-long", { most: number(longestReason) }) }, { status: 422 });
  await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    return askForSet(transaction, held, { personId: signedIn.personId, reason, now });
  });
  return redirect(`${analysisPath(partnership, consultation)}?done=asked`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AnalysisPage() {
  const { partnership, consultation, sets, making, rooms: open, since, isFrozen, mayFreeze, mayMake, isAsked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const here = analysisPath(partnership, consultation);
  const differs = since !== null && changesInAll(since.changes) > 0;
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("analysis:sets.back")} />
      <ErrorSummary errors={refused ? [{ href: "#reason", text: refused.problem }] : []} />
      {isAsked && <NotificationBanner kind="success">{t("analysis:sets.asked")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("analysis:sets.title")}</PageHeading>
      <p className="govuk-body">{t("analysis:sets.lead")}</p>
      {!isFrozen && (
        <>
          <p className="govuk-body">{t("analysis:sets.not-frozen")}</p>
          {mayFreeze && (
            <ButtonLink to={stepPath(partnership, consultation, "freeze")} look="secondary">
              {t("life:deed.freeze")}
            </ButtonLink>
          )}
        </>
      )}
      {isFrozen && sets.length === 0 && !making && (
        <InsetText>
          <p className="govuk-body">{t("analysis:making.begins")}</p>
          <PageLink to={here}>{t("analysis:making.look-again")}</PageLink>
        </InsetText>
      )}
      {making && !making.isUnderWay && <WarningText>{t("analysis:making.broken-off", { at: instant(making.toldAt) })}</WarningText>}
      {making?.isUnderWay && (
        <InsetText>
          <p className="govuk-body">
            {making.frozenAt
              ? t("analysis:making.texts", { set: number(making.number), done: number(making.done), of: number(making.of) })
              : t("analysis:making.responses", { set: number(making.number) })}
          </p>
          <PageLink to={here}>{t("analysis:making.look-again")}</PageLink>
        </InsetText>
      )}
      {sets.length > 0 && <SetTable {...{ partnership, consultation, sets }} />}
      {open.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("analysis:sets.work")}</h2>
          {parts
            .filter((part) => open.some((room) => room.part === part))
            .map((part) => (
              <section key={part} aria-labelledby={part}>
                <h3 className="govuk-heading-s" id={part}>
                  {t(`analysis:rooms.${part}`)}
                </h3>
                <ul className="govuk-list govuk-list--spaced">
                  {open
                    .filter((room) => room.part === part)
                    .map(({ name, path }) => (
                      <li key={name}>
                        <PageLink to={path}>{t(`analysis:room.${name}`)}</PageLink>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
        </>
      )}
      {since && (
        <>
          <h2 className="govuk-heading-m">{t("analysis:since.heading", { set: number(since.number) })}</h2>
          {differs ? <ChangeList changes={since.changes} /> : <p className="govuk-body">{t("analysis:since.nothing")}</p>}
        </>
      )}
      {mayMake && differs && <NewSetForm reason={refused?.reason ?? ""} problem={refused?.problem} />}
    </>
  );
}
