import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where browsers of the Chromium family are usually found, by platform. */
const knownPaths: Record<string, string[]> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/usr/bin/microsoft-edge-stable",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the next candidate is asked.
    return false;
  }
}

/** Path of an installed Chrome, Chromium or Edge (`CHROME_PATH` first), or undefined. */
export function findChromium(): string | undefined {
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [process.env["CHROME_PATH"] ?? "", ...(knownPaths[process.platform] ?? []), ...onPath];
  return candidates.find((path) => path !== "" && isExecutable(path));
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

function aptGet(args: string[]): boolean {
  const { status } = spawnSync("apt-get", args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}

/** True when fontconfig knows a font with Japanese glyphs; a machine without fontconfig is taken at its word. */
function hasJapaneseFont(): boolean {
  const { status, stdout } = spawnSync("fc-list", [":lang=ja", "family"], { encoding: "utf8" });
  return status !== 0 || stdout.trim() !== "";
}

/**
 * Makes sure that a browser is there. On Debian as root (CI, a fresh machine) it installs Chromium and a small
 * Japanese font; elsewhere it throws one line that says what to install.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (isDebianRoot()) {
    const wanted = [
      ...(found === undefined ? ["chromium"] : []),
      ...(found === undefined || !hasJapaneseFont() ? ["fonts-ipaexfont-gothic"] : []),
    ];
    if (wanted.length > 0) {
      process.stdout.write(`Installing ${wanted.join(" and ")} for the browser tests (Debian packages) ...\n`);
      if (!aptGet(["update", "-qq"]) || !aptGet(["install", "-y", "-qq", ...wanted]))
        throw new Error(`apt-get could not install ${wanted.join(" ")}; install them by hand and run again.`);
    }
  }
  const ready = findChromium();
  if (ready === undefined)
    throw new Error(
      "The browser tests need Google Chrome, Chromium or Microsoft Edge: install one, or set CHROME_PATH to its program.",
    );
  return ready;
}

/** Command-line flags for a quiet headless browser; without a sandbox only where root leaves no choice. */
export function chromiumArguments(): string[] {
  const inContainer =
    process.getuid?.() === 0 ||
    (existsSync("/proc/1/cgroup") && /docker|kubepods/.test(readFileSync("/proc/1/cgroup", "utf8")));
  return [
    ...(inContainer ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
  ];
}
