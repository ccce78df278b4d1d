import type { Profile, ProfileId, RequirementMatrix } from "./profile";

/**
 * Sets that every emulated Word announces: the Common API as far as the session answers it, and two internal names
 * that the npm office.js asks for (`WordApiSearchFlags`: search flags instead of an options object; `RichApiRuntime`).
 */
const common: RequirementMatrix = {
  AddinCommands: "1.1",
  CompressedFile: "1.1",
  DialogApi: "1.2",
  DialogOrigin: "1.1",
  DocumentEvents: "1.1",
  File: "1.1",
  RichApiRuntime: "1.1",
  Selection: "1.1",
  Settings: "1.1",
  TextCoercion: "1.1",
  WordApiSearchFlags: "1.1",
};

/**
 * The editions. WordApi versions as documented in 2026-04 (README, "believed / verified"). The WordApiDesktop sets are
 * announced by none: neither the npm office.js nor the generated proxies hold their members.
 */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  web: {
    id: "web",
    name: "Word on the web",
    platform: "OfficeOnline",
    requirements: { ...common, WordApi: "1.9", WordApiOnline: "1.1", IdentityAPI: "1.3", SharedRuntime: "1.1" },
    behaviours: { syncLatency: 0 },
  },
  windows: {
    id: "windows",
    name: "Word for Microsoft 365 (Windows)",
    platform: "PC",
    requirements: { ...common, WordApi: "1.9", IdentityAPI: "1.3", SharedRuntime: "1.1" },
    behaviours: { syncLatency: 0 },
  },
  mac: {
    id: "mac",
    name: "Word for Microsoft 365 (Mac)",
    platform: "Mac",
    requirements: { ...common, WordApi: "1.9", IdentityAPI: "1.3", SharedRuntime: "1.1" },
    behaviours: { syncLatency: 0 },
  },
  "ltsc-2024": {
    id: "ltsc-2024",
    name: "Word LTSC 2024 (Windows)",
    platform: "PC",
    requirements: { ...common, WordApi: "1.8" },
    behaviours: { syncLatency: 0 },
  },
  "ltsc-2021": {
    id: "ltsc-2021",
    name: "Word LTSC 2021 (Windows)",
    platform: "PC",
    requirements: { ...common, WordApi: "1.3" },
    behaviours: { syncLatency: 0 },
  },
};

export function findProfile(profile: ProfileId | Profile): Profile {
  return typeof profile === "string" ? profiles[profile] : profile;
}
