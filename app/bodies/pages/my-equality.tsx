// What those who sit on a body may say of themselves, so that the partnership sees who is missing. All of it may be left out.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireSignedIn } from "#app/people/session.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forMembers } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { seatsOf } from "../appointments.store.server.ts";
import { diversityQuestions, isApart, optionsOf, readDiversity } from "../diversity.ts";
import { findDiversity, saveDiversity } from "../diversity.store.server.ts";
import { howWeWorkPath, myEqualityPath } from "../public-paths.ts";

/** Whoever sits on a body of the partnership; others have nothing to say here. */
async function requireSitting({ params, request, context: { now } }: Pick<LoaderFunctionArgs, "params" | "request" | "context">) {
  const partnership = await findPartnership(db(), params.partnership);
  const { personId } = await requireSignedIn(request, now);
  const seats = await seatsOf(db(), { partnershipId: partnership.id, personId }, dayOf(now));
  if (seats.length === 0) throw forMembers();
  return { partnership, who: { partnershipId: partnership.id, personId } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, who } = await requireSitting(args);
  const { language } = args.context;
  const asked = new URL(args.request.url).searchParams;
  return {
    title: titleOf(wordsFor(language).t("structure:diversity.title"), language, partnership),
    partnership: { slug: partnership.slug, name: partnership.name },
    said: await findDiversity(db(), who),
    done: (["saved", "cleared"] as const).find((one) => asked.has(one)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, who } = await requireSitting(args);
  const typed = Object.fromEntries(await readForm(args.request));
  const isCleared = typed.clear !== undefined;
  await inTransaction((transaction) => saveDiversity(transaction, who, isCleared ? {} : readDiversity(typed)));
  return redirect(`${myEqualityPath(partnership)}?${isCleared ? "cleared" : "saved"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MyEqualityPage() {
  const { partnership, said, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={howWeWorkPath(partnership)} text={t("structure:how.title")} />
      {done && <NotificationBanner kind="success">{t(`structure:diversity.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("structure:diversity.title")}</PageHeading>
      <p className="govuk-body-l">{t("structure:diversity.why")}</p>
      <p className="govuk-body">{t("structure:diversity.kept")}</p>
      <form method="post" noValidate>
        {diversityQuestions.map((question) => (
          <Radios
            key={question}
            name={question}
            label={t(`consultations:equality.question.${question}.label`)}
            labelSize="m"
            value={said[question]}
            choices={optionsOf(question).map((option) => ({
              value: option,
              label: isApart(option) ? t("consultations:equality.prefer-not-to-say") : t(`consultations:equality.question.${question}.${option}`),
              afterOr: isApart(option),
            }))}
          />
        ))}
        <ButtonGroup>
          <Button>{t("structure:diversity.save")}</Button>
          <Button look="secondary" name="clear" value="yes">
            {t("structure:diversity.clear")}
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}
