import { messages, type ClientUnderTest } from "./client-under-test";

interface Chunk {
  choices?: { delta?: { content?: string | null }; finish_reason?: string | null }[];
}

/**
 * The anchor: fetch and a parser by hand with all that server-sent events ask for (LF, CR, CRLF, comments, event names,
 * data over several lines, optional space), cuts anywhere, JSON.parse of each payload, words joined, finish detected.
 * No timers, no retries, no errors of its own, and no more objects than needed.
 */
export const raw: ClientUnderTest = async (baseUrl, model) => {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ model, messages, stream: true, stream_options: { include_usage: true } }),
  });
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let finish: string | null = null;
  let done = false;
  let heldParts: string[] = [];
  let data = "";
  let dataLines = 0;
  let event = "";
  let skipLineFeed = false;

  const dispatch = (): void => {
    if (dataLines > 0) {
      if (event === "error") throw new Error("error event");
      if (data === "[DONE]") done = true;
      else {
        const choice = (JSON.parse(data) as Chunk).choices?.[0];
        const content = choice?.delta?.content;
        if (typeof content === "string") text += content;
        if (typeof choice?.finish_reason === "string") finish = choice.finish_reason;
      }
    }
    data = "";
    dataLines = 0;
    event = "";
  };
  const takeLine = (source: string, start: number, end: number): void => {
    if (start === end) return dispatch();
    if (source.startsWith("data:", start)) {
      const value = source.slice(source.charCodeAt(start + 5) === 32 ? start + 6 : start + 5, end);
      data = dataLines === 0 ? value : `${data}\n${value}`;
      dataLines++;
    } else if (source.startsWith("event:", start)) {
      event = source.slice(source.charCodeAt(start + 6) === 32 ? start + 7 : start + 6, end);
    }
  };
  const push = (source: string): void => {
    let start = 0;
    if (skipLineFeed && source.length > 0) {
      skipLineFeed = false;
      if (source.charCodeAt(0) === 10) start = 1;
    }
    let feed = source.indexOf("\n", start);
    let carriage = source.indexOf("\r", start);
    while (feed !== -1 || carriage !== -1) {
      let end = feed;
      let next = feed + 1;
      if (carriage !== -1 && (feed === -1 || carriage < feed)) {
        end = carriage;
        next = carriage + 1;
        if (feed === next) next++;
        else if (next === source.length) skipLineFeed = true;
        carriage = source.indexOf("\r", next);
      }
      if (heldParts.length === 0) takeLine(source, start, end);
      else {
        heldParts.push(source.slice(start, end));
        const line = heldParts.join("");
        heldParts = [];
        takeLine(line, 0, line.length);
      }
      start = next;
      if (feed !== -1 && feed < next) feed = source.indexOf("\n", next);
    }
    if (start < source.length) heldParts.push(source.slice(start));
  };

  for (;;) {
    const read = await reader.read();
    if (read.done) break;
    push(decoder.decode(read.value, { stream: true }));
  }
  push(decoder.decode());
  if (!done && finish === null) throw new Error("incomplete");
  return { text, finish };
};
