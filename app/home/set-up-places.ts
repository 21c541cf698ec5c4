// Where each part of setting a partnership up is done.
import { bodiesPath, standingPath } from "#app/bodies/body-paths.ts";
import { organisationsPath } from "#app/bodies/organisation-paths.ts";
import { structurePath } from "#app/bodies/public-paths.ts";
import { delegationsPath, safeguardsPath } from "#app/decisions/paths.ts";
import { planningPath } from "#app/meetings/paths.ts";
import { officeNetworksPath } from "#app/networks/paths.ts";
import type { SetUpCode } from "./set-up.ts";

export const setUpPlaces: Record<SetUpCode, (partnership: { slug: string }) => string> = {
  standing: (partnership) => standingPath(partnership),
  complaints: (partnership) => standingPath(partnership),
  bodies: (partnership) => bodiesPath(partnership),
  // because the gaps of each body are told there, each with the way to it
  ...{ terms: structurePath, seats: structurePath, filled: structurePath },
  chairs: (partnership) => bodiesPath(partnership),
  safeguards: safeguardsPath,
  delegations: (partnership) => delegationsPath(partnership),
  mapped: (partnership) => organisationsPath(partnership),
  needs: (partnership) => organisationsPath(partnership),
  networks: officeNetworksPath,
  meetings: (partnership) => planningPath(partnership),
};
