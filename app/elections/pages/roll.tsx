// The roll of an election for those who run it: taken from the network, found by name, number or address, with what became of each code's
// letter. Who has voted is not known before the ballots are sealed; then a scrutineer sees it.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line, plain } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { hasDelegates } from "../delegates.ts";
import { countDelegates, listUnnamed } from "../delegates.store.server.ts";
import { electionState, holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { officeElectionPath } from "../paths.ts";
import { dayOfStep } from "../keeping.ts";
import { letsRegister } from "../registering.ts";
import { mayMakeRoll, mayRuleOnRoll, maySeeWhoVoted, originOf } from "../roll.ts";
import { countVoters, listAlike, listConflicts, listVoters, rollFilters, takeRoll } from "../roll.store.server.ts";
import { rollCsvPath, rollFilePath, rollPath, voterPath } from "../roll-paths.ts";
import { isPrepared, isSealed } from "../steps.ts";
import { FileDestroyed } from "../ui/file-destroyed.tsx";
import { RollConflicts } from "../ui/roll-conflicts.tsx";
import { RollTable } from "../ui/roll-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election, state, offices, by } = await requireElectionOffice(args);
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const search = line(query.get("search") ?? "").slice(0, 100);
  const filter = rollFilters.find((one) => one === query.get("filter")) ?? "all";
  const after = /^\d{1,7}$/.test(plain(query.get("after") ?? "")) ? Number(plain(query.get("after")!)) : null;
  const { voters, nextAfter } = await listVoters(db(), election, { search, filter, after });
  const seesVoted = maySeeWhoVoted({ isSealed: isSealed(election) }, offices);
  await recordAudit(db(), { partnershipId: partnership.id, personId: by.personId, action: "roll.read", subjectKind: "election", subjectId: election.id, facts: { shown: voters.length } });
  const of = { state, isPrepared: isPrepared(election), hasTimetable: election.timetable !== null };
  const taken = query.get("taken");
  const delegates = hasDelegates(election) ? { each: election.delegates, ...(await countDelegates(db(), election)) } : null;
  const counts = { ...(await countVoters(db(), election)), unnamed: delegates ? (await listUnnamed(db(), election)).length : 0 };
  const isRegistering = letsRegister(election);
  return {
    title: titleOf(words.t("roll:list.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, electorate: election.electorate }, search, filter, isRegistering, nextAfter, isFirst: after === null, seesVoted },
    delegates,
    filters: rollFilters.filter((one) => (one === "unnamed" ? delegates !== null : (one !== "self" && one !== "selfByPost") || isRegistering || counts.self > 0)),
    ...{ counts, conflicts: await listConflicts(db(), election), alike: isRegistering ? await listAlike(db(), election) : [], isPrepared: of.isPrepared },
    ...{ mayMake: mayMakeRoll(of, offices), mayRule: mayRuleOnRoll(of, offices), mayExport: offices.includes("scrutineer") || offices.includes("returning-officer") },
    qualifyingOn: election.timetable && words.date(election.timetable.qualifyingOn),
    destroyedOn: dayOfStep(election.steps, "file-destroyed"),
    taken: taken !== null && /^\d{1,7}$/.test(taken) ? Number(taken) : null,
    voters: voters.map(({ email, post, struckReason, voted, letters: [letter], id, number, name, delegate, place, ...came }) => ({
      ...{ origin: originOf({ ...came, email }), id, number, name, delegate, place, isStruck: struckReason !== null, reach: email ?? (post ? "post" : null), voted: seesVoted ? voted : null },
      delivery: letter?.delivery ?? null,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, offices, by } = await requireElectionOffice(args, ["keeper", "returning-officer"]);
  const count = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, args.params.election);
    const of = { state: electionState(election, by.now), isPrepared: isPrepared(election), hasTimetable: election.timetable !== null };
    if (!mayMakeRoll(of, offices) || election.electorate !== "organisations") throw badRequest();
    return takeRoll(transaction, by, election);
  });
  return redirect(rollPath(partnership, { id: args.params.election! }, { taken: String(count) }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RollPage() {
  const { partnership, election, search, filter, filters, nextAfter, isFirst, seesVoted, isRegistering, counts, delegates, conflicts, alike, mayMake, mayRule, mayExport, qualifyingOn, taken, destroyedOn, isPrepared: wasPrepared, voters } = useLoaderData<typeof loader>();
  const { t, number, language } = useWords();
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      {taken !== null && <NotificationBanner kind="success">{t("roll:list.taken", { count: taken, number: number(taken) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("roll:list.title")}</PageHeading>
      <FileDestroyed on={destroyedOn} />
      <p className="govuk-body">{t(counts.all === 0 ? "roll:list.empty" : "roll:list.count", { count: counts.standing, number: number(counts.standing) })}</p>
      {delegates && counts.all > 0 && (
        <>
          <p className="govuk-body">{t("roll:delegates.counted", { named: number(delegates.named), places: number(delegates.places), organisations: number(delegates.organisations), each: number(delegates.each) })}</p>
          {delegates.named < delegates.places && <p className="govuk-body">{t(wasPrepared ? "roll:delegates.no-vote" : "roll:delegates.how")}</p>}
          {delegates.misplaced > 0 && <WarningText>{t("roll:prepare.not.misplaced")}</WarningText>}
        </>
      )}
      {isRegistering && counts.all > 0 && <p className="govuk-body">{t("roll:list.came", { all: number(counts.all), file: number(counts.file), hand: number(counts.hand), self: number(counts.self), post: number(counts.selfByPost) })}</p>}
      {isRegistering && counts.selfByPost > 0 && <p className="govuk-body">{t("roll:list.by-post")}</p>}
      <RollConflicts conflicts={alike.map(({ name, voters: those }) => ({ of: name, voters: those }))} text={t("roll:alike")} hrefOf={(id) => voterPath(partnership, election, id)} />
      <RollConflicts conflicts={conflicts.map(({ email, voters: those }) => ({ of: email, voters: those }))} text={t(delegates ? "roll:conflict.delegates" : "roll:conflict.text")} hrefOf={(id) => voterPath(partnership, election, id)} />
      {mayMake && election.electorate === "organisations" && (
        <form method="post" noValidate>
          <p className="govuk-body">{t(delegates ? "roll:delegates.take-text" : "roll:list.take-text", { date: qualifyingOn ?? "" })}</p>
          <Button look={counts.all === 0 ? "main" : "secondary"}>{t(counts.all === 0 ? "roll:list.take" : "roll:list.take-again")}</Button>
        </form>
      )}
      {(mayMake || mayRule) && (
        <ButtonGroup>
          {mayMake && election.electorate === "people" && <ButtonLink to={rollFilePath(partnership, election)}>{t("roll:file.title")}</ButtonLink>}
          <ButtonLink look="secondary" to={voterPath(partnership, election)}>{t("roll:entry.new")}</ButtonLink>
        </ButtonGroup>
      )}
      <Filters
        label={t("roll:list.filters")}
        shown={filter}
        choices={filters.map((value) => ({ value, text: t(`roll:filter.${value}`, { number: number(counts[value]) }), to: rollPath(partnership, election, { filter: value, search }) }))}
      />
      <form method="get" role="search" noValidate>
        <input type="hidden" name="filter" value={filter} />
        <TextField name="search" label={t("roll:list.search")} value={search} autoComplete="off" width={20} />
        <Button look="secondary">{t("roll:list.find")}</Button>
      </form>
      {search !== "" && (
        <p className="govuk-body">
          <PageLink to={rollPath(partnership, election, { filter })}>{t("roll:list.show-all")}</PageLink>
        </p>
      )}
      {voters.length === 0 ? counts.all > 0 && <p className="govuk-body">{t("roll:list.none-found")}</p> : <RollTable voters={voters} seesVoted={seesVoted} electorate={election.electorate} hasPlaces={delegates !== null} hrefOf={(id) => voterPath(partnership, election, id)} />}
      <Pagination
        first={isFirst ? null : rollPath(partnership, election, { filter, search })}
        next={nextAfter ? { to: rollPath(partnership, election, { filter, search, after: nextAfter }) } : null}
      />
      {mayExport && (
        <p className="govuk-body">
          <a className="govuk-link" href={rollCsvPath(partnership, election)} download>
            {t("roll:list.download")}
          </a>
        </p>
      )}
      {!seesVoted && <p className="govuk-body">{t("roll:list.nobody-knows")}</p>}
    </>
  );
}
