import { createMasking, type Masking } from "@genai-office/shared/guards";

function placeholderOf(masking: Masking, text: string): string {
  const value = masking.placeholders.find((one) => one.text === text);
  if (value === undefined) throw new Error(`${text} was not masked`);
  return value.placeholder;
}

describe("a masking", () => {
  test("gives one person one placeholder in all texts, and forms of the name related ones", () => {
    const masking = createMasking();
    const texts = ["山田課長が説明した。", "担当は山田太郎である。", "山田太郎様、鈴木様"];
    masking.learn(texts);
    const [first, second, third] = texts.map((text) => masking.mask(text).text);
    const family = placeholderOf(masking, "山田");
    const full = placeholderOf(masking, "山田太郎");
    expect(first).toBe(`${family}課長が説明した。`);
    expect(second).toBe(`担当は${full}である。`);
    expect(third).toBe(`${full}様、${placeholderOf(masking, "鈴木")}様`);
    expect(family.slice(0, -3)).toBe(full.slice(0, -3));
    expect(family).not.toBe(full);
    expect(masking.restore(`${family}は${full}。`).text).toBe("山田は山田太郎。");
  });

  test("does not say that a family name alone is one of two people", () => {
    const masking = createMasking();
    const texts = ["山田太郎様と山田花子様", "山田様"];
    masking.learn(texts);
    texts.forEach((text) => masking.mask(text));
    const stems = masking.placeholders.map(({ placeholder }) => placeholder.slice(0, -3));
    expect(new Set(stems).size).toBe(3);
  });

  test("masks a name in every text that only one of them proves to be one", () => {
    const masking = createMasking();
    masking.learn(["小鳥遊様、よろしくお願いします。", "小鳥遊が作成し、小鳥遊町に送った。"]);
    const { text } = masking.mask("小鳥遊が作成し、小鳥遊町に送った。");
    expect(text).toMatch(/^\[PERSON-[A-Z]+\]が作成し、小鳥遊町に送った。$/);
  });

  test.each([
    ["as it was written", (placeholder: string) => placeholder],
    [
      "full width",
      (placeholder: string) => placeholder.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ["lower case", (placeholder: string) => placeholder.toLowerCase()],
    ["spaces inside", (placeholder: string) => placeholder.replace("[", "[ ").replace("-", " - ").replace("]", " ]")],
    ["an underscore", (placeholder: string) => placeholder.replace("-", "_")],
    ["Japanese brackets", (placeholder: string) => placeholder.replace("[", "【").replace("]", "】")],
    ["double brackets", (placeholder: string) => `[${placeholder}]`],
    ["no brackets", (placeholder: string) => placeholder.slice(1, -1)],
    [
      "escaped for Markdown",
      (placeholder: string) => placeholder.replace("[", "\\[").replace("-", "\\-").replace("]", "\\]"),
    ],
    ["the word translated", (placeholder: string) => placeholder.replace("PERSON", "人名")],
  ])("restores a placeholder: %s", (_, change) => {
    const masking = createMasking();
    masking.mask("高橋様");
    const placeholder = change(placeholderOf(masking, "高橋"));
    expect(masking.restore(`会議には${placeholder}が「出席」した。`)).toEqual({
      text: "会議には高橋が「出席」した。",
      missing: [],
      unknown: [],
    });
  });

  test("leaves quotes, bold and citations around a placeholder where they are", () => {
    const masking = createMasking();
    masking.mask("高橋様");
    const placeholder = placeholderOf(masking, "高橋");
    expect(masking.restore(`**${placeholder}** と "${placeholder}" と 「${placeholder}」[1,3]`).text).toBe(
      '**高橋** と "高橋" と 「高橋」[1,3]',
    );
    expect(masking.restore(`${placeholder.slice(1, -1)}'s and ${placeholder}'s`).text).toBe("高橋's and 高橋's");
  });

  test("tells what did not come back, what is broken and what was never given out", () => {
    const masking = createMasking();
    masking.mask("高橋様と鈴木様");
    const one = placeholderOf(masking, "高橋");
    const wrongLetter = one.replace(/.(?=\]$)/, (letter) => (letter === "B" ? "C" : "B"));
    const result = masking.restore(`${wrongLetter}と[PERSON-]と${one}`);
    expect(result.unknown).toEqual([wrongLetter, "[PERSON-]"]);
    expect(result.missing).toHaveLength(1);
  });

  test("every single wrong letter and every swap of neighbours is noticed", () => {
    const masking = createMasking();
    masking.mask(Array.from({ length: 30 }, (_, index) => `user${index}@example.jp`).join(" "));
    for (const { code, text } of masking.placeholders) {
      for (let place = 0; place < code.length; place += 1) {
        for (const letter of "BCDFGHJKLMNPRSTVWXZ") {
          const wrong = code.slice(0, place) + letter + code.slice(place + 1);
          if (wrong !== code) expect(masking.restore(`[EMAIL-${wrong}]`).text).not.toMatch(/@/);
        }
        const swapped =
          code.slice(0, place) +
          code
            .slice(place, place + 2)
            .split("")
            .reverse()
            .join("") +
          code.slice(place + 2);
        if (swapped !== code) expect(masking.restore(`[EMAIL-${swapped}]`).text).not.toMatch(/@/);
      }
      expect(masking.restore(`[EMAIL-${code}]`).text).toBe(text);
    }
  });

  test("words of the source that look like a placeholder come back as they stood", () => {
    const masking = createMasking();
    const first = masking.mask("田中様").text.replace("様", "");
    const source = `記号 ${first} は ${first.toLowerCase()} とも書く。[PHONE-BBBB] と [EMAIL] と 鈴木様`;
    const { text } = masking.mask(source);
    expect(text).not.toContain(first);
    expect(masking.restore(text)).toMatchObject({ text: source, unknown: [] });
  });

  test("a template that a model writes by itself is no lost placeholder", () => {
    const masking = createMasking();
    masking.mask("田中様");
    expect(masking.restore("氏名 [NAME]、連絡先 [EMAIL]").unknown).toEqual([]);
  });

  test("a stream is restored alike wherever it is cut", () => {
    const masking = createMasking();
    const texts = ["田中様（tanaka@example.jp）と鈴木様", "TEL 03-1234-5678"];
    const masked = texts.map((text) => masking.mask(text).text).join("\n");
    const output = `p [1] 決定。${masked} PERSON ${masked.replaceAll("[", "［ ").replaceAll("]", "］")} [[2]] ${masked.replace(/[[\]]/g, "")} end [`;
    const whole = masking.restore(output).text;
    expect(whole).toContain("［ ".trim() === "" ? "" : "田中様（tanaka@example.jp）と鈴木様");
    for (let cut = 0; cut <= output.length; cut += 1) {
      const stream = masking.restoring();
      const text = [stream.push(output.slice(0, cut)), stream.push(output.slice(cut)), stream.flush()].map(
        (piece) => piece.text,
      );
      expect(text.join("")).toBe(whole);
    }
    const byCharacter = masking.restoring();
    const pieces = [...output].map((character) => byCharacter.push(character).text);
    expect(pieces.join("") + byCharacter.flush().text).toBe(whole);
  });

  test("the beginning of a placeholder at a limit is left out, other words are not", () => {
    const masking = createMasking();
    masking.mask("田中様");
    const stream = masking.restoring();
    expect(stream.push("結果は[PERSON-B").text + stream.flush(true).text).toBe("結果は");
    const words = masking.restoring();
    expect(words.push("The plan").text + words.flush(true).text).toBe("The plan");
  });

  test("the names of office holders stay by default and are masked when the policy says so", () => {
    expect(createMasking().mask("石破内閣総理大臣は、石破が述べた。").text).toBe("石破内閣総理大臣は、石破が述べた。");
    const strict = createMasking({ publicRoles: "mask" }).mask("石破内閣総理大臣と小池百合子東京都知事").text;
    expect(strict).toMatch(/^\[PERSON-[A-Z]+\]内閣総理大臣と\[PERSON-[A-Z]+\]東京都知事$/);
  });
});
