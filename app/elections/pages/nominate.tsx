// Nominates somebody, oneself or another. Nobody stands until they have said so from their own address.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/files/upload.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { readPosted } from "#app/forms/entries.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection, holdElection, standingOf } from "../elections.store.server.ts";
import { mostPhotoBytes, nominationDefinition, readNomination, type Refusal } from "../nomination-form.ts";
import { areNominationsOpen } from "../nomination.ts";
import { nominate } from "../nominations.store.server.ts";
import { electionPath } from "../paths.ts";
import { takePhoto } from "../photo.server.ts";
import { say } from "../say.server.ts";
import { listChoosable } from "../supports.store.server.ts";
import { nominationsCloseAt } from "../timetable.ts";
import { NominationErrors, NominationFields } from "../ui/nomination-fields.tsx";

async function find({ params }: Pick<LoaderFunctionArgs, "params">) {
  const partnership = await findPartnership(db(), params.partnership);
  return { partnership, election: await findPublicElection(db(), partnership.id, params.election) };
}

const nothingWrong: Refusal = { errors: [], problems: [] };

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await find(args);
  const words = wordsFor(language);
  const isSent = new URL(args.request.url).searchParams.has("sent");
  const isOpen = areNominationsOpen(standingOf(election), now);
  const name = textIn(election.title, language).text;
  const { timetable } = election;
  return {
    title: titleOf(words.t(isSent ? "candidates:nominate.sent-of" : "candidates:nominate.title-of", { name }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, statementWords: election.statementWords }, isSent, isOpen },
    opens: timetable && words.date(timetable.nominationsOpenOn),
    closes: timetable && words.instant(nominationsCloseAt(timetable)),
    isYetToOpen: timetable !== null && now < nominationsCloseAt(timetable) && !isOpen,
    definition: isOpen ? nominationDefinition(election, await listChoosable(db(), election, now), say) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { language, now, address } = args.context;
  const { partnership, election } = await find(args);
  const here = (sent?: "yes") => electionPath(partnership, election, "nominate", { sent });
  // The page then says when nominations are taken.
  if (!areNominationsOpen(standingOf(election), now)) return redirect(here());
  const upload = await readUpload(args.request, { mostBytes: mostPhotoBytes });
  const definition = nominationDefinition(election, await listChoosable(db(), election, now), say);
  const taken = await takePhoto(upload, election, args.context);
  const entries = { ...readPosted(questionsOf(definition), upload.fields), ...taken.entries };
  const read = readNomination(definition, entries, election, taken.photo !== null);
  const refuse = (refusal: Refusal, status: number, tooMany = false) => data({ entries, kept: taken.kept, refusal, tooMany }, { status });
  const refusal = read.ok ? nothingWrong : read.problem;
  if (!read.ok || taken.errors.length > 0) return refuse({ ...refusal, errors: [...refusal.errors, ...taken.errors] }, 422);
  const isWithin = (await isWithinLimit("letter from", address, 30, 3600)) && (await isWithinLimit("nominating", `${election.id} ${read.value.email}`, 3, 3600));
  if (!isWithin) return refuse(nothingWrong, 429, true);
  const isTaken = await inTransaction(async (transaction) => {
    const held = await holdElection(transaction, partnership.id, election.id);
    if (!areNominationsOpen(standingOf(held), now)) return false;
    await nominate(transaction, { partnership, election: held, language, now }, read.value, taken.photo);
    return true;
  });
  return redirect(isTaken ? here("yes") : here());
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NominatePage() {
  const { partnership, election, isSent, isOpen, isYetToOpen, opens, closes, definition } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const caption = <InLanguage text={election.title} />;
  const back = <BackLink to={electionPath(partnership, election)} text={textIn(election.title, language).text} />;
  if (isSent && !refused) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("candidates:nominate.sent")}</PageHeading>
        <p className="govuk-body">{t("candidates:nominate.press", { date: closes ?? "" })}</p>
        <p className="govuk-body">{t("candidates:nominate.then")}</p>
      </>
    );
  }
  if (!isOpen || definition === null) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("candidates:nominate.title")}</PageHeading>
        <p className="govuk-body">{isYetToOpen ? t("candidates:nominate.not-yet", { date: opens ?? "" }) : t("candidates:nominate.closed", { date: closes ?? "" })}</p>
      </>
    );
  }
  const refusal = refused?.refusal ?? nothingWrong;
  return (
    <>
      {back}
      {refused?.tooMany ? <ErrorSummary errors={[{ href: "#email", text: t("candidates:problem.too-many") }]} /> : <NominationErrors definition={definition} refusal={refusal} />}
      <PageHeading caption={caption}>{t("candidates:nominate.title")}</PageHeading>
      <p className="govuk-body">{t("candidates:nominate.text", { date: closes ?? "" })}</p>
      <p className="govuk-body">{t("candidates:nominate.public")}</p>
      <form method="post" encType="multipart/form-data" noValidate>
        <NominationFields definition={definition} entries={refused?.entries ?? {}} refusal={refusal} kept={refused?.kept ?? ""} />
        <Button>{t("candidates:nominate.send")}</Button>
      </form>
    </>
  );
}
