// How far every coder is with what was handed out to them, how it was drawn, and where more is handed out.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayLeadCoding } from "#app/consultations/office-policy.ts";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findWorked } from "../coders.server.ts";
import { listLastActive, listProgress } from "../coding-tasks.store.server.ts";
import { countForSample, countFree, listHandOuts } from "../hand-outs.store.server.ts";
import { codersPath, handOutPath, passOnPath, workPath } from "../paths.ts";
import { HandOuts } from "../ui/hand-outs.tsx";
import { QuestionName } from "../ui/question-name.tsx";

const dones = ["handed-out", "drawn", "passed-on"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, set, questions } = await findWorked(args, mayLeadCoding);
  const words = wordsFor(args.context.language);
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  const [progress, active, free, sample, { handOuts, nextAfter }] = await Promise.all([
    listProgress(db(), set.id),
    listLastActive(db(), consultation),
    countFree(db(), { setId: set.id, consultationId: consultation.id }, questions.map(({ id }) => id)),
    countForSample(db(), { setId: set.id, consultationId: consultation.id }),
    listHandOuts(db(), consultation, { after }),
  ]);
  const ids = [...progress.map(({ coderId }) => coderId), ...handOuts.flatMap(({ shares, byId }) => [byId, ...shares.map(({ coderId }) => coderId)])];
  const names = await listNames(db(), ids);
  const nameOf = (id: string) => names.get(id) ?? words.t("reading:somebody");
  const label = (id: string) => questions.find((question) => question.id === id) ?? null;
  const coders = [...new Set(progress.map(({ coderId }) => coderId))];
  return {
    title: titleOf(words.t("work:coders.title-of", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, sample, nextAfter, isFirstPage: after === null },
    free: questions.reduce((sum, { id }) => sum + (free.get(id) ?? 0), 0),
    coders: coders
      .map((id) => ({ id, name: nameOf(id), lastActive: active.get(id) ?? null, work: progress.filter(({ coderId }) => coderId === id).map((one) => ({ ...one, question: label(one.questionId) })) }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    handOuts: handOuts.map(({ shares, byId, ...one }) => ({ ...one, by: nameOf(byId), question: label(one.questionId), shares: shares.map(({ coderId, parts }) => ({ name: nameOf(coderId), parts })) })),
    done: dones.find((one) => one === search.get("done")) ?? null,
    count: /^\d{1,7}$/.test(search.get("count") ?? "") ? Number(search.get("count")) : 0,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodersPage() {
  const { partnership, consultation, set, sample, free, coders, handOuts, nextAfter, isFirstPage, done, count } = useLoaderData<typeof loader>();
  const { t, number, share, instant } = useWords();
  const here = codersPath(partnership, consultation);
  const pathOf = (pass: "first" | "second") => handOutPath(partnership, consultation, pass);
  return (
    <>
      <BackLink to={workPath(partnership, consultation)} text={t("work:coders.back")} />
      {done && <NotificationBanner kind="success">{t(`work:coders.done.${done}`, { number: number(count) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("work:coders.title")}</PageHeading>
      <p className="govuk-body">{t("work:coders.lead", { set: number(set) })}</p>
      <p className="govuk-body">{t("work:coders.free", { number: number(free) })}</p>
      <p className="govuk-body">{t("work:coders.sample", { drawn: number(sample.drawn), of: number(sample.texts), share: share(sample.drawn, sample.texts) })}</p>
      <ButtonGroup>
        <ButtonLink to={pathOf("first")}>{t("work:hand-out.title")}</ButtonLink>
        <ButtonLink to={pathOf("second")} look="secondary">
          {t("work:sample.title")}
        </ButtonLink>
      </ButtonGroup>
      {coders.length === 0 && <p className="govuk-body">{t("work:coders.none")}</p>}
      {coders.map(({ id, name, lastActive, work }) => (
        <section key={id}>
          <h2 className="govuk-heading-m">
            <bdi>{name}</bdi>
          </h2>
          <p className="govuk-body">
            {lastActive === null ? t("work:coders.not-begun") : t("work:coders.last-active", { at: instant(lastActive) })}{" "}
            {work.some((one) => one.done < one.texts) && (
              <PageLink to={passOnPath(partnership, consultation, id)}>
                {t("work:coders.pass-on")}
                <span className="govuk-visually-hidden"> ({name})</span>
              </PageLink>
            )}
          </p>
          <Table
            caption={t("work:coders.caption", { name })}
            captionSize="hidden"
            stacks
            columns={[
              { key: "question", heading: t("work:column.question") },
              { key: "reading", heading: t("work:column.reading") },
              { key: "done", heading: t("work:column.done"), numeric: true },
              { key: "left", heading: t("work:column.left"), numeric: true },
            ]}
            rows={work.map((one) => ({
              key: `${one.questionId} ${one.isSecond}`,
              cells: [
                one.question ? <QuestionName key="question" question={one.question} /> : one.questionId,
                t(one.isSecond ? "work:reading.second" : "work:reading.first"),
                t("work:share", { number: number(one.done), of: number(one.texts), share: share(one.done, one.texts) }),
                number(one.texts - one.done),
              ],
            }))}
          />
        </section>
      ))}
      <HandOuts {...{ partnership, consultation, here, handOuts, nextAfter, isFirstPage }} />
    </>
  );
}
