// Says that we have the response, and asks whether the equality questions may follow.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pagesOf } from "#app/forms/check.ts";
import { entriesOfAnswers } from "#app/forms/entries-of-answers.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { equalityForm } from "../equality-form.ts";
import { findEqualityAnswers } from "../equality.store.server.ts";
import { equalityPath, sentPath } from "../paths.ts";
import { findResponding, neverKept, requireAskedForEquality } from "../responding.server.ts";
import { EqualityAsked } from "../ui/equality-asked.tsx";
import { Reference } from "../ui/reference.tsx";

// because what the pages of questions kept in the tab is cleared away where sending leads
export const handle = { scripts: ["keep-answers"] };

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const { id, reference } = await requireAskedForEquality(responding);
  const answers = await findEqualityAnswers(db(), consultation, id);
  const name = wordsFor(language).t("consultations:equality.title", { consultation: textIn(consultation.title, language).text });
  return {
    title: titleOf(name, language, partnership),
    ...{ consultation: consultation.title, reference },
    hasAnswered: Object.keys(answers).length > 0,
  };
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const { id } = await requireAskedForEquality(responding);
  const choice = (await readForm(args.request)).get("answer");
  if (choice === "skip") return redirect(sentPath(partnership, consultation));
  if (choice !== "yes") return data({ isMissing: true }, { status: 422 });
  const form = equalityForm(textInAll);
  const answers = await findEqualityAnswers(db(), consultation, id);
  const [first] = pagesOf(form, entriesOfAnswers(form, answers));
  return redirect(first ? equalityPath(partnership, consultation, first.id) : sentPath(partnership, consultation));
}

export default function EqualityPage() {
  const { consultation, reference, hasAnswered } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <EqualityAsked consultation={consultation} isMissing={tried?.isMissing ?? false} hasAnswered={hasAnswered}>
      <NotificationBanner kind="success">
        <p className="govuk-notification-banner__heading">
          {t("consultations:receipt.heading")} {t("consultations:receipt.reference")} <Reference reference={reference} />
        </p>
      </NotificationBanner>
    </EqualityAsked>
  );
}
