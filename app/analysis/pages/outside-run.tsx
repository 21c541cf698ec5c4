// What one model outside said: how far it agrees with people, its themes, which a person makes codes or dismisses, and taking it all back.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { fullName, longest, mostCodes, readCode } from "../code.ts";
import { holdCodeframe, listCodes } from "../codeframes.store.server.ts";
import { addCode } from "../codes.store.server.ts";
import { findOutsidePage } from "../outside.server.ts";
import { findOutside, listOutsideThemes, measureOutside, takeOutside, withdrawOutside } from "../outside.store.server.ts";
import { outsidePath, outsideRunPath, suggestedCodesPath } from "../paths.ts";
import { dismissTheme } from "../suggestions.store.server.ts";
import { ModelFigures } from "../ui/model-figures.tsx";
import { OutsideThemeForm } from "../ui/outside-theme-form.tsx";

const dones = ["brought-in", "taken", "dismissed", "withdrawn"] as const;
/** Themes that are decided about on one page. */
const atOnce = 5;

async function findRunPage(args: LoaderFunctionArgs) {
  const found = await findOutsidePage(args);
  const run = await findOutside(db(), found.of, args.params.run);
  return { ...found, run, here: outsideRunPath(found.partnership, found.consultation, found.set, found.question.id, found.frame, run) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, set, question, frame, of, run, here } = await findRunPage(args);
  const words = wordsFor(language);
  const { searchParams } = new URL(args.request.url);
  const after = /^\d{1,6}$/.test(searchParams.get("after") ?? "") ? Number(searchParams.get("after")) : 0;
  const themes = await listOutsideThemes(db(), run.id);
  const open = themes.filter(({ state, place }) => state === "open" && place > after);
  const { comparison, codes, placed } = await measureOutside(db(), of, run.id);
  const who = (await listNames(db(), [run.askedById])).get(run.askedById) ?? words.t("reading:somebody");
  return {
    title: titleOf(words.t("outside:run.title-of", { model: `${run.model} ${run.version}`, name: within(frame.name, words), at: words.instant(run.askedAt) }), language, partnership),
    ...{ label: question.label, frame: { name: frame.name }, set: set.number, here, run, at: words.instant(run.askedAt), who, isFirstPage: after === 0 },
    withdrawn: run.withdrawnAt && words.instant(run.withdrawnAt),
    themes: open.slice(0, atOnce),
    nextAfter: open.length > atOnce ? open[atOnce - 1]!.place : null,
    counts: { all: themes.length, open: themes.filter(({ state }) => state === "open").length, codes: themes.filter(({ state }) => state === "taken" || state === "matched").length },
    choices: placed.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => ({ value: id, label: fullName(placed, id, language) })),
    all: comparison.all,
    measured: codes.map((one, index) => ({ ...one, ...comparison.codes[index]!, name: fullName(placed, one.codeId, language) })).filter(({ isKnown, carrying, suggested }) => isKnown || carrying > 0 || suggested > 0),
    done: dones.find((one) => one === searchParams.get("done")) ?? null,
    back: outsidePath(partnership, consultation, set, question.id, frame),
    codesPath: suggestedCodesPath(partnership, consultation, set, question.id, frame),
  };
}

type Refused = { id: string; code: string; name: string; definition: string; problems: { field: string; code: string }[] };

