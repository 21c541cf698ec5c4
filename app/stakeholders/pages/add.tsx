// Brings stakeholders onto a list, pasted or as a file: what each line says and which cannot be taken is shown before anybody is added.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import { isPlainText, readTable, textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findList } from "../lists.store.server.ts";
import { listPath } from "../paths.ts";
import { readPasted } from "../pasted.ts";
import { bringIn, foresee } from "../stakeholders.store.server.ts";
import { AddForm } from "../ui/add-form.tsx";
import { ReadLines } from "../ui/read-lines.tsx";

const mostBytes = 1_500_000;
const mostLines = 20_000;
/** Of what goes wrong, so many lines are shown; the rest is counted. */
const mostShown = 200;

async function findFilled(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireWhoMay(args, mayInvite);
  return { ...found, list: await findList(db(), found.partnership.id, args.params.list) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, list } = await findFilled(args);
  return { title: titleOf(wordsFor(args.context.language).t("stakeholders:add.title"), args.context.language, partnership), partnership, list };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, list } = await findFilled(args);
  const { fields, files } = await readUpload(args.request, { mostBytes });
  const [file] = files;
  const chosen = fields.get("language");
  const language = isLanguage(chosen) ? chosen : defaultLanguage;
  const text = file?.bytes ? textOfFile(file.bytes) : (fields.get("text") ?? "");
  const refuse = (code: "missing" | "too-big" | "not-text" | "unclosed" | "too-many" | "nobody", line = 0) => data({ kind: "refused" as const, code, line, text: code === "not-text" ? "" : text, language }, { status: 422 });
  if (file && !file.bytes) return refuse("too-big");
  if (!isPlainText(text)) return refuse("not-text");
  if (text.trim() === "") return refuse("missing");
  const table = readTable(text.replaceAll("\0", ""));
  if (!table.ok) return refuse("unclosed", table.problem.line);
  if (table.value.length > mostLines) return refuse("too-many");
  const { read, mistakes, repeats, ...columns } = readPasted(table.value, language);
  const heads = read.map(({ head }) => head);
  if (fields.get("deed") === "save") {
    if (heads.length === 0) return refuse("nobody");
    const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
    const { added, known, listed } = await inTransaction((transaction) => bringIn(transaction, by, list.id, heads));
    return redirect(`${listPath(partnership, list.id)}?added=${added + known - listed}`);
  }
  return data({
    ...{ kind: "read" as const, text, language, ...columns },
    lines: read.length + mistakes.length + repeats.length,
    people: read.length,
    first: read.slice(0, 5),
    ...{ mistakes: mistakes.slice(0, mostShown), repeats: repeats.slice(0, mostShown), mistaken: mistakes.length, repeated: repeats.length },
    foreseen: await foresee(db(), partnership.id, list.id, heads),
  });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AddPage() {
  const { partnership, list } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { t, number } = useWords();
  const refused = done?.kind === "refused" ? done : null;
  const read = done?.kind === "read" ? done : null;
  const error = refused ? t(`stakeholders:add.problem.${refused.code}`, { line: number(refused.line), most: refused.code === "too-many" ? number(mostLines) : number(mostBytes / 1_000_000, 1) }) : undefined;
  return (
    <>
      <BackLink to={listPath(partnership, list.id)} text={list.name} />
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      <PageHeading caption={<bdi>{list.name}</bdi>}>{t(read ? "stakeholders:add.check" : "stakeholders:add.title")}</PageHeading>
      {read && <ReadLines {...read} mostShown={mostShown} />}
      <AddForm text={refused?.text ?? read?.text} language={done?.language ?? defaultLanguage} error={error} read={read && { people: read.people, mistaken: read.mistaken }} />
    </>
  );
}
