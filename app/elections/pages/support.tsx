// Where the link leads of the letter to an organisation that is named as proposer or seconder: it stands behind the nomination, or does not.
// Opening it changes nothing, because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection, standingOf } from "../elections.store.server.ts";
import { maySupport } from "../nomination.ts";
import { holdNomination } from "../nominations.store.server.ts";
import { electionPath } from "../paths.ts";
import { answerSupport, findBySupportLink } from "../supports.store.server.ts";
import { StatementText } from "../ui/statement-text.tsx";

async function find({ params, context: { address } }: Pick<LoaderFunctionArgs, "params" | "context">) {
  if (!(await isWithinLimit("election link", address, 120, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  return { partnership, election: await findPublicElection(db(), partnership.id, params.election) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await find(args);
  const token = new URL(args.request.url).searchParams.get("key") ?? "";
  const asked = await findBySupportLink(db(), election, token);
  const isOpen = maySupport(standingOf(election), now);
  const state = asked === null ? "dead" : asked.candidate.withdrawnAt !== null ? "withdrawn" : asked.confirmedAt ? "confirmed" : asked.declinedAt ? "declined" : isOpen ? "asked" : "late";
  const words = wordsFor(language);
  return data(
    {
      title: titleOf(words.t(`candidates:support.${state}.title`), language, partnership),
      ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title }, token, state, isOpen },
      part: asked?.part ?? "proposer",
      ...{ organisation: textIn(asked?.organisation, language).text, name: asked?.candidate.name ?? "", statement: asked?.candidate.statement ?? {} },
      until: election.timetable ? words.date(election.timetable.withdrawalsUntil) : "",
    },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election } = await find(args);
  const form = await readForm(args.request);
  const [token, deed] = [form.get("key") ?? "", form.get("deed")];
  const found = await findBySupportLink(db(), election, token);
  // The loader then says that the link is dead.
  if (!found) return data(null, { status: 410 });
  if (deed !== "confirm" && deed !== "decline") throw badRequest();
  if (maySupport(standingOf(election), now)) {
    await inTransaction(async (transaction) => {
      const nomination = await holdNomination(transaction, election, found.nominationId);
      const said = nomination.supports.find(({ part }) => part === found.part);
      const isSaid = deed === "confirm" ? said?.confirmedAt : said?.declinedAt;
      if (nomination.withdrawnAt === null && !isSaid) await answerSupport(transaction, { partnershipId: partnership.id, personId: null, now }, found, deed === "confirm");
    });
  }
  return redirect(electionPath(partnership, election, "support", { key: token }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SupportPage() {
  const { partnership, election, token, state, isOpen, part, organisation, name, statement, until } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const values = { organisation, name, date: until };
  const isSaid = state === "confirmed" || state === "declined";
  const deeds = (["confirm", "decline"] as const).filter((deed) => state === "asked" || (isSaid && isOpen && deed !== (state === "confirmed" ? "confirm" : "decline")));
  return (
    <>
      {isSaid && <NotificationBanner kind="success">{t(`candidates:support.${state}.done`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t(`candidates:support.${state}.title`)}</PageHeading>
      <p className="govuk-body">{state === "asked" ? t(`candidates:support.asked.${part}`, values) : t(`candidates:support.${state}.text`, values)}</p>
      {state === "asked" && (
        <>
          <h2 className="govuk-heading-m">{t("candidates:support.statement")}</h2>
          <StatementText text={statement} />
          <p className="govuk-body">{t("candidates:support.asked.until", values)}</p>
        </>
      )}
      {deeds.length > 0 && (
        <form method="post" noValidate>
          <input type="hidden" name="key" value={token} />
          <ButtonGroup>
            {deeds.map((deed) => (
              <Button key={deed} name="deed" value={deed} look={deed === "confirm" ? "main" : "secondary"}>
                {t(`candidates:support.${deed}`)}
              </Button>
            ))}
          </ButtonGroup>
        </form>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election)}>{t("candidates:mine.election")}</PageLink>
      </p>
    </>
  );
}
