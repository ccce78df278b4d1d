import { toneFor } from "../../../outlook-addin/src/features/reply/tone";

const owner = { name: "山田 花子", address: "hanako.yamada@mof.example.go.jp" };
const at = (address: string) => ({ name: "", address });
const mail = (from: string, ...to: string[]) => ({ kind: "received", from: at(from), to: to.map(at), cc: [] }) as const;

describe("the tone that the recipients ask for", () => {
  it.each([
    ["the own domain", mail("a@mof.example.go.jp", owner.address), false, "polite"],
    ["one below it", mail("a@tax.mof.example.go.jp"), false, "polite"],
    ["another ministry", mail("a@cao.example.go.jp"), false, "formal"],
    ["a name that only ends alike", mail("a@notmof.example.go.jp"), false, "formal"],
    ["somebody outside who gets it as well", mail("a@mof.example.go.jp", "b@example.com"), true, "formal"],
    ["somebody outside who does not get it", mail("a@mof.example.go.jp", "b@example.com"), false, "polite"],
    ["nobody known", { ...mail("x"), from: undefined }, false, "formal"],
  ] as const)("%s", (_name, reading, all, tone) => {
    expect(toneFor({ ...reading, to: [...reading.to], cc: [] }, owner, all)).toBe(tone);
  });
});
