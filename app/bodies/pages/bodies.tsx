// The tree of a partnership's bodies, for those who keep them; those that ended stand apart.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listBodies } from "../bodies.store.server.ts";
import { isThere, type Body } from "../body.ts";
import { bodyDetailsPath, officeBodyPath, standingPath } from "../body-paths.ts";
import { mayKeepBodies } from "../policy.ts";
import { treeOf, type Branch } from "../structure-picture.ts";

type Shown = Pick<Body, "id" | "parentId" | "position" | "slug" | "name" | "kind" | "isFull" | "endedOn">;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const today = dayOf(now);
  const bodies = (await listBodies(db(), partnership.id)).map(({ id, parentId, position, slug, name, kind, isFull, endedOn }): Shown => ({ id, parentId, position, slug, name, kind, isFull, endedOn }));
  return {
    title: titleOf(wordsFor(language).t("bodies:list.title"), language, partnership),
    partnership,
    tree: treeOf(bodies.filter((body) => isThere(body, today))),
    ended: bodies.filter((body) => !isThere(body, today)),
    isDone: new URL(args.request.url).searchParams.get("done") === "ended",
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BodiesPage() {
  const { partnership, tree, ended, isDone } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  const branches = (some: readonly Branch<Shown>[]) => (
    <ul className="govuk-list govuk-list--bullet">
      {some.map(({ body, below }) => (
        <li key={body.id}>
          <PageLink to={officeBodyPath(partnership, body)}>
            <InLanguage text={body.name} />
          </PageLink>{" "}
          <span className="govuk-hint">{t(`bodies:kind.${body.kind}`)}</span> {body.isFull && <Tag colour="grey">{t("bodies:full")}</Tag>}
          {below.length > 0 && branches(below)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("bodies:list.back")} />
      {isDone && <NotificationBanner kind="success">{t("bodies:list.ended-one")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("bodies:list.title")}</PageHeading>
      <p className="govuk-body">{t("bodies:list.lead")}</p>
      {tree.length === 0 ? <p className="govuk-body">{t("bodies:list.none")}</p> : branches(tree)}
      <p className="govuk-body">
        <PageLink to={standingPath(partnership)}>{t("bodies:list.standing")}</PageLink>
      </p>
      <ButtonLink to={bodyDetailsPath(partnership, null)}>{t("bodies:list.add")}</ButtonLink>
      {ended.length > 0 && (
        <>
          <h2 className="govuk-heading-m" id="ended">{t("bodies:list.ended")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {ended.map((body) => (
              <li key={body.id}>
                <PageLink to={officeBodyPath(partnership, body)}>
                  <InLanguage text={body.name} />
                </PageLink>{" "}
                {body.endedOn && t("bodies:list.until", { date: date(body.endedOn) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
