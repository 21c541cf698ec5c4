// Brings a roll into a network, pasted or as a file: what each line says and which cannot be taken is shown before anybody is added;
// what could not be taken stays in the page, to be mended.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/files/upload.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { csvLine } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { languages, textIn } from "#app/shared/languages.ts";
import { filledRows } from "#app/shared/table.ts";
import { isPlainText, readTable, textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findNetwork, holdNetwork, type Network } from "../networks.store.server.ts";
import { membersPath, officeNetworkPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";
import { readRoll, rollColumns, type RollAsked } from "../roll-file.ts";
import { bringInRoll, foreseeRoll } from "../roll.store.server.ts";
import { RollRead } from "../ui/roll-read.tsx";

const mostBytes = 1_500_000;
const mostLines = 5_000;
/** Of what goes wrong, so many lines are shown; the rest is counted. */
const mostShown = 200;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  return { title: titleOf(wordsFor(args.context.language).t("networks:roll.title-of", { name: textIn(network.name, args.context.language).text }), args.context.language, partnership), partnership, network };
}

function askedOf(network: Network, today: string): RollAsked {
  const own = (column: string) => languages.map((language) => wordsFor(language).t(`networks:roll.column.${column}`));
  return {
    constituencies: network.constituencies.map(({ id, name }) => ({ id, names: Object.values(name) })),
    ownHeadings: Object.fromEntries(rollColumns.map((column) => [column, own(column)])),
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const { fields, files } = await readUpload(args.request, { mostBytes });
  const [file] = files;
  const text = file?.bytes ? textOfFile(file.bytes) : (fields.get("text") ?? "");
  const refuse = (code: "missing" | "too-big" | "not-text" | "unclosed" | "too-many" | "nobody" | "no-headings", line = 0) => data({ kind: "refused" as const, code, line, text: code === "not-text" ? "" : text }, { status: 422 });
  if (file && !file.bytes) return refuse("too-big");
  if (!isPlainText(text)) return refuse("not-text");
  if (text.trim() === "") return refuse("missing");
  const table = readTable(text.replaceAll("\0", ""));
  if (!table.ok) return refuse("unclosed", table.problem.line);
  if (table.value.length > mostLines) return refuse("too-many");
  const roll = readRoll(table.value, askedOf(network, dayOf(args.context.now)));
  if (roll === null) return refuse("no-headings");
  const { read, mistakes, repeats, columns } = roll;
  const heads = read.map(({ head }) => head);
  if (fields.get("deed") === "save") {
    if (heads.length === 0) return refuse("nobody");
    const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
    const { members } = await inTransaction(async (transaction) => bringInRoll(transaction, by, await holdNetwork(transaction, partnership.id, network.slug), heads));
    if (mistakes.length === 0) return redirect(membersPath(partnership, network, { added: String(members) }));
    const headings = filledRows(table.value)[0]?.cells ?? [];
    return data({ kind: "left" as const, members, left: mistakes.length, text: [headings, ...mistakes.map(({ cells }) => cells)].map(csvLine).join("") });
  }
  return data({
    ...{ kind: "read" as const, text, columns },
    lines: read.length + mistakes.length + repeats.length,
    organisations: read.length,
    mistakes: mistakes.slice(0, mostShown).map(({ line, says, problems }) => ({ line, says, problems })),
    ...{ repeats: repeats.slice(0, mostShown), mistaken: mistakes.length, repeated: repeats.length },
    foreseen: await foreseeRoll(db(), network, heads),
  });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RollPage() {
  const { partnership, network } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const refused = done?.kind === "refused" ? done : null;
  const read = done?.kind === "read" ? done : null;
  const error = refused ? t(`networks:roll.refused.${refused.code}`, { line: number(refused.line), most: refused.code === "too-many" ? number(mostLines) : number(mostBytes / 1_000_000, 1) }) : undefined;
  const pasted = <Textarea name="text" rows={12} label={t("networks:roll.text")} labelSize="s" hint={read ? undefined : t("networks:roll.text-hint")} value={done?.text} error={error} />;
  return (
    <>
      <BackLink to={officeNetworkPath(partnership, network)} text={textIn(network.name, language).text} />
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      {done?.kind === "left" && (
        <NotificationBanner kind="success">
          <p className="govuk-notification-banner__heading">{t("networks:members.added", { count: done.members, number: number(done.members) })}</p>
          <p className="govuk-body">{t("networks:roll.left", { count: done.left, number: number(done.left) })}</p>
        </NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={network.name} />}>{t(read ? "networks:roll.check" : "networks:roll.title")}</PageHeading>
      {read && <RollRead {...read} mostShown={mostShown} />}
      <form method="post" encType="multipart/form-data" noValidate>
        {read ? (
          <>
            {read.organisations > 0 && (
              <Button name="deed" value="save">{t(read.mistaken > 0 ? "networks:roll.save-rest" : "networks:roll.save", { count: read.organisations, number: number(read.organisations) })}</Button>
            )}
            <Details summary={t("networks:roll.mend")} open={read.mistaken > 0}>
              {pasted}
              <Button look="secondary" name="deed" value="read">{t("networks:roll.again")}</Button>
            </Details>
          </>
        ) : (
          <>
            <p className="govuk-body">{t("networks:roll.lead")}</p>
            {pasted}
            <FormGroup id="file" label={t("networks:roll.file")} labelSize="s" hint={t("networks:roll.file-hint")}>
              <input className="govuk-file-upload" id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="file-hint" />
            </FormGroup>
            <Button name="deed" value="read">{t("networks:roll.read")}</Button>
            <Details summary={t("networks:roll.columns")}>
              <p className="govuk-body">{t("networks:roll.columns-text")}</p>
              <ul className="govuk-list govuk-list--bullet">
                {rollColumns.map((column) => (
                  <li key={column}>{t(`networks:roll.column.${column}`)}</li>
                ))}
              </ul>
            </Details>
          </>
        )}
      </form>
    </>
  );
}
