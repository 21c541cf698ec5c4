// Counting a published result again in the visitor's own browser; or, where only stages are published, how the ballots are inspected.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fileProblemCodes } from "#app/counting/file-problem.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { dayOfStep } from "../keeping.ts";
import { electionPath } from "../paths.ts";
import { requirePublishedCount } from "../published.server.ts";
import { FileDestroyed } from "../ui/file-destroyed.tsx";
import { RecountFiles } from "../ui/recount-files.tsx";

/** What the script says, each in words of the page. */
const sayings = ["working", "no-file", "agrees", "differs", "other", "counted", "failed", "file", "reserves", "papers", "lots", "infeasible", "differ"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, kind, reserves, lots } = await requirePublishedCount(args);
  const { t } = wordsFor(args.context.language);
  return {
    title: titleOf(t("results:recount.title-of", { title: textIn(election.title, args.context.language).text }), args.context.language, partnership),
    partnership,
    election: { id: election.id, title: election.title, network: election.network.name, rules: election.rules },
    destroyedOn: dayOfStep(election.steps, "file-destroyed"),
    ...{ kind, hasReserves: reserves !== null, lots: lots.join(",") },
  };
}

export const handle = { scripts: ["recount"] };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RecountPage() {
  const { partnership, election, destroyedOn, kind, hasReserves, lots } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hasFile = kind === "paths" || kind === "full";
  const at = (part: string) => electionPath(partnership, election, part);
  // Values stand in single braces for the script to fill in.
  const said = (name: (typeof sayings)[number]) => t(`results:recount.say.${name}`, { names: "{names}", hash: "{hash}", line: "{line}", says: "{says}", most: "{most}", papers: "{papers}" });
  return (
    <>
      <BackLink to={at("result")} text={t("results:recount.back")} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("results:recount.title")}</PageHeading>
      <p className="govuk-body">{t(`results:recount.kind.${kind}`)}</p>
      <FileDestroyed on={destroyedOn} />
      {hasFile && (
        <>
          <RecountFiles partnership={partnership} election={election} kind={kind} hasReserves={hasReserves} />
          <noscript>
            <InsetText>{t("results:recount.no-script")}</InsetText>
          </noscript>
          <form data-recount="" hidden data-rules={election.rules} data-lots={lots} data-ballots={at("ballots.blt")} data-reserves={hasReserves ? at("reserves.con") : undefined} data-sheet={at("sheet.json")}>
            <p className="govuk-body">{t("results:recount.lead")}</p>
            <Details summary={t("results:recount.own")}>
              {(["ballots", "reserves"] as const).map((name) => (
                <FormGroup key={name} id={name} label={t(`results:recount.own-${name}`)} labelSize="s" hint={t(`results:recount.own-${name}-hint`)}>
                  <input className="govuk-file-upload" id={name} name={name} type="file" accept=".blt,.con,.txt,text/plain" aria-describedby={`${name}-hint`} />
                </FormGroup>
              ))}
            </Details>
            <Button>{t("results:recount.go")}</Button>
          </form>
          <p className="govuk-body-l" id="recount-status" role="status" />
          <div id="recount-sheet" hidden>
            <Table caption={t("results:recount.sheet")} columns={[{ key: "candidate", heading: t("results:stages.candidate") }]} rows={[]} />
          </div>
          <div id="recount-words" hidden>
            {sayings.map((name) => (
              <span key={name} data-say={name}>
                {said(name)}
              </span>
            ))}
            {fileProblemCodes.map((code) => (
              <span key={code} data-file={code}>
                {t(`results:file-problem.${code}`, factsToFill)}
              </span>
            ))}
          </div>
        </>
      )}
    </>
  );
}

const factsToFill = Object.fromEntries(
  ["most", "found", "candidate", "candidates", "wanted", "id", "opening", "min", "max", "category", "group"].map((fact) => [fact, `{${fact}}`]),
);
