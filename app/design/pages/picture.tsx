// The picture of a question or a section: uploaded, said in every language what it shows, or removed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { mostPictureBytes, pictureTypes } from "#app/files/form-picture.server.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { widestShown, type Picture } from "#app/forms/picture.ts";
import { FormPicture } from "#app/forms/ui/form-picture.tsx";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { shortName, refusalTexts } from "../edit-words.ts";
import { findForm, holdWorkingCopy, saveEdit } from "../edits.store.server.ts";
import { fieldsOfPicture, longestWords, pickPictureFields, readPictureFields } from "../picture-fields.ts";
import { findKeptPicture, keepPicture, type KeptPicture } from "../pictures.store.server.ts";
import { PictureForm } from "../ui/picture-form.tsx";

function partOf({ sections, ...rest }: FormDefinition, id: string | undefined) {
  const section = sections.find((one) => one.id === id);
  const question = section ? undefined : questionsOf({ sections, ...rest }).find((one) => one.id === id);
  const part = section ?? question;
  return part ? { id: part.id, name: section?.heading ?? question!.label, picture: part.picture ?? null, isSection: Boolean(section) } : null;
}

/** As it is compared, to know whether somebody else changed it meanwhile. */
const asStood = (picture: Picture | null): string => JSON.stringify(picture);

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const { definition, isEditable } = await findForm(db(), consultation, args.context.now);
  const part = partOf(definition, args.params.part);
  if (!part) throw notFound();
  return {
    title: titleOf(words.t("editing:picture.title", { name: shortName(part.name, words) }), words.language, partnership),
    ...{ partnership, consultation, part, isEditable, languages: definition.languages },
    ...{ fields: fieldsOfPicture(part.picture ?? undefined), stood: asStood(part.picture), accept: pictureTypes.join(",") },
    limits: { most: words.number(mostPictureBytes / 1024 / 1024), width: words.number(widestShown) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const { fields: posted, files } = await readUpload(args.request, { mostBytes: mostPictureBytes });
  const { definition } = await findForm(db(), consultation, args.context.now);
  const part = partOf(definition, args.params.part);
  const deed = posted.get("do");
  if (!part || (deed !== "save" && deed !== "remove")) throw badRequest();
  const fields = pickPictureFields(posted);
  const stood = (posted.get("stood") ?? "").slice(0, 10_000);
  const shown = { fields, stood, kept: null as KeptPicture | null, isClash: false, problems: [] as { field: string; text: string }[] };

  let picture: Picture | null = null;
  if (deed === "save") {
    const [uploaded] = files;
    const drawn = uploaded ? await keepPicture(partnership.id, uploaded, args.context.now) : null;
    const most = words.number(mostPictureBytes / 1024 / 1024);
    if (drawn && !drawn.ok) return data({ ...shown, problems: [{ field: "file", text: words.t(`editing:picture.problem.${drawn.problem.kind}`, { most }) }] }, { status: 422 });
    const kept = drawn?.value ?? (await findKeptPicture(db(), partnership.id, posted.get("kept") ?? "")) ?? part.picture;
    if (!kept) return data({ ...shown, problems: [{ field: "file", text: words.t("editing:picture.problem.missing") }] }, { status: 422 });
    const told = readPictureFields(fields, definition.languages);
    const { file, width, height } = kept;
    if (!told.ok) {
      const problems = told.problem.map(({ field, code, language }) => {
        const values = { language: language ? words.t(`editing:language.${language}`) : "", most: words.number(longestWords.alt) };
        return { field, text: words.t(`editing:picture.problem.${code}`, values) };
      });
      return data({ ...shown, kept: { file, width, height }, problems }, { status: 422 });
    }
    picture = { file, width, height, ...told.value };
  }
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const saved = await inTransaction(async (transaction) => {
    const copy = await holdWorkingCopy(transaction, editing);
    const now = copy && partOf(copy.definition, part.id);
    if (now && asStood(now.picture) !== stood) return { theirs: now.picture };
    return saveEdit(transaction, editing, { kind: "change-picture", part: part.id, picture });
  });
  if ("theirs" in saved) {
    const kept = picture ? { file: picture.file, width: picture.width, height: picture.height } : null;
    return data({ ...shown, kept, stood: asStood(saved.theirs), isClash: true }, { status: 409 });
  }
  if (!saved.ok) return data({ ...shown, problems: refusalTexts(saved.problem, definition, words).map((text) => ({ field: "file", text })) }, { status: 409 });
  return redirect(`${formPath(partnership, consultation)}?edit=${saved.value.edits}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function PicturePage() {
  const { partnership, consultation, part, isEditable, ...loaded } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const { t } = useWords();
  const problems = acted?.problems ?? [];
  const kept = acted?.kept ?? null;
  return (
    <>
      <BackLink to={formPath(partnership, consultation)} text={t("editing:back")} />
      <ErrorSummary errors={problems.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      <PageHeading caption={<InLanguage text={part.name} />}>{t(part.isSection ? "editing:picture.section" : "editing:picture.question")}</PageHeading>
      {!isEditable && <InsetText>{t("editing:form.closed")}</InsetText>}
      {acted?.isClash && <InsetText>{t("editing:picture.clash")}</InsetText>}
      {part.picture && (
        <>
          <h2 className="govuk-heading-s">{t("editing:picture.now")}</h2>
          <FormPicture picture={part.picture} />
        </>
      )}
      {kept && <InsetText>{t("editing:picture.kept")}</InsetText>}
      {kept && kept.file !== part.picture?.file && <FormPicture picture={{ ...kept, decorative: true }} />}
      {isEditable && (
        <PictureForm
          fields={acted?.fields ?? loaded.fields}
          stood={acted?.stood ?? loaded.stood}
          kept={kept?.file ?? null}
          hasPicture={part.picture !== null}
          errors={Object.fromEntries(problems.map(({ field, text }) => [field, text]))}
          {...{ languages: loaded.languages, accept: loaded.accept, limits: loaded.limits }}
        />
      )}
    </>
  );
}
