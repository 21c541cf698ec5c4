// The picture of a question or a section: uploaded, said in every language what it shows, or removed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { mostPictureBytes, pictureTypes } from "#app/files/form-picture.server.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { widestShown, type Picture } from "#app/forms/picture.ts";
import { FormPicture } from "#app/forms/ui/form-picture.tsx";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { succeed } from "#app/shared/result.ts";
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
import { partOf } from "../part.ts";
import { fieldsOfPicture, pickPictureFields } from "../picture-fields.ts";
import { keptOf, type KeptPicture } from "../pictures.store.server.ts";
import { readPostedPicture, type PostedProblem } from "../posted-picture.server.ts";
import { PictureForm } from "../ui/picture-form.tsx";

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
  const shown = { fields, stood, kept: null as KeptPicture | null, isClash: false, problems: [] as PostedProblem[] };
  const read =
    deed === "remove"
      ? succeed(null)
      : await readPostedPicture(
          { fields, kept: posted.get("kept") ?? "", uploaded: files[0] },
          { partnershipId: partnership.id, picture: part.picture, languages: definition.languages, now: args.context.now, words },
        );
  if (!read.ok) return data({ ...shown, ...read.problem }, { status: 422 });
  const picture = read.value;
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const saved = await inTransaction(async (transaction) => {
    const copy = await holdWorkingCopy(transaction, editing);
    const now = copy && partOf(copy.definition, part.id);
    if (now && asStood(now.picture) !== stood) return { theirs: now.picture };
    return saveEdit(transaction, editing, { kind: "change-picture", part: part.id, picture });
  });
  if ("theirs" in saved) {
    return data({ ...shown, kept: picture && keptOf(picture), stood: asStood(saved.theirs), isClash: true }, { status: 409 });
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
