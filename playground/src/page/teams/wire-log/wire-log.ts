import { button, element, icon, paths } from "../../mailbox/element";
import { texts } from "../texts";
import type { Exchange } from "../wire";

/** Exchanges that are kept in view. */
const most = 200;

/** What went over the wire between connector and bot, newest first, as JSON. Drawn only while it is open. */
export class WireLog {
  private exchanges: readonly Exchange[] = [];
  private readonly list = element("div", "exchanges");

  constructor(
    private readonly area: HTMLElement,
    private readonly opener: HTMLButtonElement,
    private readonly load: () => Promise<readonly Exchange[]>,
    onFailure: (error: unknown) => void,
  ) {
    const close = button("", "icon-button", () => this.close());
    close.append(icon(paths.close));
    close.setAttribute("aria-label", texts.close);
    area.append(element("div", "log-head", element("h2", "", area.getAttribute("aria-label") ?? ""), close), this.list);
    opener.addEventListener("click", () => (area.hidden ? void this.open().catch(onFailure) : this.close()));
  }

  add(exchange: Exchange): void {
    if (this.area.hidden) return;
    this.exchanges = [...this.exchanges, exchange].slice(-most);
    this.list.querySelector(".log-empty")?.remove();
    this.list.prepend(line(exchange));
    while (this.list.childElementCount > most) this.list.lastElementChild!.remove();
  }

  private async open(): Promise<void> {
    this.exchanges = (await this.load()).slice(-most);
    this.area.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.list.replaceChildren(...[...this.exchanges].reverse().map(line));
    if (this.exchanges.length === 0) this.list.append(element("p", "log-empty quiet", texts.logEmpty));
  }

  private close(): void {
    this.area.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    this.opener.focus();
  }
}

function line(exchange: Exchange): HTMLElement {
  const { direction, method, path, status, failure, fault, request, response, startedAt, endedAt } = exchange;
  const result = status === undefined ? (failure ?? fault ?? texts.noAnswer) : String(status);
  const summary = element(
    "summary",
    "",
    element("span", "way", direction === "to-bot" ? texts.toBot : texts.toConnector),
    element("span", "what", `${method} ${kindOf(request) ?? path.split("/").slice(-2).join("/")}`),
    element("span", isGood(status) ? "result" : "result bad", result),
  );
  const details = element("details", "exchange", summary);
  // A log of many streams is large: what is not looked at is not drawn.
  details.addEventListener(
    "toggle",
    () => {
      const took = endedAt === undefined ? "" : ` ・ ${Math.round(endedAt - startedAt)} ms`;
      details.append(element("p", "quiet", `${path}${took}${fault === undefined ? "" : ` ・ ${fault}`}`));
      for (const [title, value] of [
        [texts.request, request],
        [texts.answer, response],
      ] as const) {
        if (value === undefined) continue;
        const json = element("pre", "", JSON.stringify(value, undefined, 1));
        json.tabIndex = 0;
        details.append(element("h3", "", title), json);
      }
    },
    { once: true },
  );
  return details;
}

function isGood(status: number | undefined): boolean {
  return status !== undefined && status < 400;
}

/** Type of the activity, with the name of an invoke or the kind of a streamed one. */
function kindOf(request: unknown): string | undefined {
  if (typeof request !== "object" || request === null) return undefined;
  const { type, name, entities } = request as { type?: string; name?: string; entities?: { streamType?: string }[] };
  const stream = entities?.find(({ streamType }) => streamType !== undefined)?.streamType;
  return [type, name ?? stream].filter((part) => part !== undefined).join(" ・ ") || undefined;
}
