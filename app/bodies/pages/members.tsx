// The organisations that belong to a body, each in its category; adding one, and ending that it belongs.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { addMember, endMember, listMembers, membersInARun } from "../belonging.store.server.ts";
import { findBody, holdBody } from "../bodies.store.server.ts";
import { memberCategories } from "../body.ts";
import { officeBodyPath, membersPath } from "../body-paths.ts";
import { listOrganisationChoices } from "../choices.store.server.ts";
import { mayKeepBodies } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const body = await findBody(db(), partnership.id, args.params.body);
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  const members = await listMembers(db(), body.id, after);
  const shown = members.slice(0, membersInARun);
  return {
    ...{ title: titleOf(wordsFor(language).t("seats:members.title"), language, partnership), partnership, body: { slug: body.slug, name: body.name }, isFirst: after === null },
    members: shown.map(({ id, category, startsOn, organisation }) => ({ id, category, startsOn, name: organisation.name })),
    next: members.length > membersInARun ? membersPath(partnership, body, { after: shown.at(-1)!.organisation.sortName }) : null,
    organisations: await listOrganisationChoices(db(), partnership.id),
    isDone: search.get("done") === "saved",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId };
  const today = dayOf(args.context.now);
  const [deed = "", memberId = ""] = (form.get("deed") ?? "").split(" ");
  if (deed !== "add" && deed !== "end") throw badRequest();
  const entries = { organisation: form.get("organisation") ?? "", category: form.get("category") ?? "" };
  const missing = await inTransaction(async (transaction) => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    if (deed === "end") {
      await endMember(transaction, by, body, memberId, today);
      return [];
    }
    const category = memberCategories.find((one) => one === entries.category);
    const organisation = (await listOrganisationChoices(transaction, partnership.id)).find(({ id }) => id === entries.organisation);
    if (category && organisation) await addMember(transaction, by, body, { organisationId: organisation.id, category }, today);
    return [...(organisation ? [] : ["organisation"]), ...(category ? [] : ["category"])];
  });
  if (missing.length > 0) return data({ entries, missing }, { status: 422 });
  return redirect(membersPath(partnership, { slug: args.params.body ?? "" }, { done: "saved" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MembersPage() {
  const { partnership, body, members, organisations, next, isFirst, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date, language } = useWords();
  const problem = (field: string) => t("seats:problem.choose", { field: t(`seats:field.${field}`) });
  const errorAt = (field: string) => (refused?.missing.includes(field) ? problem(field) : undefined);
  return (
    <>
      <BackLink to={officeBodyPath(partnership, body)} text={t("seats:appointment.back")} />
      <ErrorSummary errors={(refused?.missing ?? []).map((field) => ({ href: `#${field}`, text: problem(field) }))} />
      {isDone && !refused && <NotificationBanner kind="success">{t("seats:done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={body.name} />}>{t("seats:members.title")}</PageHeading>
      <p className="govuk-body">{t("seats:members.lead")}</p>
      {members.length === 0 ? (
        <p className="govuk-body">{t("seats:members.none")}</p>
      ) : (
        <form method="post" noValidate>
          <Table
            caption={t("seats:members.title")}
            captionSize="hidden"
            stacks
            columns={(["organisation", "category", "since", "change"] as const).map((key) => ({ key, heading: t(`seats:members.${key}`) }))}
            rows={members.map((one) => ({
              key: one.id,
              cells: [
                <InLanguage key="name" text={one.name} />,
                t(`bodies:category.${one.category}`),
                date(one.startsOn),
                <button key="end" type="submit" className="link-button" name="deed" value={`end ${one.id}`}>
                  {t("seats:members.end")}
                  <span className="govuk-visually-hidden">
                    {" "}
                    (<InLanguage text={one.name} />)
                  </span>
                </button>,
              ],
            }))}
          />
        </form>
      )}
      <Pagination first={isFirst ? null : membersPath(partnership, body)} next={next ? { to: next } : null} />
      <h2 className="govuk-heading-m">{t("seats:members.add")}</h2>
      <form method="post" noValidate>
        <Select
          name="organisation"
          label={t("seats:field.organisation")}
          value={refused?.entries.organisation}
          error={errorAt("organisation")}
          options={[{ value: "", label: t("bodies:choose") }, ...organisations.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
        />
        <Radios
          name="category"
          label={t("seats:field.category")}
          labelSize="s"
          value={refused?.entries.category}
          error={errorAt("category")}
          choices={memberCategories.map((value) => ({ value, label: t(`bodies:category.${value}`) }))}
        />
        <Button name="deed" value="add">
          {t("seats:members.save")}
        </Button>
      </form>
    </>
  );
}
