import { decode } from "fast-png";
import { strFromU8, unzipSync } from "fflate";
import {
  defaultSuite,
  drawIcon,
  outlookManifest,
  serializeXml,
  englishTexts,
  japaneseTexts,
  teamsLanguageFile,
  teamsManifest,
  teamsPackage,
  validateOfficeManifest,
  validateTeamsLanguageFile,
  validateTeamsManifest,
  wordManifest,
} from "@genai-office/manifests";
import { readCommand } from "../../../teams-bot/src/conversations/commands/read-command";

const suite = {
  ...defaultSuite({ origin: "https://genai.example.go.jp", displayName: "要約 & 翻訳 <試行>" }),
  botId: "5d2a1c44-9f0e-4b63-8a77-0c1d2e3f4a5b",
};
const word = serializeXml(wordManifest(suite));
const outlook = serializeXml(outlookManifest(suite));

describe("packages for Office", () => {
  it.each([
    ["Word", word, "/word/taskpane.html", suite.ids.word],
    ["Outlook", outlook, "/outlook/taskpane.html", suite.ids.outlook],
  ])("%s: valid, with the pane of the one source", (_name, xml, page, id) => {
    expect(validateOfficeManifest(xml)).toEqual([]);
    expect(xml).toContain(`https://genai.example.go.jp${page}`);
    expect(xml).toContain(`<Id>${id}</Id>`);
    expect(xml).toContain("要約 &amp; 翻訳 &lt;試行&gt;");
  });

  it.each<[string, (xml: string) => string, RegExp]>([
    ["a tag that is not closed", (xml) => xml.replace("</Id>", "</ID>"), /well-formed/],
    ["an id that is no GUID", (xml) => xml.replace(suite.ids.word, "word"), /GUID/],
    ["a page over http", (xml) => xml.replaceAll("https://genai", "http://genai"), /no https address/],
    [
      "a missing resource",
      (xml) => xml.replace(' id="Button.Label"', ' id="Button.Name"'),
      /Button\.Label is used but not defined/,
    ],
    [
      "a wrong order",
      (xml) => xml.replace(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1"),
      /Id must stand before Version/,
    ],
    ["a missing icon size", (xml) => xml.replaceAll('size="80"', 'size="48"'), /lacks its 80 pixel image/],
    ["a name that is too long", (xml) => xml.replace("要約 &amp;", "長".repeat(126)), /more than 125 characters/],
    ["another document", () => "<html></html>", /must be OfficeApp/],
    ["nothing", () => "", /well-formed|no element/],
  ])("finds %s", (_name, spoil, problem) => {
    expect(validateOfficeManifest(spoil(word)).join("\n")).toMatch(problem);
  });
});

describe("the Outlook package", () => {
  it("opens the pane over a message that is read and over one that is written, and lets it be pinned where Outlook can", () => {
    for (const surface of ["MessageReadCommandSurface", "MessageComposeCommandSurface"])
      expect(outlook.split(surface)).toHaveLength(3);
    const [old, newer] = outlook.split("VersionOverridesV1_1");
    expect(old).not.toContain("SupportsPinning");
    // Once: the pane of a message that is written cannot be pinned.
    expect(newer!.match(/<SupportsPinning>true</g)).toHaveLength(1);
  });

  it("asks for the open item only: neither for other items nor for sending", () => {
    expect(outlook).toContain("<Permissions>ReadWriteItem</Permissions>");
  });

  it("finds a resource that only the inner set of overrides lacks", () => {
    const at = outlook.lastIndexOf(' id="Button.Label"');
    const spoiled = outlook.slice(0, at) + outlook.slice(at).replace(' id="Button.Label"', ' id="Button.Name"');
    expect(validateOfficeManifest(spoiled).join("\n")).toMatch(/Button\.Label is used but not defined/);
  });
});

describe("package for Teams", () => {
  it("fits Microsoft's schema", () => {
    expect(validateTeamsManifest(teamsManifest(suite))).toEqual([]);
  });

  it("holds bot, message actions and tab, and asks for no permission to read chats", () => {
    const manifest = teamsManifest(suite) as Record<string, never>;
    expect(manifest).toMatchObject({
      bots: [{ scopes: ["personal", "groupChat", "team"], supportsFiles: true }],
      composeExtensions: [
        { commands: [{ id: "summarize", context: ["message"], fetchTask: true }, { id: "translate" }] },
      ],
      staticTabs: [{ contentUrl: "https://genai.example.go.jp/teams/tab.html", scopes: ["personal"] }],
      permissions: ["identity", "messageTeamMembers"],
    });
    expect(manifest).not.toHaveProperty("authorization");
  });

  describe("in English", () => {
    const manifest = teamsManifest(suite);
    const english = teamsLanguageFile(englishTexts(suite));

    it("has a file for it, which translates every text that people read", () => {
      expect(manifest).toMatchObject({
        localizationInfo: { defaultLanguageTag: "ja", additionalLanguages: [{ languageTag: "en", file: "en.json" }] },
      });
      expect(validateTeamsLanguageFile(english, manifest)).toEqual([]);
      expect(Object.values(english).join("").replaceAll(suite.displayName, "")).not.toMatch(
        /[\u3040-\u30ff\u4e00-\u9fff]/,
      );
    });

    it("names what is missing, what is none of the manifest's, and what is too long", () => {
      const rest = Object.fromEntries(Object.entries(english).filter(([place]) => place !== "staticTabs[0].name"));
      expect(validateTeamsLanguageFile(rest, manifest)).toEqual(["staticTabs[0].name is not translated"]);
      const more = {
        ...english,
        "staticTabs[1].name": "Other",
        "composeExtensions[0].commands[0].title": "x".repeat(33),
      };
      expect(validateTeamsLanguageFile(more, manifest).join("\n")).toMatch(
        /commands\[0\]\.title must NOT have more than 32 characters\nstaticTabs\[1\]\.name is no text of the manifest/,
      );
    });

    it("has a name of its own, unless a ministry has named it", () => {
      const plain = defaultSuite({ origin: suite.origin });
      expect(englishTexts(plain).name.short).toBe("AI Assist");
      expect(japaneseTexts(plain).name.short).toBe("AIアシスト");
      expect(englishTexts(suite).name.short).toBe(suite.displayName);
    });

    it.each(["minutes", "summarize", "translate", "reset", "stop"] as const)(
      "its commands, %s as well, are understood by the bot in both languages",
      (kind) => {
        const place = ["minutes", "summarize", "translate", "reset", "stop"].indexOf(kind);
        for (const { commands } of [japaneseTexts(suite), englishTexts(suite)])
          expect(readCommand(commands[place]!.title)).toMatchObject({ kind });
      },
    );
  });

  it("names where Teams gets tokens of people from, when the bot asks for them", () => {
    expect(teamsManifest(suite)).not.toHaveProperty("webApplicationInfo");
    const manifest = teamsManifest({ ...suite, botResource: "api://genai.example.go.jp/botid-1" });
    expect(manifest).toMatchObject({
      webApplicationInfo: { id: suite.botId, resource: "api://genai.example.go.jp/botid-1" },
    });
    expect(validateTeamsManifest(manifest)).toEqual([]);
  });

  it("names the place of what does not fit", () => {
    const manifest = { ...teamsManifest(suite), bots: [{ botId: "not a guid", scopes: ["everywhere"] }] };
    expect(validateTeamsManifest(manifest).join("\n")).toMatch(/\/bots\/0\/scopes\/0 /);
  });

  it("is one zip with manifest and icons, the same each time", () => {
    const bytes = teamsPackage(suite);
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
    expect(JSON.parse(strFromU8(files["manifest.json"]!))).toEqual(teamsManifest(suite));
    expect(decode(files["color.png"]!)).toMatchObject({ width: 192, height: 192 });
    expect(Buffer.from(teamsPackage(suite)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("draws the outline icon in white on nothing, as Teams demands", () => {
    const { data } = decode(drawIcon(32, true));
    for (let at = 0; at < data.length; at += 4)
      if (data[at + 3] !== 0) expect([data[at], data[at + 1], data[at + 2]]).toEqual([255, 255, 255]);
  });
});
