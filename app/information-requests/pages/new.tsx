// Where a request for information is written down.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { informationRequestsPath } from "#app/consultations/office-paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireAnswerer } from "../guard.server.ts";
import { informationRequestPath } from "../paths.ts";
import { laws } from "../request.ts";
import { listAskable, saveRequest } from "../requests.store.server.ts";
import { longestAsked, readRequest, type Problem } from "../typed-request.ts";
import { useProblems } from "../ui/problems.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireAnswerer(args);
  return {
    title: titleOf(wordsFor(language).t("information-requests:new.heading"), language, partnership),
    ...{ partnership, consultations: await listAskable(db(), partnership, now), chosen: new URL(args.request.url).searchParams.get("consultation") },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireAnswerer(args);
  const form = await readForm(args.request, { longest: longestAsked * 2 });
  const typed: Record<string, string> = Object.fromEntries(form);
  const askable = (await listAskable(db(), partnership, now)).map(({ id }) => id);
  const about = askable.filter((id) => form.getAll("consultation").includes(id));
  const read = readRequest(typed, dayOf(now));
  const problems: Problem[] = [...(read.ok ? [] : read.problem), ...(about.length === 0 ? [{ field: "consultation", code: "consultation-missing" }] : [])];
  if (!read.ok || problems.length > 0) return data({ typed, about, problems }, { status: 422 });
  const id = await inTransaction((transaction) => saveRequest(transaction, partnership, read.value, about, { personId: signedIn.personId, now }));
  return redirect(informationRequestPath(partnership, id, { done: "written" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NewInformationRequestPage() {
  const { partnership, consultations, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const { errors, errorOf } = useProblems(refused?.problems ?? []);
  const typed: Record<string, string> = refused?.typed ?? {};
  return (
    <>
      <BackLink to={informationRequestsPath(partnership)} text={t("information-requests:one.back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("information-requests:new.heading")}</PageHeading>
      {consultations.length === 0 ? (
        <p className="govuk-body">{t("information-requests:new.nothing")}</p>
      ) : (
        <form method="post" noValidate>
          <Checkboxes
            name="consultation"
            label={t("information-requests:new.about")}
            values={refused?.about ?? (chosen === null ? [] : [chosen])}
            error={errorOf("consultation")}
            choices={consultations.map(({ id, title }) => ({ value: id, label: <InLanguage text={title} /> }))}
          />
          <Radios
            name="law"
            label={t("information-requests:new.law")}
            hint={t("information-requests:new.law-hint")}
            value={typed.law}
            error={errorOf("law")}
            choices={laws.map((value) => ({ value, label: t(`information-requests:law.${value}`) }))}
          />
          <DateField
            name="received"
            label={t("information-requests:new.received")}
            hint={t("information-requests:new.received-hint")}
            value={{ day: typed["received-day"] ?? "", month: typed["received-month"] ?? "", year: typed["received-year"] ?? "" }}
            error={errorOf("received")}
          />
          <Textarea name="asked" label={t("information-requests:new.asked")} hint={t("information-requests:new.asked-hint")} rows={5} value={typed.asked ?? ""} error={errorOf("asked")} />
          <TextField name="asker" label={t("information-requests:new.asker")} hint={t("information-requests:new.asker-hint")} value={typed.asker} autoComplete="off" error={errorOf("asker")} />
          <TextField name="contact" label={t("information-requests:new.contact")} hint={t("information-requests:new.contact-hint")} value={typed.contact} autoComplete="off" error={errorOf("contact")} />
          <TextField name="fileNumber" label={t("information-requests:new.file-number")} hint={t("information-requests:new.file-number-hint")} width={20} value={typed.fileNumber} error={errorOf("fileNumber")} />
          <Button>{t("information-requests:new.yes")}</Button>
        </form>
      )}
    </>
  );
}
