// Where the links lead of letters to those who follow decisions: to say yes, to choose anew, to stop. Opening it changes nothing,
// because programs that check mail open links too; a press does, and so does the one press that mail programs offer themselves [RFC 8058].
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { listOpenOrganisations } from "#app/bodies/organisations.store.server.ts";
import { isLinkAllowed, keyOf, readLinkPost } from "#app/files/letter-link.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { badRequest, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { followsAsTyped, readFollows } from "../follow-form.ts";
import { confirmFollower, findFollower, stopFollower } from "../followers.store.server.ts";
import { followDecisionsPath, followingDecisionsPath } from "../paths.ts";
import { FollowFields } from "../ui/follow-fields.tsx";

const isAllowed = (address: string) => isLinkAllowed("following decisions link", address);

async function findChoices(partnershipId: string) {
  const [bodies, organisations] = await Promise.all([listBodies(db(), partnershipId), listOpenOrganisations(db(), partnershipId)]);
  return { bodies: bodies.map(({ id, name }) => ({ id, name })), organisations };
}

export async function loader({ params, request, context: { language, now, address } }: LoaderFunctionArgs) {
  if (!(await isAllowed(address))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const search = new URL(request.url).searchParams;
  const follower = await findFollower(db(), partnership.id, keyOf(request), now);
  const state = follower ? (follower.confirmedAt ? "following" : "asked") : search.has("stopped") ? "stopped" : "dead";
  return data(
    {
      title: titleOf(wordsFor(language).t(`decisions:following.${state}.title`), language, partnership),
      ...{ state, partnership, isDone: search.has("done"), entries: follower && followsAsTyped(follower) },
      ...(state === "following" ? await findChoices(partnership.id) : { bodies: [], organisations: [] }),
    },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action({ params, request, context: { now, address } }: ActionFunctionArgs) {
  if (!(await isAllowed(address))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const { fields, isOneClick, deed } = await readLinkPost(request);
  const key = keyOf(request);
  const { bodies, organisations } = await findChoices(partnership.id);
  const done = await inTransaction(async (transaction): Promise<"dead" | "unknown" | "done"> => {
    const follower = await findFollower(transaction, partnership.id, key, now);
    if (!follower) return "dead";
    if (deed === "stop") await stopFollower(transaction, follower);
    else if (deed === "confirm") await confirmFollower(transaction, follower, null, now);
    else if (deed === "change" && follower.confirmedAt) {
      await confirmFollower(transaction, follower, readFollows(fields, { bodyIds: bodies.map(({ id }) => id), organisationIds: organisations.map(({ id }) => id), language: follower.language }), now);
    } else return "unknown";
    return "done";
  });
  // a mail program that asks again, after the address has gone, has what it wanted
  if (isOneClick) return data(null);
  if (done === "dead") return data(null, { status: 410 });
  if (done === "unknown") throw badRequest();
  return redirect(followingDecisionsPath(partnership, key, deed === "stop" ? { stopped: "yes" } : { done: "yes" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FollowingPage() {
  const { state, partnership, isDone, entries, bodies, organisations } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      {isDone && <NotificationBanner kind="success">{t("decisions:following.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(`decisions:following.${state}.title`)}</PageHeading>
      <p className="govuk-body">{t(`decisions:following.${state}.text`)}</p>
      {state === "asked" && (
        <form method="post" noValidate>
          <Button name="deed" value="confirm">
            {t("decisions:following.confirm")}
          </Button>
        </form>
      )}
      {state === "following" && entries && (
        <form method="post" noValidate>
          <FollowFields entries={entries} bodies={bodies} organisations={organisations} />
          <ButtonGroup>
            <Button name="deed" value="change">
              {t("decisions:following.change")}
            </Button>
            <Button look="secondary" name="deed" value="stop">
              {t("decisions:following.stop")}
            </Button>
          </ButtonGroup>
        </form>
      )}
      {(state === "stopped" || state === "dead") && (
        <p className="govuk-body">
          <PageLink to={followDecisionsPath(partnership)}>{t("decisions:follow.title")}</PageLink>
        </p>
      )}
    </>
  );
}
