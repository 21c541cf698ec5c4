// Where the links lead of letters to those who asked to be told: to say yes, and later to stop. Opening it changes nothing,
// because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findConsultation } from "#app/consultations/store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { followingPath } from "#app/consultations/paths.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmFollowing, findFollowing, stopFollowing } from "../followers.store.server.ts";

export async function loader({ params, request, context: { language, now, address } }: LoaderFunctionArgs) {
  if (!(await isWithinLimit("following link", address, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const search = new URL(request.url).searchParams;
  const token = search.get("key") ?? "";
  const following = await findFollowing(db(), partnership.id, token, now);
  const consultation = following && (await findConsultation(db(), partnership.id, following.consultationId));
  const state = following ? (following.isConfirmed ? "following" : "asked") : search.has("stopped") ? "stopped" : "dead";
  return data(
    {
      title: titleOf(wordsFor(language).t(`replies:following.${state}.title`), language, partnership),
      ...{ state, token, consultation: consultation?.title ?? null, isDone: search.has("done") },
    },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action({ params, request, context: { now, address } }: ActionFunctionArgs) {
  if (!(await isWithinLimit("following link", address, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const form = await readForm(request);
  const token = form.get("key") ?? "";
  const stops = form.get("deed") === "stop";
  const following = await inTransaction(async (transaction) => {
    const found = await findFollowing(transaction, partnership.id, token, now);
    if (found) await (stops ? stopFollowing(transaction, found) : confirmFollowing(transaction, found, now));
    return found;
  });
  // The loader then says that the link is dead.
  if (!following) return data(null, { status: 410 });
  return redirect(`${followingPath(partnership, token)}&${stops ? "stopped" : "done"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FollowingPage() {
  const { state, token, consultation } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading caption={consultation && <InLanguage text={consultation} />}>{t(`replies:following.${state}.title`)}</PageHeading>
      <p className="govuk-body">{t(`replies:following.${state}.text`)}</p>
      {(state === "asked" || state === "following") && (
        <form method="post" noValidate>
          <input type="hidden" name="key" value={token} />
          <Button look={state === "asked" ? "main" : "secondary"} name="deed" value={state === "asked" ? "confirm" : "stop"}>
            {t(`replies:following.${state}.button`)}
          </Button>
        </form>
      )}
    </>
  );
}