export async function action(args: ActionFunctionArgs) {
  const { consultation, frame, of, run, here, signedIn } = await findRunPage(args);
  const by = { personId: signedIn.personId, now: args.context.now };
  const form = await readForm(args.request, { longest: 20_000 });
  const [deed, id = ""] = (form.get("deed") ?? "").split(":");
  if (deed === "withdraw") {
    await inTransaction((transaction) => withdrawOutside(transaction, consultation, by, run.id));
    return redirect(`${here}?done=withdrawn`);
  }
  if (deed === "dismiss") {
    await inTransaction((transaction) => dismissTheme(transaction, { consultation, ...by, runId: run.id }, id));
    return redirect(`${here}?done=dismissed`);
  }
  if (deed !== "take") throw badRequest();
  const [chosen, name, definition] = [form.get("code") ?? "", form.get("name") ?? "", form.get("definition") ?? ""];
  const refused: Omit<Refused, "problems"> = { id, code: chosen, name, definition };
  const read = readCode({ "name-en": name, "definition-en": definition });
  if (chosen === "" && !read.ok) return data<Refused>({ ...refused, problems: read.problem.map(({ field, code }) => ({ field: field.split("-")[0]!, code })) }, { status: 422 });
  const problem = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    const theme = (await listOutsideThemes(transaction, run.id)).find((one) => one.id === id);
    if (theme?.state !== "open" || run.withdrawnAt !== null) return null; // because somebody decided already, or a press came twice
    if (chosen !== "") {
      const isThere = (await listCodes(transaction, held)).some((code) => code.id === chosen && code.retiredAt === null);
      if (!isThere) return { field: "code", code: "gone" };
      await takeOutside(transaction, of, by, { runId: run.id, id, codeId: chosen });
      return null;
    }
    if (!read.ok) return null;
    const added = await addCode(transaction, { frame: held, ...by }, { parentId: null, texts: read.value });
    if (!added.ok) return { field: "name", code: added.problem };
    await takeOutside(transaction, of, by, { runId: run.id, id, codeId: added.codeId });
    return null;
  });
  if (problem !== null) return data<Refused>({ ...refused, problems: [problem] }, { status: 422 });
  return redirect(`${here}?done=taken`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OutsideRunPage() {
  const { label, frame, set, here, run, at, who, withdrawn, themes, nextAfter, isFirstPage, counts, choices, all, measured, done, back, codesPath } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const say = (code: string) => (code === "gone" ? t("outside:themes.gone") : t(`codeframe:problem.${code}`, { field: "", most: number(code === "full" ? mostCodes : longest.name) }));
  const errors = (refused?.problems ?? []).map(({ field, code }) => ({ href: `#${field}-${refused!.id}`, text: say(code) }));
  return (
    <>
      <BackLink to={back} text={t("outside:run.back")} />
      <ErrorSummary errors={errors} />
      {done && !refused && <NotificationBanner kind="success">{t(`outside:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={label} />}>
        <bdi>
          {run.model} {run.version}
        </bdi>
      </PageHeading>
      {withdrawn !== null && <p className="govuk-inset-text">{t("outside:run.withdrawn", { at: withdrawn })}</p>}
      <SummaryList
        rows={[
          { key: "frame", label: t("codeframe:column.name"), value: <InLanguage text={frame.name} /> },
          { key: "set", label: t("agreement:from.set"), value: t("analysis:set.name", { set: number(set) }) },
          { key: "in", label: t("outside:run.in"), value: t("outside:run.in-by", { who, at }) },
          { key: "texts", label: t("outside:runs.texts"), value: t("outside:run.texts", { texts: number(run.texts), unknown: number(run.unknown), detailed: number(run.detailed) }) },
          { key: "themes", label: t("outside:run.themes"), value: t("outside:run.themes-of", { all: number(counts.all), codes: number(counts.codes), open: number(counts.open) }) },
          {
            key: "suggested",
            label: t("outside:run.suggested"),
            value: (
              <>
                {t("outside:run.suggested-of", { suggested: number(run.suggested), accepted: number(run.accepted), rejected: number(run.rejected), open: number(run.open) })}{" "}
                <PageLink to={codesPath}>{t("suggestions:codes.look")}</PageLink>
              </>
            ),
          },
        ]}
      />
      <ModelFigures all={all} codes={measured} set={set} />
      <h2 className="govuk-heading-m">{t("outside:themes.heading")}</h2>
      <p className="govuk-body">{t(themes.length === 0 ? "outside:themes.none" : "outside:themes.lead")}</p>
      {themes.map((theme) => (
        <OutsideThemeForm key={theme.id} theme={theme} choices={choices} typed={refused?.id === theme.id ? refused : null} errors={errors} />
      ))}
      <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
      {withdrawn === null && (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">{t("outside:withdraw.heading")}</h2>
          <p className="govuk-body">{t("outside:withdraw.lead")}</p>
          <Button look="warning" name="deed" value="withdraw">
            {t("outside:withdraw.do")}
          </Button>
        </form>
      )}
    </>
  );
}
