// The gate before an election's notice: what is still missing, how it will read, and to how many it goes. It is published once.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNamed, textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { holdElection } from "../elections.store.server.ts";
import { refusePublished, requirePlannedElection } from "../guard.server.ts";
import { findChairOf } from "../chairing.store.server.ts";
import { findFilledLine } from "../lines.store.server.ts";
import { listNoticeReaders, publishNotice } from "../notice.store.server.ts";
import { officersOf } from "../officers.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { missingForNotice, untranslated, type Missing } from "../ready.ts";
import { vacantBefore } from "../second-stage.store.server.ts";
import { Notice } from "../ui/notice.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await requirePlannedElection(args);
  const missing = missingForNotice({ ...election, vacantBefore: (await vacantBefore(db(), partnership.id, election.lineId, now)).length }, now);
  const { readers, withoutAddress } = await listNoticeReaders(db(), election, now);
  return {
    title: titleOf(wordsFor(language).t("elections:publish.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election, missing, untranslated: untranslated(election), readers: readers.length, withoutAddress },
    ...{ officers: await officersOf(db(), election), line: await findFilledLine(db(), election), chairOf: await findChairOf(db(), election) },
    asks: missing.length === 0 && new URL(args.request.url).searchParams.get("ask") === "publish",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: asked, by } = await requirePlannedElection(args);
  await readForm(args.request);
  const missing = await inTransaction(async (transaction): Promise<Missing[]> => {
    const election = refusePublished(partnership, await holdElection(transaction, partnership.id, asked.id), now);
    const lacking = missingForNotice({ ...election, vacantBefore: (await vacantBefore(transaction, partnership.id, election.lineId, now)).length }, now);
    if (lacking.length === 0) await publishNotice(transaction, by, partnership, election);
    return lacking;
  });
  if (missing.length > 0) return data({ missing }, { status: 422 });
  return redirect(officeElectionPath(partnership, asked, "", { done: "published" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PublishNoticePage() {
  const { partnership, election, missing, untranslated: without, readers, withoutAddress, officers, line, chairOf, asks } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date, number, language, list } = useWords();
  const here = officeElectionPath(partnership, election, "notice");
  if (asks && !refused) {
    return (
      <Confirming
        question={t("elections:publish.question", { title: textIn(election.title, language).text })}
        consequence={t("elections:publish.consequence", { count: readers, number: number(readers) })}
        yes={{ name: "deed", value: "publish", text: t("elections:publish.yes"), look: "main" }}
        no={t("elections:publish.no")}
        backTo={here}
      />
    );
  }
  const lacking = refused?.missing ?? missing;
  const said = ({ code, language: of, date: on }: Missing) => t(`elections:missing.${code}`, { language: of ? languageNamed(of, language) : "", date: on ? date(on) : "" });
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={refused ? lacking.map((one) => ({ href: "#missing", text: said(one) })) : []} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("elections:room.notice.title")}</PageHeading>
      <h2 id="missing" className="govuk-heading-m">
        {t("elections:publish.missing")}
      </h2>
      {lacking.length === 0 ? (
        <p className="govuk-body">{t("elections:publish.nothing-missing")}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {lacking.map((one) => (
            <li key={`${one.code}${one.language ?? ""}`}>
              <PageLink to={officeElectionPath(partnership, election, one.part)}>{said(one)}</PageLink>
            </li>
          ))}
        </ul>
      )}
      {without.length > 0 && <p className="govuk-body">{t("elections:publish.untranslated", { languages: list(without.map((one) => languageNamed(one, language))) })}</p>}
      <p className="govuk-body">{t("elections:publish.readers", { count: readers, number: number(readers) })}</p>
      {withoutAddress > 0 && <p className="govuk-body">{t("elections:publish.without-address", { count: withoutAddress, number: number(withoutAddress) })}</p>}
      {lacking.length === 0 && <ButtonLink to={officeElectionPath(partnership, election, "notice", { ask: "publish" })}>{t("elections:publish.go-on")}</ButtonLink>}
      <InsetText>{t("elections:publish.preview")}</InsetText>
      <Notice {...{ partnership, election, officers, line, chairOf, constituency: election.constituency, network: election.network }} />
    </>
  );
}
