import { readPlainThread } from "@genai-office/shared/mail";

const from = { name: "Ines Okafor", address: "ines@agency.example" };
const words = "Dear Ms Nakano,\n\nCould you let us have the list by Thursday?\n\nKind regards,\nInes";
const quoted =
  "\n\nFrom: Nakano Haruka <nakano@example.go.jp>\nSent: 13 March 2026 02:11\nTo: Ines Okafor\nSubject: Visit\n\nDear Ines,\nHow many delegates will come?\n";

describe("a name, a desk and one number below a close are the writer's signature", () => {
  it.each([
    "Ines Okafor\nInternational Desk\nT +44 20 0000 0000",
    "Ines Okafor\nProtocol and Visits\nProgramme Unit\nTel: +44 20 0000 0000",
  ])("%j", (signature) => {
    for (const below of ["", quoted]) {
      const [newest] = readPlainThread(`${words}\n\n${signature}${below}`, { from }).messages;
      expect(newest).toMatchObject({ text: words, signature });
    }
  });

  it("what is asked or told with a number is none", () => {
    for (const last of [
      "Please ring the front desk\nT +44 20 0000 0000",
      "Ines Okafor\nwill meet you at 9.\nT +44 20 0000 0000",
    ])
      expect(readPlainThread(`${words}\n\n${last}`, { from }).messages[0]).toMatchObject({ signature: "" });
  });
});

test.each([
  "Ines Okafor\nCounsellor\nEmbassy of Examplia",
  "Ines Okafor\nPolicy Adviser\nInternational Directorate",
  "Ines Okafor\nDelegation of the Union",
])("a name with its embassy, delegation or post is a signature: %j", (signature) => {
  expect(readPlainThread(`${words}\n\n${signature}`, { from }).messages[0]).toMatchObject({ text: words, signature });
});
