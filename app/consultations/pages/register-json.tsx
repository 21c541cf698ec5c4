// The register of a partnership's consultations as JSON, page by page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { textInAll } from "#app/shared/words.server.ts";
import { turningPoints } from "../life.ts";
import { consultationPath, consultationsJsonPath, consultationsPath } from "../paths.ts";
import { addressesOf, consultationAsJson, type RegisterJson } from "../register-json.ts";
import { searchRegister } from "../register.store.server.ts";
import { isSearch, readAfter, readSearch, searchQuery } from "../register.ts";

const most = 100;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { now } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const asked = new URL(request.url).searchParams;
  const search = readSearch(asked);
  const register = await searchRegister(db(), { partnershipId: partnership.id, search, now, after: readAfter(asked), most });
  const site = siteOfPartnership(partnership);
  const addresses = (path: string) => addressesOf((language) => site + pathInLanguage(path, language));
  const given = { now, today: dayOf(now) };
  const found: RegisterJson = {
    partnership: { name: partnership.name, address: addresses(consultationsPath(partnership)) },
    ...{ found: register.found, all: register.all },
    consultations: register.consultations.map((consultation) =>
      consultationAsJson(consultation, {
        ...{ ...given, address: addresses(consultationPath(partnership, consultation)) },
        topicName: (topic) => textInAll(`consultations:topic.${topic}`),
      }),
    ),
    next: register.nextAfter === null ? null : site + consultationsJsonPath(partnership) + searchQuery(search, register.nextAfter),
  };
  const kept = isSearch(search) ? null : keepPage(partnership.id, now, register.consultations.flatMap(turningPoints));
  return Response.json(found, { headers: { ...kept, "Access-Control-Allow-Origin": "*" } });
}
