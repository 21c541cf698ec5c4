// Asks for an organisation to join a network. What is sent waits until whoever reads the address has said that it was they who wrote.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { kindsOfSectors } from "#app/bodies/organisation.ts";
import { sectors } from "#app/bodies/sector.ts";
import { networkPath } from "#app/bodies/public-paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { applicationFields, confirmInDays, keptInMonths, longest, readApplication } from "../application.ts";
import { apply } from "../applications.store.server.ts";
import { findNetwork } from "../networks.store.server.ts";
import { joinPath } from "../paths.ts";

async function findOpen({ params }: Pick<LoaderFunctionArgs, "params">) {
  const partnership = await findPartnership(db(), params.partnership);
  const network = await findNetwork(db(), partnership.id, params.network);
  if (!network.isOpen) throw redirect(networkPath(partnership, network));
  return { partnership, network };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, network } = await findOpen(args);
  const isAsked = new URL(args.request.url).searchParams.has("asked");
  const name = textIn(network.name, language).text;
  return { title: titleOf(wordsFor(language).t(isAsked ? "networks:join.asked-of" : "networks:join.title-of", { name }), language, partnership), partnership, network, isAsked };
}

export async function action(args: ActionFunctionArgs) {
  const { language, now, address } = args.context;
  const { partnership, network } = await findOpen(args);
  const form = await readForm(args.request);
  const entries = Object.fromEntries(applicationFields.map((field) => [field, form.getAll(field).join(" ")]));
  const read = readApplication(entries, network.constituencies.map(({ id }) => id));
  const refuse = (problems: { field: string; code: string; most?: number }[], status: number) => data({ entries, problems, clashes: [], now: {} }, { status });
  if (!read.ok) return refuse(read.problem, 422);
  const isWithin = (await isWithinLimit("letter from", address, 30, 3600)) && (await isWithinLimit("joining", `${network.id} ${read.value.email}`, 3, 3600));
  if (!isWithin) return refuse([{ field: "email", code: "too-many" }], 429);
  await inTransaction((transaction) => apply(transaction, { partnership, network, language, now }, read.value));
  return redirect(joinPath(partnership, network, { asked: "yes" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function JoinPage() {
  const { partnership, network, isAsked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const { field, errors, entries } = useFields({ say: (name) => t(`networks:join.field.${name}`), sayProblem: (code, values) => t(`networks:problem.${code}`, values) }, { loaded: {}, refused });
  const caption = <InLanguage text={network.name} />;
  const back = <BackLink to={networkPath(partnership, network)} text={textIn(network.name, language).text} />;
  if (isAsked && !refused) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("networks:join.asked")}</PageHeading>
        <p className="govuk-body">{t("networks:join.press", { count: confirmInDays, number: number(confirmInDays) })}</p>
        <p className="govuk-body">{t("networks:join.nothing-came")}</p>
      </>
    );
  }
  return (
    <>
      {back}
      <ErrorSummary errors={errors} />
      <PageHeading caption={caption}>{t("networks:join.title")}</PageHeading>
      <p className="govuk-body">{t("networks:join.text")}</p>
      <form method="post" noValidate>
        <FieldsetGroup id="about-organisation" label={t("networks:join.organisation")}>
          <TextField {...field("organisation")} autoComplete="organization" />
          <Select
            {...field("kind")}
            options={[{ value: "", label: t("organisations:choose") }]}
            groups={sectors.map((sector) => ({ label: t(`bodies:sector.${sector}`), options: kindsOfSectors[sector].map((value) => ({ value, label: t(`organisations:kind.${value}`) })) }))}
          />
          <TextField {...field("charityNumber")} hint={t("organisations:field.charityNumber-hint")} width={10} dir="ltr" autoComplete="off" />
          <TextField {...field("website")} hint={t("networks:join.website-hint")} type="url" autoComplete="url" />
          {network.constituencies.length > 0 && (
            <Checkboxes
              {...field("constituencies")}
              labelSize="s"
              hint={t("networks:join.constituencies-hint")}
              values={(entries.constituencies ?? "").split(" ")}
              choices={network.constituencies.map(({ id, name }) => ({ value: id, label: <InLanguage text={name} /> }))}
            />
          )}
          <Textarea {...field("about")} rows={5} hint={t("networks:join.about-hint", { most: number(longest.about) })} />
        </FieldsetGroup>
        <FieldsetGroup id="about-you" label={t("networks:join.you")} hint={t("networks:join.you-hint")}>
          <TextField {...field("name")} autoComplete="name" />
          <TextField {...field("email")} hint={t("networks:join.email-hint")} type="email" autoComplete="email" spellCheck={false} />
          <TextField {...field("telephone")} type="tel" autoComplete="tel" width={20} />
        </FieldsetGroup>
        <FieldsetGroup id="deputy" label={t("networks:delegate.deputy")} hint={t("networks:join.deputy-hint")}>
          <TextField {...field("deputyName")} autoComplete="off" />
          <TextField {...field("deputyEmail")} type="email" autoComplete="off" spellCheck={false} />
        </FieldsetGroup>
        <p className="govuk-body">{t("networks:join.kept", { count: keptInMonths, number: number(keptInMonths) })}</p>
        <Button>{t("networks:join.send")}</Button>
      </form>
    </>
  );
}
