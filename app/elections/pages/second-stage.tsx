// The second stage of filling a body: which places are filled once the others are, who is missing then, and the election with places reserved
// for them that follows. [A6.3]
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { appointmentDetailsPath } from "#app/bodies/body-paths.ts";
import { mayKeepBodies } from "#app/bodies/policy.ts";
import { confidential } from "#app/disclosure/published-table.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { languages, textIn, type Text } from "#app/shared/languages.ts";
import { textAsTyped } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { beginningHead } from "../election-form.ts";
import { requireElectionsKeeper } from "../guard.server.ts";
import { officeElectionPath, officeElectionsPath } from "../paths.ts";
import { gapsToChoose, gapValue, missingSectors, readSecondStage, reservesFor, sectorCategory, type Gap } from "../second-stage.ts";
import { beginSecondStage, findGapLine, listFirstStages, listGapLines, listSecondStages, sittingTables } from "../second-stage.store.server.ts";
import { GapLineFacts, SecondStageFields } from "../ui/second-stage.tsx";

const groupKey = ({ category, group }: Gap) => category === "condition" ? "elections:second-stage.condition" : category === sectorCategory ? `bodies:sector.${group}` : `consultations:equality.question.${category}.${group}`;
const inEachLanguage = (key: string, values: (language: (typeof languages)[number]) => Record<string, string> = () => ({})): Text =>
  Object.fromEntries(languages.map((language) => [language, wordsFor(language).t(key, values(language))]));

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, roles } = await requireElectionsKeeper(args);
  const { t } = wordsFor(language);
  const asked = new URL(args.request.url).searchParams.get("line");
  const lines = await listGapLines(db(), partnership.id, now);
  const line = asked === null ? null : await findGapLine(db(), partnership.id, asked, now);
  const tables = await sittingTables(db(), partnership.id, now);
  const shownOf = ({ category, group }: Gap) => tables.find(({ id }) => id === category)?.rows.find(({ value }) => value === group)?.all;
  const gaps = line ? gapsToChoose(missingSectors(line.sectors)) : [];
  return {
    title: titleOf(line ? t("elections:second-stage.title-of", { body: textIn(line.body.name, language).text }) : t("elections:second-stage.title"), language, partnership),
    ...{ partnership, lines, line, firsts: line ? await listFirstStages(db(), partnership.id, line) : [], seconds: line ? await listSecondStages(db(), partnership.id, line) : [] },
    gaps: gaps.map((gap) => ({ ...gap, value: gapValue(gap), label: t(groupKey(gap)), figure: gap.category === sectorCategory ? null : (shownOf(gap) ?? confidential) })),
    coOptPath: line && line.firstFree !== null && mayKeepBodies(roles) ? appointmentDetailsPath(partnership, line.body, { lineId: line.id, seat: line.firstFree }) : null,
    entries: line ? { seats: String(line.free), ...textAsTyped("title", inEachLanguage("elections:second-stage.proposed-title", (one) => ({ body: textIn(line.body.name, one).text }))) } : {},
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireElectionsKeeper(args);
  const form = await readForm(args.request);
  const [entries, chosen] = [Object.fromEntries(form), form.getAll("gap")];
  const refuse = (problems: { field: string; code: string; most?: number }[]) => data({ entries, chosen, problems, clashes: [], now: {} }, { status: 422 });
  if (!entries.line) return refuse([{ field: "line", code: "line-missing" }]);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const done = await inTransaction(async (transaction) => {
    const line = await findGapLine(transaction, partnership.id, entries.line!, now);
    const known = { gaps: gapsToChoose(missingSectors(line.sectors)), free: line.free, elections: await listFirstStages(transaction, partnership.id, line) };
    const read = readSecondStage(entries, chosen, known);
    if (!read.ok) return read;
    const { title, seats, firstStageId } = read.value;
    const say = { category: (category: string) => inEachLanguage(`elections:second-stage.category.${category}`), group: (gap: Gap) => inEachLanguage(groupKey(gap)) };
    const head = { ...beginningHead(title, dayOf(now)), seats, lineId: line.id, termInMonths: line.termInMonths, reserves: reservesFor(read.value, say, newId) };
    return { ok: true as const, value: await beginSecondStage(transaction, by, line, head, firstStageId) };
  });
  return done.ok ? redirect(officeElectionPath(partnership, { id: done.value }, "", { done: "begun" })) : refuse(done.problem);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SecondStagePage() {
  const { partnership, lines, line, gaps, firsts, seconds, coOptPath, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`elections:second-stage.field.${name}`, values), sayProblem: (code, values) => t(`elections:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const here = (query = {}) => officeElectionPath(partnership, { id: "second-stage" }, "", query);
  if (!line) {
    return (
      <>
        <BackLink to={officeElectionsPath(partnership)} text={t("elections:office-list.title")} />
        <ErrorSummary errors={fields.errors} />
        <PageHeading caption={<InLanguage text={partnership.name} />}>{t("elections:second-stage.title")}</PageHeading>
        <p className="govuk-body">{t("elections:second-stage.lead")}</p>
        {lines.length === 0 && <p className="govuk-body">{t("elections:second-stage.none")}</p>}
        <ul className="govuk-list govuk-list--bullet" id="line">
          {lines.map(({ id, body, holder, free }) => (
            <li key={id}>
              <PageLink to={here({ line: id })}>
                <InLanguage text={body.name} />
              </PageLink>
              : <InLanguage text={holder} /> {t("elections:second-stage.free", { number: number(free) })}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <BackLink to={here()} text={t("elections:second-stage.title")} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={line.body.name} />}>{t("elections:second-stage.title")}</PageHeading>
      <GapLineFacts {...{ partnership, line, seconds, coOptPath }} />
      {line.free > 0 && <SecondStageFields {...{ fields, line, gaps, firsts, chosen: refused?.chosen ?? gaps.filter(({ category }) => category === sectorCategory).map(({ value }) => value) }} />}
    </>
  );
}
