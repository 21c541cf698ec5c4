// Takes a consultation in from a file, ours or another program's form: what cannot be carried over is listed before anything is saved.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { consultationFileOf, datesToCome } from "#app/consultations/consultation-file.ts";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { importPath, newConsultationPath, officeConsultationPath } from "#app/consultations/office-paths.ts";
import { readConsultationUpload } from "#app/consultations/read-upload.server.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { within } from "#app/forms/wording.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { importConsultationFile } from "../creating.store.server.ts";
import { TellLines } from "../ui/tell-lines.tsx";

const mostBytes = 2_000_000;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayDesign);
  return { title: titleOf(wordsFor(args.context.language).t("editing:import.heading"), args.context.language, partnership), partnership };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayDesign);
  const words = wordsFor(args.context.language);
  const { fields, files } = await readUpload(args.request, { mostBytes });
  const kept = fields.get("kept");
  const [file] = files;
  const bytes = kept !== null ? new TextEncoder().encode(kept) : file?.bytes;
  const refuse = (code: string, says: string[] = []) => data({ kind: "refused" as const, code, says, most: words.number(mostBytes / 1_000_000) }, { status: 422 });
  if (bytes === undefined) return refuse("missing");
  if (bytes === null) return refuse("too-big");
  const read = readConsultationUpload(bytes, words);
  if (!read.ok) return refuse(read.problem.code, read.problem.code === "not-taken" ? read.problem.says : []);
  const { program } = read.value;
  if (kept !== null) {
    if (fields.get("do") !== "save") throw badRequest();
    const importing = { partnership, personId: signedIn.personId, isOurs: fields.get("program") === "", now: args.context.now };
    const id = await inTransaction((transaction) => importConsultationFile(transaction, importing, read.value.read));
    return redirect(officeConsultationPath(partnership, { id }));
  }
  const { texts, definition, launch, parts } = read.value.read;
  const { arePast, ...dates } = datesToCome(read.value.read, dayOf(args.context.now));
  const leftOut = [...read.value.leftOut, ...(arePast ? [words.t("consultations:file-left-out.dates")] : [])];
  return data({
    ...{ kind: "read" as const, program, leftOut },
    name: within(texts.title, words),
    questions: questionsOf(definition).length,
    sections: definition.sections.length,
    // because nothing of it is saved before somebody has read what would be missing
    kept: JSON.stringify(consultationFileOf({ texts, dates, launch, parts, form: definition })),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ImportPage() {
  const { partnership } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { t, number } = useWords();
  const read = done?.kind === "read" ? done : null;
  const refused = done?.kind === "refused" ? done : null;
  const error = refused ? t(`editing:import.problem.${refused.code}`, { most: refused.most }) : undefined;
  return (
    <>
      <BackLink to={read ? importPath(partnership) : newConsultationPath(partnership)} />
      <ErrorSummary errors={error ? [{ href: "#file", text: error }] : []} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(read ? "editing:import.check" : "editing:import.heading")}</PageHeading>
      {refused && refused.says.length > 0 && <TellLines heading={t("editing:import.why")} lines={refused.says} />}
      {read ? (
        <>
          <InsetText>
            {t(read.program === null ? "editing:import.ours" : "editing:import.theirs", { program: read.program ?? "", name: read.name })}{" "}
            {t("editing:form.counts", {
              questions: t("editing:form.questions", { count: read.questions, number: number(read.questions) }),
              sections: t("editing:form.sections", { count: read.sections, number: number(read.sections) }),
            })}
          </InsetText>
          {read.leftOut.length === 0 ? <p className="govuk-body">{t("editing:import.whole")}</p> : <TellLines heading={t("editing:import.left-out", { count: read.leftOut.length, number: number(read.leftOut.length) })} lines={read.leftOut} />}
          <form method="post" encType="multipart/form-data" noValidate>
            <input type="hidden" name="kept" value={read.kept} />
            <input type="hidden" name="program" value={read.program ?? ""} />
            <ButtonGroup>
              <Button name="do" value="save">
                {t(read.leftOut.length === 0 ? "editing:import.save" : "editing:import.save-rest")}
              </Button>
              <PageLink to={importPath(partnership)}>{t("editing:import.not")}</PageLink>
            </ButtonGroup>
          </form>
        </>
      ) : (
        <form method="post" encType="multipart/form-data" noValidate>
          <p className="govuk-body">{t("editing:import.lead")}</p>
          <FormGroup id="file" label={t("editing:import.file")} labelSize="s" hint={t("editing:import.file-hint", { most: number(mostBytes / 1_000_000) })} error={error}>
            <input className="govuk-file-upload" id="file" name="file" type="file" accept=".json,.lss,.xml,application/json,text/xml" aria-describedby={error ? "file-hint file-error" : "file-hint"} />
          </FormGroup>
          <Button>{t("editing:import.read")}</Button>
        </form>
      )}
    </>
  );
}
