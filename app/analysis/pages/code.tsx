// Adds a code to a codeframe, or rewords one that is there and takes it out of use. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { codeAsTyped, codeUnits, keptBecause, longest, mostCodes, readCode, takesCodes, wayTo } from "../code.ts";
import { findCodeframe, holdCodeframe, listCodes } from "../codeframes.store.server.ts";
import { addCode, changeCode, codeAmong, restoreCode, retireCode, type Changed, type Refusal } from "../codes.store.server.ts";
import { codeframePath, codePath } from "../paths.ts";
import { findSplit } from "../recoding.store.server.ts";
import { CodeForm, type CodeRefused } from "../ui/code-form.tsx";
import { CodeDeeds } from "../ui/code-deeds.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayCode);
  const frame = await findCodeframe(db(), consultation, args.params.codeframe);
  const codes = await listCodes(db(), frame);
  const code = args.params.code === "new" ? null : codeAmong(codes, args.params.code);
  const search = new URL(args.request.url).searchParams;
  const parentId = code ? code.parentId : search.get("under");
  if (!code && !takesCodes(codes, parentId)) throw notFound();
  const { t } = wordsFor(language);
  const title = code ? t("codeframe:code.title-of", { name: within(code.name, { language }) }) : t("codeframe:code.new-in", { name: within(frame.name, { language }) });
  const isRetired = code !== null && code.retiredAt !== null;
  return {
    title: titleOf(title, language, partnership),
    ...{ partnership, consultation, frame, isRetired, codeId: code?.id ?? null, kind: code?.kind ?? "usual", parentId },
    above: wayTo(codes, parentId).map(({ name }) => name),
    name: code?.name ?? {},
    entries: codeAsTyped(code),
    mayAddUnder: code !== null && takesCodes(codes, code.id),
    kept: code && keptBecause(codes, code.id),
    asks: code !== null && !isRetired && keptBecause(codes, code.id) === null && search.get("ask") === "retire",
    mayRecode: code?.kind === "usual",
    isSplit: code !== null && code.retiredAt === null && (await findSplit(db(), frame, code.id)) !== null,
    codings: code ? await db().coding.count({ where: { codeId: code.id } }) : 0,
  };
}

type NotDone = CodeRefused & { refusal: Refusal | null };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayCode);
  const form = await readForm(args.request, { longest: 20_000 });
  const done = await inTransaction(async (transaction): Promise<NotDone | { frame: { id: string }; done: string; codeId: string }> => {
    const frame = await holdCodeframe(transaction, consultation, args.params.codeframe);
    const codes = await listCodes(transaction, frame);
    const code = args.params.code === "new" ? null : codeAmong(codes, args.params.code);
    const by = { frame, personId: signedIn.personId, now };
    const theirs = codeAsTyped(code);
    const { merged, clashes } = takeEdits(codeUnits, form, theirs);
    const refused = { entries: merged, clashes, now: theirs, refusal: null };
    const told = (changed: Changed, as: string): NotDone | { frame: { id: string }; done: string; codeId: string } => {
      if (changed.ok) return { frame, done: as, codeId: changed.codeId };
      const problems = (changed.inputs ?? []).map((field) => ({ field, code: changed.problem }));
      return { ...refused, problems, refusal: changed.inputs ? null : changed.problem };
    };
    const deed = form.get("deed");
    if (code && deed === "retire") return told(await retireCode(transaction, by, code.id), "retired");
    if (code && deed === "restore") return told(await restoreCode(transaction, by, code.id), "restored");
    const read = readCode(merged);
    if (!read.ok) return { ...refused, problems: read.problem };
    if (clashes.length > 0) return { ...refused, problems: [] };
    if (code) return told(await changeCode(transaction, by, code.id, read.value), "changed");
    return told(await addCode(transaction, by, { parentId: form.get("under") || null, texts: read.value }), "added");
  });
  if (!("done" in done)) return data(done, { status: 422 });
  return redirect(`${codeframePath(partnership, consultation, done.frame)}?done=${done.done}#code-${done.codeId}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodePage() {
  const loaded = useLoaderData<typeof loader>();
  const { partnership, consultation, frame, codeId, kind, parentId, isRetired, above, name, codings, asks } = loaded;
  const refused = useActionData<typeof action>() as NotDone | undefined;
  const { t, number } = useWords();
  const fields = useFields(
    { say: (field, values) => t(`codeframe:code.${field}`, values), sayProblem: (code, values) => t(`codeframe:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const tree = codeframePath(partnership, consultation, frame);
  const here = codePath(partnership, consultation, frame, codeId ? { id: codeId } : "new", codeId ? undefined : (parentId ?? undefined));
  if (asks && !refused) {
    return (
      <Confirming
        question={t("codeframe:retire.question")}
        consequence={codings === 0 ? t("codeframe:retire.unused") : t("codeframe:retire.used", { number: number(codings) })}
        yes={{ name: "deed", value: "retire", text: t("codeframe:retire.yes") }}
        no={t("codeframe:retire.no")}
        backTo={here}
      />
    );
  }
  const errors = refused?.refusal ? [{ href: "#main", text: t(`codeframe:problem.${refused.refusal}`, { most: number(mostCodes) }) }] : [];
  return (
    <>
      <BackLink to={tree} text={t("codeframe:code.back")} />
      <ErrorSummary errors={[...errors, ...fields.errors]} />
      <PageHeading caption={<InLanguage text={frame.name} />}>{codeId ? <InLanguage text={name} /> : t(`codeframe:code.new-${above.length}`)}</PageHeading>
      {above.length > 0 && (
        <p className="govuk-body">
          {t("codeframe:code.stands-under")}{" "}
          {above.map((one, index) => (
            <span key={index}>
              {index > 0 && " › "}
              <InLanguage text={one} />
            </span>
          ))}
        </p>
      )}
      {kind !== "usual" && <p className="govuk-body">{t("codeframe:kept.always")}</p>}
      {isRetired && <p className="govuk-body">{t("codeframe:code.retired")}</p>}
      {codeId && <CodeDeeds {...loaded} code={{ id: codeId }} here={here} />}
      <CodeForm fields={fields} longest={longest} under={codeId ? null : parentId} isNew={codeId === null} />
      <p className="govuk-body">
        <PageLink to={tree}>{t("codeframe:code.back")}</PageLink>
      </p>
    </>
  );
}
