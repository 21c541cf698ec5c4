// Letters with codes to be printed, one to a sheet, each in its voter's language; and that those shown were posted. They are made as the
// page is opened, and nothing keeps them: not a cache, not the database.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { directionOf, textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { plain } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { markPosted } from "../codes.store.server.ts";
import { electionState, holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { printLetters } from "../printing.store.server.ts";
import { codeLettersPath, printPath } from "../roll-paths.ts";
import { LetterParts } from "../ui/letter-parts.tsx";

const number = (typed: string | null) => (/^\d{1,7}$/.test(plain(typed ?? "")) ? Number(plain(typed ?? "")) : null);

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, state, by } = await requireElectionOffice(args, ["returning-officer"]);
  const { language } = args.context;
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const after = number(query.get("after")) ?? 0;
  const isTime = state === "candidates-confirmed" || state === "poll-open";
  const page = {
    title: titleOf(words.t("roll:print.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, isFirst: after === 0, isLarge: query.has("large"), posted: number(query.get("posted")) },
    ...(isTime ? await printLetters(by, election, after) : { letters: [], nextAfter: null }),
  };
  return data(page, { headers: { "Cache-Control": "no-store" } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { partnership, by } = await requireElectionOffice(args, ["returning-officer"]);
  const ids = (await readForm(args.request, { longest: 40_000 })).getAll("letter");
  const posted = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, args.params.election);
    return electionState(election, by.now) === "poll-open" || electionState(election, by.now) === "candidates-confirmed" ? markPosted(transaction, by, election, ids) : 0;
  });
  return redirect(printPath(partnership, { id: args.params.election! }, { posted: String(posted) }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PrintLettersPage() {
  const { partnership, election, isFirst, isLarge, posted, letters, nextAfter } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t } = words;
  const query = isLarge ? { large: "yes" } : {};
  return (
    <>
      <div className="not-printed">
        <BackLink to={codeLettersPath(partnership, election)} text={t("roll:letters.title")} />
        {posted !== null && <NotificationBanner kind="success">{t("roll:print.posted", { count: posted, number: words.number(posted) })}</NotificationBanner>}
        <PageHeading caption={<InLanguage text={election.title} />}>{t("roll:print.title")}</PageHeading>
        <p className="govuk-body">{t(letters.length === 0 ? "roll:print.none" : "roll:print.how", { count: letters.length, number: words.number(letters.length) })}</p>
        {letters.length > 0 && (
          <>
            <p className="govuk-body">
              <PageLink to={printPath(partnership, election, isLarge ? {} : { large: "yes" })}>{t(isLarge ? "roll:print.usual" : "roll:print.large")}</PageLink>
            </p>
            <form method="post">
              {letters.map(({ id }) => (
                <input key={id} type="hidden" name="letter" value={id} />
              ))}
              <Button>{t("roll:print.mark", { count: letters.length, number: words.number(letters.length) })}</Button>
            </form>
          </>
        )}
        <Pagination first={isFirst ? null : printPath(partnership, election, query)} next={nextAfter ? { to: printPath(partnership, election, { ...query, after: String(nextAfter) }) } : null} />
      </div>
      {letters.map(({ id, to, language, address, parts }) => (
        <section key={id} className={isLarge ? "printed-letter printed-letter--large" : "printed-letter"} aria-label={to}>
          <address className="printed-letter__address" lang={language} dir={directionOf(language)}>
            {address.map((part, index) => (
              <bdi key={index}>{part}</bdi>
            ))}
          </address>
          <LetterParts language={language} parts={parts} />
        </section>
      ))}
    </>
  );
}
