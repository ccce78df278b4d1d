import { adminRoles, type AdminRole } from "../policy/caller";
import type { MinistrySettings } from "../settings/ministry-settings";
import type { TokenIdentity } from "./signed-in-person";

/** Application roles that hold where the ministry's settings name none for a role. */
export const defaultRoleNames: Readonly<Record<AdminRole, string>> = {
  viewer: "GenAI.Admin.Viewer",
  operator: "GenAI.Admin.Operator",
  officer: "GenAI.Admin.Officer",
};

type Grants = Pick<TokenIdentity, "roles" | "groups">;

/** What a person may do on the admin page. Who may act there may also look. */
export function rolesOf({ roles, groups }: Grants, settings: Pick<MinistrySettings, "roles">): AdminRole[] {
  const values = [...roles, ...groups];
  const given = adminRoles.filter((role) => {
    const names = settings.roles[role].length > 0 ? settings.roles[role] : [defaultRoleNames[role]];
    return names.some((name) => values.includes(name));
  });
  return given.length > 0 && !given.includes("viewer") ? ["viewer", ...given] : given;
}

/** The first section that one of the person's groups or roles is listed in; undefined when there is none. */
export function sectionOf({ roles, groups }: Grants, settings: Pick<MinistrySettings, "sections">): string | undefined {
  const values = new Set([...groups, ...roles]);
  return settings.sections.find((section) => section.groups.some((group) => values.has(group)))?.id;
}
