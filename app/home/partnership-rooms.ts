// Where a partnership's own life is looked after: its organisations, bodies, networks, meetings and decisions.
import { bodiesPath } from "#app/bodies/body-paths.ts";
import { organisationsPath } from "#app/bodies/organisation-paths.ts";
import { mayKeepBodies, mayKeepOrganisations } from "#app/bodies/policy.ts";
import { structurePath } from "#app/bodies/public-paths.ts";
import { officeDecisionsPath } from "#app/decisions/paths.ts";
import { mayKeepDecisions } from "#app/decisions/policy.ts";
import { officeElectionsPath } from "#app/elections/paths.ts";
import { mayKeepElections } from "#app/elections/policy.ts";
import { officeActionsPath, officeDuePath, officeMeetingsPath, allTurnsPath } from "#app/meetings/paths.ts";
import { mayKeepMeetings, mayNameTurns } from "#app/meetings/policy.ts";
import { officeNetworksPath } from "#app/networks/paths.ts";
import { mayKeepNetworks } from "#app/networks/policy.ts";
import { setUpPath } from "#app/partnerships/paths.ts";
import type { Role } from "#app/people/role.ts";

export type PartnershipRoom = {
  /** The words are `partnership-office:room.<name>`. */
  name: string;
  pathOf: (partnership: { slug: string }) => string;
  may: (roles: readonly Role[]) => boolean;
};

/** In the order in which they are shown. */
export const partnershipRooms: readonly PartnershipRoom[] = [
  { name: "set-up", pathOf: setUpPath, may: mayKeepBodies },
  { name: "organisations", pathOf: (partnership) => organisationsPath(partnership), may: mayKeepOrganisations },
  { name: "bodies", pathOf: (partnership) => bodiesPath(partnership), may: mayKeepBodies },
  { name: "structure", pathOf: structurePath, may: mayKeepBodies },
  { name: "networks", pathOf: officeNetworksPath, may: mayKeepNetworks },
  { name: "elections", pathOf: (partnership) => officeElectionsPath(partnership), may: mayKeepElections },
  { name: "turns", pathOf: allTurnsPath, may: mayNameTurns },
  { name: "meetings", pathOf: officeMeetingsPath, may: mayKeepMeetings },
  { name: "due", pathOf: (partnership) => officeDuePath(partnership), may: mayKeepMeetings },
  { name: "actions", pathOf: (partnership) => officeActionsPath(partnership), may: mayKeepMeetings },
  { name: "decisions", pathOf: officeDecisionsPath, may: mayKeepDecisions },
];
