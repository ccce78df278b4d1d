import type { Mail, NewMail } from "@genai-office/office-host/outlook";
import { calledBy, otherReader, readersOf } from "../../../../playground/src/page/mailbox/readers";

const person = (name: string) => ({ name, address: `${name}@example.go.jp` });
const owner = person("yamada");
const mail = (from: string, to: string[], cc: string[] = []) =>
  ({ from: person(from), to: to.map(person), cc: cc.map(person) }) as unknown as NewMail;

test("a mail that was not written to the owner has another reader: the first whom it addresses", () => {
  expect(otherReader(mail("sato", ["suzuki", "kato"]), owner)).toEqual(person("suzuki"));
  expect(otherReader(mail("sato", [], ["kato"]), owner)).toEqual(person("kato"));
});

test("a mail to the owner, to them among others, from them, or to nobody has none", () => {
  const upper = { name: "", address: "YAMADA@example.go.jp" };
  expect(otherReader(mail("sato", ["suzuki", "yamada"]), owner)).toBeUndefined();
  expect(otherReader(mail("sato", ["suzuki"], ["yamada"]), owner)).toBeUndefined();
  expect(otherReader({ ...mail("sato", []), to: [upper] }, owner)).toBeUndefined();
  expect(otherReader(mail("yamada", ["suzuki"]), owner)).toBeUndefined();
  expect(otherReader(mail("sato", []), owner)).toBeUndefined();
  expect(otherReader({ ...mail("sato", []), to: [{ name: "関係者各位", address: "" }] }, owner)).toBeUndefined();
});

test("readers are the owner and everybody who is addressed, each once", () => {
  const mails = [mail("sato", ["suzuki", "yamada"], ["kato"]), mail("kato", ["suzuki"])] as unknown as Mail[];
  expect(readersOf(mails, owner).map(calledBy)).toEqual(["yamada", "suzuki", "kato"]);
  expect(calledBy({ name: "", address: "kato@example.go.jp" })).toBe("kato@example.go.jp");
});
