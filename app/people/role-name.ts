// What each role is called.
import type { Translate } from "#app/shared/words.ts";
import type { Role } from "./role.ts";

/** The role's name in the language of `t`. */
export function roleName(t: Translate, role: Role): string {
  switch (role) {
    case "administrator":
      return t("people:role.administrator");
    case "editor":
      return t("people:role.editor");
    case "approver":
      return t("people:role.approver");
    case "analyst":
      return t("people:role.analyst");
    case "statistics":
      return t("people:role.statistics");
    case "data-controller":
      return t("people:role.dataController");
    case "secretariat":
      return t("people:role.secretariat");
    case "network-administrator":
      return t("people:role.networkAdministrator");
    case "parish-clerk":
      return t("people:role.parishClerk");
    case "representative":
      return t("people:role.representative");
    case "translator":
      return t("people:role.translator");
    case "scrutiny":
      return t("people:role.scrutiny");
  }
}
