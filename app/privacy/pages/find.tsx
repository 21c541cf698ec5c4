// Finds what is held of somebody by an e-mail address, a reference or a name, and writes a request about it down. What is looked
// for is posted, so that it stands in no address.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { recordSight, requireKeeper } from "../guard.server.ts";
import { readRef, readSearch, writeRef } from "../holding.ts";
import { describeHeld, findHeld, mostFound } from "../holdings.server.ts";
import { privacyPath, requestPath } from "../paths.ts";
import { readRequest, type RequestEntries, type RequestProblem } from "../request.ts";
import { saveRequest } from "../requests.store.server.ts";
import { NewRequestForm } from "../ui/new-request-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, words } = await requireKeeper(args);
  return { partnership, most: mostFound, title: titleOf(words.t("privacy:find.title"), words.language, partnership) };
}

const nothingEntered: RequestEntries = { kind: "", day: "", month: "", year: "", fileNumber: "" };

export async function action(args: ActionFunctionArgs) {
  const keeper = await requireKeeper(args);
  const { partnership, words, now, by } = keeper;
  if (!(await isWithinLimit("looking for people", by, 120, 3600))) throw tooMany();
  const form = await readForm(args.request);
  const typed = (form.get("search") ?? "").slice(0, 500);
  const search = readSearch(typed);
  if (!search) {
    const error = words.t(typed.trim() === "" ? "privacy:find.error.missing" : "privacy:find.error.short");
    return data({ typed, error, found: null }, { status: 422 });
  }
  const chosen = form.getAll("thing").flatMap((one) => readRef(one) ?? []);
  const given = (name: string) => (form.get(name) ?? "").slice(0, 200);
  const entries: RequestEntries = {
    ...{ kind: given("kind"), fileNumber: given("fileNumber") },
    ...{ day: given("received-day"), month: given("received-month"), year: given("received-year") },
  };
  const isRecording = form.get("deed") === "record";
  let problems: RequestProblem[] = [];
  if (isRecording) {
    const read = readRequest(entries, dayOf(now));
    if (read.ok && chosen.length > 0) {
      // because only what is there, and in this partnership, may be named
      const subject = (await describeHeld(db(), { ...keeper, refs: chosen })).map(({ kind, id: of }) => ({ kind, id: of }));
      const id = await inTransaction((transaction) => saveRequest(transaction, read.value, subject, { partnershipId: partnership.id, by, now }));
      throw redirect(requestPath(partnership, id));
    }
    problems = read.ok ? [] : read.problem;
  }
  const { things, isCut } = await findHeld(db(), { ...keeper, search });
  await recordSight(keeper, "personal-data.read", null, { by: search.by, count: things.length });
  const found = {
    ...{ isCut, entries: isRecording ? entries : nothingEntered, chosen: chosen.map(writeRef), problems, chosenMissing: isRecording && chosen.length === 0 },
    things: things.map((thing) => ({ ref: writeRef(thing), kind: thing.kind, name: thing.name, rows: thing.rows.slice(0, 6) })),
  };
  return data({ typed, error: null, found }, { status: isRecording ? 422 : 200 });
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function FindHeld() {
  const { partnership, most } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t, number } = useWords();
  const found = answered?.found ?? null;
  const errors = [
    ...(answered?.error ? [{ href: "#search", text: answered.error }] : []),
    ...(found?.chosenMissing ? [{ href: "#thing", text: t("privacy:find.error.chosen") }] : []),
    ...(found?.problems.map(({ field, code }) => ({ href: `#${field}`, text: t(`privacy:request.problem.${code}`) })) ?? []),
  ];
  return (
    <>
      <BackLink to={privacyPath(partnership)} text={t("privacy:overview.title")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("privacy:find.title")}</PageHeading>
      <form method="post" noValidate>
        <TextField
          name="search"
          label={t("privacy:find.search")}
          hint={t("privacy:find.hint")}
          autoComplete="off"
          spellCheck={false}
          value={answered?.typed}
          error={answered?.error ?? undefined}
        />
        <Button>{t("privacy:find.go")}</Button>
      </form>
      {found && found.things.length === 0 && <p className="govuk-body">{t("privacy:find.nothing")}</p>}
      {found && found.things.length > 0 && (
        <>
          {found.isCut && <p className="govuk-body">{t("privacy:find.cut", { most: number(most) })}</p>}
          <NewRequestForm search={answered?.typed ?? ""} found={found} />
        </>
      )}
    </>
  );
}
