// A line of the version of seats that is being worked on: added, changed or taken away. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findBody, holdBody } from "../bodies.store.server.ts";
import { seatLinePath, seatsPath } from "../body-paths.ts";
import { listNetworkChoices, listOrganisationChoices } from "../choices.store.server.ts";
import { lineAsTyped, lineUnits, longest, mostLines, readLine } from "../line-form.ts";
import { mayKeepBodies } from "../policy.ts";
import { findDraftScheme, removeLine, saveLine, type Scheme } from "../schemes.store.server.ts";
import { linesWithin, mainLines } from "../seat-scheme.ts";
import { LineFields } from "../ui/line-fields.tsx";

async function findDraft(on: Database, bodyId: string, lineId: string | undefined) {
  const scheme = await findDraftScheme(on, bodyId);
  const line = scheme?.lines.find(({ id }) => id === lineId) ?? null;
  if (!scheme || (lineId !== "new" && !line)) throw notFound();
  return { scheme, line };
}

async function findChoices(on: Database, partnership: Partnership, scheme: Scheme, lineId: string | null) {
  const line = scheme.lines.find(({ id }) => id === lineId);
  return {
    // because a line that others stand within stands within none
    within: line && linesWithin(scheme, line).length > 0 ? [] : mainLines(scheme).filter(({ id }) => id !== lineId).map(({ id, holder }) => ({ id, name: holder })),
    organisations: await listOrganisationChoices(on, partnership.id),
    networks: await listNetworkChoices(on, partnership.id),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const body = await findBody(db(), partnership.id, args.params.body);
  const { scheme, line } = await findDraft(db(), body.id, args.params.line);
  return {
    title: titleOf(wordsFor(args.context.language).t(line ? "seats:line.title" : "seats:line.new"), args.context.language, partnership),
    ...{ partnership, body, line: line && { id: line.id, holder: line.holder }, entries: lineAsTyped(line) },
    choices: await findChoices(db(), partnership, scheme, line?.id ?? null),
    asks: line !== null && new URL(args.request.url).searchParams.get("ask") === "remove",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request, { longest: longest.roleDescription * 2 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId };
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    const { scheme, line } = await findDraft(transaction, body.id, args.params.line);
    const here = seatsPath(partnership, body);
    if (form.get("deed") === "remove" && line) {
      await removeLine(transaction, by, body, scheme, line.id);
      return `${here}#new`;
    }
    const theirs = lineAsTyped(line);
    const { merged, clashes } = takeEdits(lineUnits, form, theirs);
    const choices = await findChoices(transaction, partnership, scheme, line?.id ?? null);
    const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
    const read = readLine(merged, { within: ids(choices.within), organisations: ids(choices.organisations), networks: ids(choices.networks) });
    const problems: Refused["problems"] = [...(read.ok ? [] : read.problem), ...(!line && scheme.lines.length >= mostLines ? [{ field: "holder-en", code: "lines", most: mostLines }] : [])];
    if (!read.ok || problems.length > 0 || clashes.length > 0) return { entries: merged, problems, clashes, now: theirs };
    const id = await saveLine(transaction, by, body, scheme, line?.id ?? null, read.value);
    return `${here}#${id}`;
  });
  return typeof done === "string" ? redirect(done) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SeatLinePage() {
  const { partnership, body, line, choices, asks, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`seats:field.${name}`, values), sayProblem: (code, values) => t(`seats:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  if (asks && line) {
    return (
      <Confirming
        question={t("seats:line.remove-question")}
        consequence={t("seats:line.remove-consequence")}
        yes={{ name: "deed", value: "remove", text: t("seats:line.remove") }}
        no={t("seats:line.remove-no")}
        backTo={seatLinePath(partnership, body, line.id)}
      />
    );
  }
  return (
    <>
      <BackLink to={seatsPath(partnership, body)} text={t("seats:scheme.title")} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={body.name} />}>{t(line ? "seats:line.title" : "seats:line.new")}</PageHeading>
      <form method="post" noValidate>
        {fields.inEach("holder", { most: longest.holder })}
        <LineFields fields={fields} {...choices} />
        {line && <AsOpened entries={fields.before} />}
        <ButtonGroup>
          <Button>{t("bodies:details.save")}</Button>
          {line && <PageLink to={seatLinePath(partnership, body, line.id, { ask: "remove" })}>{t("seats:line.remove")}</PageLink>}
        </ButtonGroup>
      </form>
    </>
  );
}
