import type { MailboxFaults, MailboxHost } from "@genai-office/office-host/outlook";
import { attachMenu } from "../../shell/menu";
import { texts } from "../texts";
import { faultChoices } from "./faults";

/** The menu in which trouble is switched on and off. The mailbox may change; what is switched on stays on. */
export class FaultsMenu {
  private readonly chosen = new Set<number>();
  private mailbox: MailboxHost | undefined;
  private ofProfile: MailboxFaults = {};

  constructor(
    button: HTMLButtonElement,
    private readonly list: HTMLElement,
    private readonly state: HTMLElement,
  ) {
    attachMenu(
      button,
      list,
      faultChoices.map(({ title, description }, at) => ({ title, description, choose: () => this.toggle(at) })),
    );
    this.show();
  }

  /** From now on the faults are those of this mailbox. */
  attach(mailbox: MailboxHost): void {
    this.mailbox = mailbox;
    this.ofProfile = mailbox.profile.faults;
    this.apply();
  }

  private toggle(at: number): void {
    if (!this.chosen.delete(at)) this.chosen.add(at);
    this.apply();
    this.show();
  }

  private apply(): void {
    if (this.mailbox === undefined) return;
    const { faults } = this.mailbox;
    for (const name of Object.keys(faults)) delete faults[name as keyof MailboxFaults];
    Object.assign(faults, this.ofProfile, ...[...this.chosen].map((at) => faultChoices[at]!.faults));
  }

  private show(): void {
    [...this.list.children].forEach((entry, at) => {
      entry.setAttribute("role", "menuitemcheckbox");
      entry.setAttribute("aria-checked", String(this.chosen.has(at)));
    });
    this.state.textContent = this.chosen.size === 0 ? "" : texts.faultsOn(this.chosen.size);
  }
}
