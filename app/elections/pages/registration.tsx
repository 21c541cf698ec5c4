// Where the link leads of the letter to whoever asked to be put on a roll: to say that it was they. Opening it changes nothing, because
// programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn, within } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection, holdElection, standingOf } from "../elections.store.server.ts";
import { electionPath } from "../paths.ts";
import { mayConfirmRegistration } from "../registering.ts";
import { confirmRegistration, findRegistration } from "../registering.store.server.ts";

async function find({ params, context: { address } }: Pick<LoaderFunctionArgs, "params" | "context">) {
  if (!(await isWithinLimit("roll link", address, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  return { partnership, election: await findPublicElection(db(), partnership.id, params.election) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await find(args);
  const words = wordsFor(language);
  const token = new URL(args.request.url).searchParams.get("key") ?? "";
  const registration = await findRegistration(db(), election, token, now);
  const isOpen = mayConfirmRegistration(election, standingOf(election), now);
  const state = registration === null ? "dead" : registration.confirmedAt !== null ? "confirmed" : isOpen ? "asked" : "late";
  return data(
    {
      title: titleOf(words.t(`register:link.${state}.title-of`, { title: textIn(election.title, language).text }), language, partnership),
      ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title }, token, state, name: registration?.name ?? "" },
      ...{ area: within(election.constituency?.name ?? election.network.name, words), areaKind: election.constituency ? "part" : "network" },
      opens: election.timetable ? words.date(election.timetable.pollOpensOn) : "",
    },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election } = await find(args);
  const token = (await readForm(args.request)).get("key") ?? "";
  const found = await inTransaction(async (transaction) => {
    const held = await holdElection(transaction, partnership.id, election.id);
    const registration = await findRegistration(transaction, held, token, now);
    if (registration?.confirmedAt === null && mayConfirmRegistration(held, standingOf(held), now)) await confirmRegistration(transaction, { partnership, election: held, now }, registration);
    return registration !== null;
  });
  // The loader then says that the link is dead.
  return found ? redirect(electionPath(partnership, election, "registration", { key: token })) : data(null, { status: 410 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RegistrationPage() {
  const { partnership, election, token, state, name, area, areaKind, opens } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading caption={<InLanguage text={election.title} />}>{t(`register:link.${state}.title`)}</PageHeading>
      <p className="govuk-body">{t(`register:link.${state}.text`, { date: opens })}</p>
      {state === "asked" && (
        <>
          <p className="govuk-body">
            {t("register:field.name")}: <bdi>{name}</bdi>
          </p>
          <p className="govuk-body">{t(`register:declare.${areaKind}`, { area })}</p>
          <form method="post" noValidate>
            <input type="hidden" name="key" value={token} />
            <Button>{t("register:link.asked.button")}</Button>
          </form>
        </>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election, state === "dead" ? "on-the-roll" : "")}>{t(state === "dead" ? "register:check" : "register:link.election")}</PageLink>
      </p>
    </>
  );
}
