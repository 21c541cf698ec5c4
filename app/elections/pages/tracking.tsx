// What is published when the box is sealed, before the count: totals, hashes, and the list of tracking codes, in which a voter finds theirs.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection } from "../elections.store.server.ts";
import { tellsOrderOnly, totalsToTell } from "../order-only.ts";
import { electionPath } from "../paths.ts";
import { findChain, findTrackingCode } from "../sealing.store.server.ts";
import { SealedFacts } from "../ui/sealed-facts.tsx";
import { readCode } from "../voting-code.ts";

async function findSealed({ params }: Pick<LoaderFunctionArgs, "params">) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const links = await findChain(db(), election);
  if (links === null) throw notFound();
  return { partnership, election, links };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election, links } = await findSealed(args);
  const asked = Number(new URL(args.request.url).searchParams.get("batch") ?? 1);
  const batch = links.find((one) => one.batch === asked) ?? links[0] ?? null;
  const words = wordsFor(language);
  return {
    title: titleOf(words.t("poll:tracking.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, delegates: election.delegates, totals: totalsToTell(election), ballotHash: election.ballotHash, rulesHash: election.rulesHash } },
    // because as many codes as voted online would be listed
    ...(tellsOrderOnly(election) ? { batch: null, batches: 0, heldBack: links.at(-1)?.hash ?? election.ballotHash } : { batch, batches: links.length, heldBack: null }),
  };
}

/** Looks one code up. It comes in a form and not in the address, so that no log tells who looked for which. */
export async function action(args: ActionFunctionArgs) {
  const { election } = await findSealed(args);
  const typed = (await readForm(args.request)).get("code") ?? "";
  const code = readCode(typed);
  if (code === null) return data({ typed, found: null, batch: null }, { status: 422 });
  const batch = await findTrackingCode(db(), election, code);
  return data({ typed: code, found: batch !== null, batch });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function TrackingPage() {
  const { partnership, election, batch, batches, heldBack } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, number } = useWords();
  const here = (query = {}) => electionPath(partnership, election, "tracking", query);
  const error = answer && answer.found === null ? t("poll:tracking.not-one") : undefined;
  return (
    <>
      <BackLink to={electionPath(partnership, election)} />
      {answer?.found && <NotificationBanner kind="success">{t("poll:tracking.found", { code: answer.typed })}</NotificationBanner>}
      {answer?.found === false && <NotificationBanner>{t("poll:tracking.not-found", { code: answer.typed })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("poll:tracking.title")}</PageHeading>
      <p className="govuk-body">{t(heldBack === null ? "poll:tracking.lead" : "poll:tracking.lead-held-back")}</p>
      <form method="post" noValidate>
        <TextField name="code" label={t("poll:tracking.label")} labelSize="m" hint={t("poll:tracking.hint")} value={answer?.typed} error={error} width={20} dir="ltr" autoComplete="off" spellCheck={false} autoCapitalize="characters" />
        <Button>{t("poll:tracking.look")}</Button>
      </form>
      <h2 className="govuk-heading-m">{t("poll:tracking.totals")}</h2>
      <SealedFacts {...election} />
      <h2 className="govuk-heading-m">{t("poll:tracking.list")}</h2>
      {heldBack !== null ? (
        <>
          <p className="govuk-body">{t("poll:tracking.held-back")}</p>
          <p className="govuk-body">
            {t("poll:tracking.hash")}{" "}
            <code dir="ltr" className="long-code">
              {heldBack}
            </code>
          </p>
        </>
      ) : batch === null ? (
        <p className="govuk-body">{t("poll:tracking.none")}</p>
      ) : (
        <>
          <p className="govuk-body">{t("poll:tracking.batch", { number: number(batch.batch), of: number(batches) })}</p>
          <ul className="govuk-list tracking-codes" dir="ltr">
            {batch.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p className="govuk-body">
            {t("poll:tracking.hash")}{" "}
            <code dir="ltr" className="long-code">
              {batch.hash}
            </code>
          </p>
          <Pagination previous={batch.batch > 1 ? { to: here({ batch: String(batch.batch - 1) }) } : null} next={batch.batch < batches ? { to: here({ batch: String(batch.batch + 1) }) } : null} />
        </>
      )}
      <ul className="govuk-list govuk-list--bullet">
        {heldBack === null && (
          <li>
            <PageLink to={electionPath(partnership, election, "tracking/codes.txt")}>{t("poll:tracking.codes-file")}</PageLink>
          </li>
        )}
        <li>
          <PageLink to={electionPath(partnership, election, "tracking/rules.json")}>{t("poll:tracking.rules-file")}</PageLink>
        </li>
      </ul>
      <p className="govuk-body">{t("poll:tracking.chain")}</p>
    </>
  );
}
