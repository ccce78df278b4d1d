import type { MailPerson } from "@genai-office/office-host/outlook";

/** Recipients as a person writes them: "山田 花子 <hanako@example.go.jp>; taro@example.go.jp". */
export function peopleText(people: readonly MailPerson[]): string {
  return people
    .map(({ name, address }) => (name === "" || name === address ? address : `${name} <${address}>`))
    .join("; ");
}

/** What was typed, separated by semicolons, Japanese commas or commas; what has no address keeps its words as its name. */
export function readPeople(text: string): MailPerson[] {
  return text
    .split(/[;；,、\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
    .map((piece) => {
      const [, name = "", address = ""] = /^(.*?)\s*[<＜]([^<>＜＞]*)[>＞]$/.exec(piece) ?? [];
      if (address !== "") return { name: name.replace(/^"|"$/g, "") || address, address: address.trim() };
      return piece.includes("@") ? { name: piece, address: piece } : { name: piece, address: "" };
    });
}
