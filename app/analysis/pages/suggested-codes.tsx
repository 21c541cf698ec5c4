// Codes suggested for answers, one at a time: a person accepts or rejects each, with what the suggesting was measured at beside it.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { questionName, within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { fullName } from "../code.ts";
import { listCodes } from "../codeframes.store.server.ts";
import { readingPath, suggestedCodesPath, suggestionsPath } from "../paths.ts";
import { recordReading } from "../reading.server.ts";
import { findQuestionPage } from "../suggesting.server.ts";
import { acceptSuggestion, countByCode, findNext, findRun, rejectSuggestion } from "../suggestions.store.server.ts";
import { KeyHint, useReadingKeys } from "../ui/reading-keys.tsx";

const dones = ["taken", "accepted", "rejected", "not-given"] as const;

async function findHere(args: LoaderFunctionArgs) {
  const found = await findQuestionPage(args);
  const frame = found.frames.find(({ id }) => id === args.params.codeframe);
  if (!frame) throw notFound();
  return { ...found, frame, here: suggestedCodesPath(found.partnership, found.consultation, found.set, found.question.id, frame) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const found = await findHere(args);
  const { partnership, consultation, set, question, frame, here } = found;
  const codes = await listCodes(db(), frame);
  const { searchParams } = new URL(args.request.url);
  const codeId = codes.find(({ id }) => id === searchParams.get("code"))?.id ?? null;
  const where = { setId: set.id, questionId: question.id, codeframeId: frame.id };
  const next = await findNext(db(), where, { codeId, after: searchParams.get("after") });
  if (next) await recordReading(found, { set: set.number, questionId: question.id, shown: 1 });
  const run = await findRun(db(), { ...where, kind: "codes" }, { isFinished: true });
  const counts = await countByCode(db(), where);
  const words = wordsFor(language);
  return {
    title: titleOf(words.t("suggestions:codes.title-of", { question: questionName(question, words), name: within(frame.name, { language }) }), language, partnership),
    ...{ label: question.label, frame: { name: frame.name }, set: set.number, codeId, next, here, hasRun: run !== null, done: dones.find((one) => one === searchParams.get("done")) ?? null },
    nextName: next && fullName(codes, next.codeId, language),
    read: next && readingPath(partnership, consultation, question.id, next.textId),
    rows: codes.flatMap(({ id, retiredAt }) => {
      const [count, measure] = [counts.find((one) => one.codeId === id) ?? null, run?.measures.find((one) => one.codeId === id) ?? null];
      return retiredAt === null && (count || measure) ? [{ id, name: fullName(codes, id, language), count, measure }] : [];
    }),
    back: suggestionsPath(partnership, consultation, set),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { consultation, signedIn, here } = await findHere(args);
  const form = await readForm(args.request);
  const [deed, id = ""] = (form.get("deed") ?? "").split(":");
  if (deed !== "accept" && deed !== "reject") throw badRequest();
  const by = { personId: signedIn.personId, now };
  const code = form.get("code") ?? "";
  const back = (done: (typeof dones)[number]) => redirect(`${here}?${new URLSearchParams({ done, ...(/^\w+$/.test(code) && { code }) })}`);
  if (deed === "reject") {
    await inTransaction((transaction) => rejectSuggestion(transaction, consultation, by, id));
    return back("rejected");
  }
  const problem = await inTransaction((transaction) => acceptSuggestion(transaction, consultation, by, id));
  return back(problem === null || problem === "decided" ? "accepted" : "not-given");
}

export const handle = { hydrates: true, width: "work", words: ["suggestions", "outside", "analysis", "codeframe", "coding", "reading"] };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SuggestedCodesPage() {
  const { label, frame, set, codeId, next, nextName, read, rows, hasRun, here, back, done } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const keys = useReadingKeys();
  const share = (value: number | null) => (value === null ? t("suggestions:measure.none") : `${number(100 * value, 0)}%`);
  const measured = rows.find(({ id }) => id === next?.codeId)?.measure ?? null;
  return (
    <>
      <BackLink to={back} text={t("suggestions:back")} />
      {done && <NotificationBanner kind={done === "not-given" ? "important" : "success"}>{t(`suggestions:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={label} />}>
        {t("suggestions:codes.title")} <InLanguage text={frame.name} />
      </PageHeading>
      <p className="govuk-body">{t("suggestions:codes.lead", { set: number(set) })}</p>
      {!next && <p className="govuk-body">{hasRun ? t("suggestions:codes.none-left") : t("suggestions:codes.none")}</p>}
      {next && nextName !== null && (
        <section aria-labelledby="suggested">
          <h2 className="govuk-heading-m" id="suggested">
            <bdi>{nextName}</bdi>
          </h2>
          <p className="govuk-body">
            <InLanguage text={next.definition} />
          </p>
          <blockquote className="govuk-inset-text written-answer__words" lang={next.language} dir="auto">
            {next.text}
          </blockquote>
          <p className="govuk-body">
            {next.source === "outside" ? t("outside:from", { model: next.model ?? "" }) : next.source === "theme" || next.likelihood === null ? t("suggestions:from.theme") : t("suggestions:from.classifier", { likelihood: number(Math.min(99, Math.floor(100 * next.likelihood))) })}{" "}
            {next.source === "classifier" && measured?.measured && t("suggestions:measure.of-code", { precision: share(measured.measured.precision), recall: share(measured.measured.recall), decisions: number(measured.measured.decisions) })}
            {next.stance !== null && t("outside:stance", { stance: t(`coding:stance.${next.stance}`) })}
          </p>
          <form method="post" noValidate>
            {codeId !== null && <input type="hidden" name="code" value={codeId} />}
            <ButtonGroup>
              <Button name="deed" value={`accept:${next.id}`} data-keys="a" aria-keyshortcuts="a">
                {t("suggestions:codes.accept")} <KeyHint keys={keys} name="A" />
              </Button>
              <Button look="secondary" name="deed" value={`reject:${next.id}`} data-keys="x" aria-keyshortcuts="x">
                {t("suggestions:codes.reject")} <KeyHint keys={keys} name="X" />
              </Button>
              <PageLink to={`${here}?${new URLSearchParams({ after: next.id, ...(codeId !== null && { code: codeId }) })}`} data-keys="j next" aria-keyshortcuts="j">
                {t("suggestions:codes.skip")} <KeyHint keys={keys} name="J" />
              </PageLink>
            </ButtonGroup>
          </form>
          {read && (
            <p className="govuk-body">
              <PageLink to={read}>{t("suggestions:codes.read")}</PageLink>
            </p>
          )}
          {keys.isThere && (
            <Button look="secondary" type="button" onClick={keys.toggle}>
              {t(keys.isOn ? "reading:keys.off" : "reading:keys.on")}
            </Button>
          )}
        </section>
      )}
      {rows.length > 0 && (
        <>
          <Table
            caption={t("suggestions:codes.caption")}
            stacks
            columns={[
              { key: "code", heading: t("codeframe:column.code") },
              { key: "open", heading: t("suggestions:codes.open"), numeric: true },
              { key: "accepted", heading: t("suggestions:helped.accepted"), numeric: true },
              { key: "rejected", heading: t("suggestions:helped.rejected"), numeric: true },
              { key: "precision", heading: t("suggestions:measure.precision"), numeric: true },
              { key: "recall", heading: t("suggestions:measure.recall"), numeric: true },
              { key: "decisions", heading: t("suggestions:measure.decisions"), numeric: true },
            ]}
            rows={rows.map(({ id, name, count, measure }) => ({
              key: id,
              cells: [
                <PageLink key="code" to={`${here}?code=${id}`}>
                  <bdi>{name}</bdi>
                </PageLink>,
                number(count?.open ?? 0),
                number(count?.accepted ?? 0),
                number(count?.rejected ?? 0),
                measure === null ? "" : measure.measured ? share(measure.measured.precision) : t("suggestions:measure.too-few"),
                measure?.measured ? share(measure.measured.recall) : "",
                measure ? t("codeframe:of", measure.measured ? { some: number(measure.measured.carrying), all: number(measure.measured.decisions) } : { some: number(measure.carrying), all: number(measure.decisions) }) : "",
              ],
            }))}
          />
          <p className="govuk-body">{t("suggestions:measure.explained")}</p>
          <WarningText>{t("suggestions:measure.caution")}</WarningText>
        </>
      )}
    </>
  );
}
