/** What is asked to come to an end or into effect by another's doing: 「完了させてください」 is no wish to do it oneself. */
const ofOthers = /(?<!完了|終了|徹底|反映|定着|成立|稼働)させて(?:ください|下さい|いただきます)/gu;
/** 「知らせて」, 「任せて」, 「聞かせて」 are verbs of their own. */
const letMe = /(?<![知合任済聞終持]|寝|間に合)([かがたなばまらわ])せて(?:ください|下さい|いただきます)/gu;
const sounds: Readonly<Record<string, string>> = {
  か: "き",
  が: "ぎ",
  た: "ち",
  な: "に",
  ば: "び",
  ま: "み",
  ら: "り",
  わ: "い",
};

/** What somebody asks to be let do, they do: 「来週にさせてください」 is 「来週にします」, 「持ち帰らせてください」 「持ち帰ります」. */
export function inOwnDeed(text: string): string {
  return text.replace(ofOthers, "します").replace(letMe, (_all, sound: string) => `${sounds[sound]!}ます`);
}
