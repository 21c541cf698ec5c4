// Where the link leads of the letter to whoever an organisation named: they agree, or they do not. Opening it changes nothing, because programs that
// check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { nameApart } from "../letters.ts";
import { answerConsent, findByConsentLink } from "../namings.store.server.ts";
import { roundPath } from "../paths.ts";
import { mayConsent, roundState } from "../round.ts";
import { findRound, holdRound } from "../rounds.store.server.ts";

async function find({ params, context: { address, now } }: Pick<LoaderFunctionArgs, "params" | "context">, token: string) {
  if (!(await isWithinLimit("nominating link", address, 120, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const round = await findRound(db(), partnership.id, params.round, true);
  return { partnership, round, state: roundState(round, dayOf(now)), found: await findByConsentLink(db(), round, token) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const token = new URL(args.request.url).searchParams.get("key") ?? "";
  const { partnership, round, state, found } = await find(args, token);
  const words = wordsFor(language);
  const isOpen = mayConsent(state);
  const said = found === null ? "dead" : found.named.withdrawnAt !== null ? "withdrawn" : found.named.consentedAt !== null ? (isOpen ? "agreed" : "over") : isOpen ? "asked" : "late";
  return data(
    {
      title: titleOf(words.t(`nominating:consent.${said}.title-of`, { title: within(round.title, words) }), language, partnership),
      ...{ partnership: { slug: partnership.slug }, token, said, isOpen },
      round: { id: round.id, title: round.title, about: round.about, criteria: round.criteria },
      ...{ organisation: within(found?.organisation, words), body: within(round.line.body.name, words), name: found ? nameApart(found.named.name, words) : "" },
      named: found && { howChosen: found.named.howChosen, statement: found.named.statement, substitute: found.named.substitute, namedBy: found.named.namedBy },
      term: words.t("nominating:fact.term-from", { date: words.date(round.termStartsOn), months: words.number(round.termInMonths) }),
    },
    { status: said === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const form = await readForm(args.request);
  const [token, deed] = [form.get("key") ?? "", form.get("deed")];
  const { partnership, round: asked, found } = await find(args, token);
  // The loader then says that the link is dead.
  if (!found) return data(null, { status: 410 });
  if (deed !== "agree" && deed !== "refuse") throw badRequest();
  await inTransaction(async (transaction) => {
    const round = await holdRound(transaction, partnership.id, asked.id);
    const held = await findByConsentLink(transaction, round, token);
    if (held && mayConsent(roundState(round, dayOf(now)))) await answerConsent(transaction, { partnershipId: partnership.id, personId: null, now }, held.named, deed === "agree");
  });
  return redirect(roundPath(partnership, asked, "consent", { key: token }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ConsentPage() {
  const { partnership, round, token, said, isOpen, organisation, body, name, named, term } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const values = { organisation, body, name };
  const deeds = (["agree", "refuse"] as const).filter((deed) => isOpen && (said === "asked" || (said === "agreed" && deed === "refuse") || (said === "withdrawn" && deed === "agree")));
  const told = (["howChosen", "statement", "substitute", "namedBy"] as const).flatMap((key) => (named && named[key] !== "" ? [{ key, label: t(`nominating:fact.${key}`), value: <span className="plain-text"><bdi>{named[key]}</bdi></span> }] : []));
  return (
    <>
      {(said === "agreed" || said === "withdrawn") && <NotificationBanner kind="success">{t(`nominating:consent.${said}.done`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={round.title} />}>{t(`nominating:consent.${said}.title`)}</PageHeading>
      <p className="govuk-body">{t(`nominating:consent.${said}.text`, values)}</p>
      {said === "asked" && (
        <>
          <SummaryList rows={[...told, { key: "term", label: t("nominating:fact.term"), value: term }]} />
          <h2 className="govuk-heading-m">{t("nominating:consent.role")}</h2>
          <Paragraphs text={round.about} />
          <Paragraphs text={round.criteria} />
          <p className="govuk-body">{t("nominating:consent.published")}</p>
        </>
      )}
      {deeds.length > 0 && (
        <form method="post" noValidate>
          <input type="hidden" name="key" value={token} />
          <ButtonGroup>
            {deeds.map((deed) => (
              <Button key={deed} name="deed" value={deed} look={deed === "agree" ? "main" : "secondary"}>
                {t(`nominating:consent.${deed}`)}
              </Button>
            ))}
          </ButtonGroup>
        </form>
      )}
      <p className="govuk-body">
        <PageLink to={roundPath(partnership, round)}>{t("nominating:answer.round")}</PageLink>
      </p>
    </>
  );
}
