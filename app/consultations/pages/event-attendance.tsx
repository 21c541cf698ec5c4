// How many came to an event that has been, and how they had heard of it: also after nobody can answer any more.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readNumber } from "#app/shared/typed.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { changeEvent, findEvent } from "../events.store.server.ts";
import { mayDesign } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { designEventsPath } from "../office-paths.ts";
import { isReachChannel, reachChannels } from "../reach.ts";

const mostPeople = 100_000;

/** The event, if it has begun, was not cancelled and its consultation is published. */
async function findHeldEvent(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await findForOffice(args, mayDesign);
  const event = await findEvent(db(), found.consultation, args.params.event);
  if (event.cancelledAt !== null || event.startsAt > args.context.now || found.consultation.publishedAt === null) throw notFound();
  return { ...found, event };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, event } = await findHeldEvent(args);
  const title = titleOf(wordsFor(args.context.language).t("prepare:attendance.title"), args.context.language, partnership);
  return { title, partnership, consultation, event };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn, event } = await findHeldEvent(args);
  const form = await readForm(args.request);
  const heardBy = form.getAll("heardBy").filter(isReachChannel);
  const typed = form.get("attended") ?? "";
  const attended = readNumber(typed);
  const isCount = attended && attended.decimals === 0 && attended.value >= 0 && attended.value <= mostPeople;
  if (!isCount) return data({ typed, heardBy }, { status: 422 });
  await inTransaction(async (transaction) => {
    await changeEvent(transaction, consultation, event.id, { attended: attended.value, heardBy });
    await dropPublishedPages(transaction, partnership.id);
    await recordAudit(transaction, {
      ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "consultation.count-attendance" },
      ...{ subjectKind: "consultation", subjectId: consultation.id, facts: { eventId: event.id, count: attended.value } },
    });
  });
  return redirect(`${designEventsPath(partnership, consultation)}?counted`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function EventAttendancePage() {
  const { partnership, consultation, event } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = refused && t("prepare:attendance.problem", { most: number(mostPeople) });
  return (
    <>
      <BackLink to={designEventsPath(partnership, consultation)} text={t("prepare:events.back")} />
      <ErrorSummary errors={error ? [{ href: "#attended", text: error }] : []} />
      <PageHeading caption={<InLanguage text={event.title} />}>{t("prepare:attendance.title")}</PageHeading>
      <form method="post" noValidate>
        <TextField
          name="attended"
          label={t("prepare:attendance.number")}
          labelSize="m"
          hint={t("prepare:attendance.number-hint")}
          width={5}
          inputMode="numeric"
          autoComplete="off"
          value={refused?.typed ?? event.attended?.toString()}
          error={error}
        />
        <Checkboxes
          name="heardBy"
          small
          label={t("prepare:attendance.heard")}
          hint={t("prepare:attendance.heard-hint")}
          values={refused?.heardBy ?? event.heardBy}
          choices={reachChannels.map((channel) => ({ value: channel, label: t(`prepare:reach-channel.${channel}`) }))}
        />
        <Button>{t("prepare:save")}</Button>
      </form>
    </>
  );
}
