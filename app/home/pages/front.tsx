// The front page of an installation: its partnerships.
import { Link, useLoaderData } from "@remix-run/react";
import { partnershipPath } from "#app/partnerships/paths.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";

export async function loader() {
  return { partnerships: await listPartnerships(db()) };
}

export default function FrontPage() {
  const { partnerships } = useLoaderData<typeof loader>();
  return (
    <ul className="govuk-list">
      {partnerships.map((partnership) => (
        <li key={partnership.id}>
          <Link to={partnershipPath(partnership)} className="govuk-link">
            <InLanguage text={partnership.name} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
