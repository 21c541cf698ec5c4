// One codeframe as a tree: its codes under one another, and how many answers carry each.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay, ways } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { movedBy } from "../code.ts";
import { codedQuestions } from "../coded-questions.ts";
import { orderCode } from "../codes.store.server.ts";
import { findCodeframe, holdCodeframe, listCodes } from "../codeframes.store.server.ts";
import { countCodes } from "../codings.store.server.ts";
import { codeframeChangesPath, codeframeDetailsPath, codeframePath, codeframesPath, codeframeVersionsPath, codePath, exchangePath } from "../paths.ts";
import { findNewestSet } from "../sets.store.server.ts";
import { CodeTree, type TreeRow } from "../ui/code-tree.tsx";

const dones = ["saved", "added", "changed", "moved", "retired", "restored", "merged", "split", "imported"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayCode);
  const frame = await findCodeframe(db(), consultation, args.params.codeframe);
  const codes = await listCodes(db(), frame);
  const set = await findNewestSet(db(), consultation);
  const counts = set && (await countCodes(db(), frame, codes, set.id));
  const search = new URL(args.request.url).searchParams;
  const [way, movedId] = (search.get("moved") ?? "").split(":");
  const questions = codedQuestions(await listVersions(db(), consultation.formId)).filter(({ id }) => frame.questionIds.includes(id));
  const row = ({ id, name, definition, level, isCrossCutting, isEquality }: (typeof codes)[number]) => ({
    ...{ id, name, definition, level, isCrossCutting, isEquality, to: codePath(partnership, consultation, frame, { id }) },
    count: counts && (counts.byCode.get(id) ?? 0),
  });
  return {
    title: titleOf(wordsFor(language).t("codeframe:tree.title-of", { name: within(frame.name, { language }) }), language, partnership),
    ...{ partnership, consultation, frame, questions: questions.map(({ id, label }) => ({ id, label })) },
    counts: set && counts && { set: set.number, answers: counts.answers, coded: counts.coded },
    rows: codes
      .filter(({ retiredAt }) => retiredAt === null)
      .map((code): TreeRow => ({ ...row(code), ways: ways.filter((one) => movedBy(codes, code.id, one) !== null) })),
    retired: codes.filter(({ retiredAt }) => retiredAt !== null).map((code) => ({ ...row(code), into: codes.find(({ id }) => id === code.mergedIntoId)?.name ?? null })),
    moved: isWay(way) && movedId !== undefined ? { way, id: movedId } : null,
    done: dones.find((one) => one === search.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayCode);
  const { id } = await findCodeframe(db(), consultation, args.params.codeframe);
  const [way, codeId = ""] = ((await readForm(args.request)).get("do") ?? "").split(":");
  if (!isWay(way)) throw badRequest();
  const frame = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, id);
    await orderCode(transaction, { frame: held, personId: signedIn.personId, now }, codeId, way);
    return held;
  });
  return redirect(`${codeframePath(partnership, consultation, frame)}?${new URLSearchParams({ done: "moved", moved: `${way}:${codeId}` })}#code-${encodeURIComponent(codeId)}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeframePage() {
  const { partnership, consultation, frame, questions, counts, rows, retired, moved, done } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={codeframesPath(partnership, consultation)} text={t("codeframe:tree.back")} />
      {done && (
        <NotificationBanner kind="success">
          <span id="said">{t(`codeframe:done.${done}`)}</span>
        </NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        <InLanguage text={frame.name} />
      </PageHeading>
      <SummaryList
        rows={[
          {
            key: "questions",
            label: t("codeframe:column.questions"),
            value: questions.map(({ id, label }) => (
              <p key={id} className="govuk-body">
                <InLanguage text={label} />
              </p>
            )),
            change: { to: codeframeDetailsPath(partnership, consultation, frame), what: t("codeframe:tree.change-details") },
          },
          { key: "version", label: t("codeframe:column.version"), value: frame.version === 0 ? t("codeframe:version.none") : number(frame.version) },
          {
            key: "coded",
            label: t("codeframe:column.coded"),
            value: counts ? t("codeframe:tree.coded", { coded: number(counts.coded), answers: number(counts.answers), set: number(counts.set) }) : t("codeframe:tree.no-set"),
          },
        ]}
      />
      <ButtonGroup>
        <ButtonLink to={codePath(partnership, consultation, frame, "new")}>{t("codeframe:tree.add-theme")}</ButtonLink>
        <PageLink to={codeframeChangesPath(partnership, consultation, frame)}>{t("recoding:changes.title")}</PageLink>
        <PageLink to={codeframeVersionsPath(partnership, consultation, frame)}>{t("recoding:versions.title")}</PageLink>
        <PageLink to={exchangePath(partnership, consultation, frame)}>{t("exchange:title")}</PageLink>
      </ButtonGroup>
      <p className="govuk-body">{t("codeframe:tree.counting")}</p>
      <CodeTree caption={t("codeframe:tree.caption")} rows={rows} coded={counts?.coded ?? 0} moved={moved} />
      {retired.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("codeframe:tree.retired")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {retired.map(({ id, name, to, into, count }) => (
              <li key={id}>
                <PageLink to={to}>
                  <InLanguage text={name} />
                </PageLink>{" "}
                {into && (
                  <>
                    {t("codeframe:tree.merged-into")} <InLanguage text={into} />
                  </>
                )}
                {!into && count !== null && t("codeframe:tree.still-carried", { number: number(count) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
