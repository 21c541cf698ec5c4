// What a partnership has set up and what it still lacks: each counted from what is kept, with the way to where it is done.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayKeepBodies } from "#app/bodies/policy.ts";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { setUpPlaces } from "../set-up-places.ts";
import { setUpOf } from "../set-up.ts";
import { readSetUp } from "../set-up.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const { lines, done } = setUpOf(await readSetUp(db(), partnership.id, now), dayOf(now));
  return {
    ...{ title: titleOf(wordsFor(language).t("set-up:title"), language, partnership), partnership, done },
    lines: lines.map((line) => ({ ...line, path: setUpPlaces[line.code](partnership) })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const colours = { done: "green", part: "yellow", missing: "red", "none-needed": "grey" } as const;
const advice = ["know", "build", "agree", "learn", "map", "respect"];

export default function SetUpPage() {
  const { partnership, lines, done } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("set-up:title")}</PageHeading>
      <p className="govuk-body-l">{t("set-up:lead")}</p>
      <p className="govuk-body">{t("set-up:done", { done: number(done), of: number(lines.length) })}</p>
      <Table
        caption={t("set-up:caption")}
        captionSize="hidden"
        stacks
        columns={(["what", "counted", "state"] as const).map((key) => ({ key, heading: t(`set-up:column.${key}`) }))}
        rows={lines.map(({ code, have, of, state, path }) => ({
          key: code,
          cells: [
            <PageLink key="what" to={path}>{t(`set-up:line.${code}.title`)}</PageLink>,
            <div key="counted">
              {of > 0 && <strong>{t("set-up:have", { have: number(have), of: number(of) })}</strong>} {t(of > 0 ? `set-up:line.${code}.counted` : `set-up:line.${code}.none`)}
              <br />
              {t(`set-up:line.${code}.why`)}
            </div>,
            <Tag key="state" colour={colours[state]}>{t(`set-up:state.${state}`)}</Tag>,
          ],
        }))}
      />
      <h2 className="govuk-heading-m">{t("set-up:advice.title")}</h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {advice.map((one) => (
          <li key={one}>{t(`set-up:advice.${one}`)}</li>
        ))}
      </ul>
    </>
  );
}
