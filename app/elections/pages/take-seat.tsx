// Where the link leads of the letter to somebody who is next in an election: they take the seat that was left free, or do not. Opening it changes
// nothing, because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection } from "../elections.store.server.ts";
import { offerState } from "../offer.ts";
import { answerOffer, findOfferByLink } from "../offers.store.server.ts";
import { electionPath } from "../paths.ts";

async function find({ params, context: { address, now } }: Pick<LoaderFunctionArgs, "params" | "context">, token: string) {
  if (!(await isWithinLimit("election link", address, 120, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const found = await findOfferByLink(db(), election, token, dayOf(now));
  const said = found && offerState(found.offer, dayOf(now));
  // because the seat may have been filled in another way meanwhile
  const state = found === null ? "dead" : said === "waiting" && !found.seat?.isFree ? "taken" : said!;
  return { partnership, election, found, state };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const token = new URL(args.request.url).searchParams.get("key") ?? "";
  const { partnership, election, found, state } = await find(args, token);
  const words = wordsFor(language);
  return data(
    {
      title: titleOf(words.t(`offers:answer.${state}.title`), language, partnership),
      ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title, role: election.role }, token, state },
      ...{ name: found?.offer.name ?? "", body: textIn(found?.seat?.body.name, language).text, until: found ? words.date(found.offer.answerBy) : "", end: found?.seat ? words.date(found.seat.left.endsOn) : "" },
    },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  const [token, deed] = [form.get("key") ?? "", form.get("deed")];
  const { partnership, election, found, state } = await find(args, token);
  // The loader then says that the link is dead.
  if (!found) return data(null, { status: 410 });
  if (deed !== "accept" && deed !== "decline") throw badRequest();
  if (state === "waiting") await inTransaction((transaction) => answerOffer(transaction, { partnershipId: partnership.id, personId: null, now: args.context.now }, election, found.offer, deed === "accept"));
  return redirect(electionPath(partnership, election, "seat", { key: token }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function TakeSeatPage() {
  const { partnership, election, token, state, name, body, until, end } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const values = { name, body, date: until, end };
  return (
    <>
      {(state === "accepted" || state === "declined") && <NotificationBanner kind="success">{t(`offers:answer.${state}.done`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t(`offers:answer.${state}.title`)}</PageHeading>
      <p className="govuk-body">{t(`offers:answer.${state}.text`, values)}</p>
      {state === "waiting" && (
        <>
          <Paragraphs text={election.role} />
          <p className="govuk-body">{t("offers:answer.waiting.until", values)}</p>
          <form method="post" noValidate>
            <input type="hidden" name="key" value={token} />
            <ButtonGroup>
              <Button name="deed" value="accept">
                {t("offers:answer.accept")}
              </Button>
              <Button name="deed" value="decline" look="secondary">
                {t("offers:answer.decline")}
              </Button>
            </ButtonGroup>
          </form>
        </>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election)}>{t("candidates:mine.election")}</PageLink>
      </p>
    </>
  );
}
