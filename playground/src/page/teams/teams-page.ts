import { button, element } from "../mailbox/element";
import type { ServerConfig } from "../server-config";
import { attachDropZone } from "../shell/drop-zone";
import { attachMenu } from "../shell/menu";
import { Messages } from "../shell/messages";
import { drawPlaces } from "../shell/places";
import { attachRegions } from "../shell/regions";
import { Chats, streamingIn } from "./chats";
import { Composer, type Draft } from "./composer/composer";
import { runMessageAction } from "./dialogs/action-dialog";
import { askFeedback } from "./dialogs/feedback-dialog";
import { FaultsMenu } from "./faults-menu";
import { ChatList } from "./list/chat-list";
import { MessageLog } from "./messages/message-log";
import type { MessageAuthor, MessageHandlers } from "./messages/message-view";
import { loadTeamsSample, type TeamsSample } from "./samples";
import { TabView } from "./tab/tab-view";
import { teamsClient, type Speaking } from "./teams-client";
import type { TeamsElements } from "./teams-elements";
import { notices, texts, wordExamples } from "./texts";
import { WireLog } from "./wire-log/wire-log";
import type { Chat, Outcome, Person, StandingActivity, TeamsEvent, TeamsState } from "./wire";

/** How long somebody counts as typing. Milliseconds. */
const typingMs = 4_000;

/** The page that plays Teams: chats on the left, what is said in one of them, and the bot's tab beside its chat. */
export class TeamsPage {
  private readonly messages: Messages;
  private readonly chats: Chats;
  private readonly list: ChatList;
  private readonly log: MessageLog;
  private readonly composer: Composer;
  private readonly wireLog: WireLog;
  private readonly faults: FaultsMenu;
  private readonly tab: TabView;
  private readonly unread = new Map<string, number>();
  private answered: Map<string, string>;
  private me: Person;
  private openId = "";
  private isTabOpen = false;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly elements: TeamsElements,
    config: ServerConfig,
    private readonly state: TeamsState,
    private readonly samples: readonly TeamsSample[],
  ) {
    this.messages = new Messages(elements.messages);
    this.chats = new Chats(state);
    this.answered = new Map(Object.entries(state.answered));
    this.me = state.people[0]!;
    this.list = new ChatList(
      elements.chats,
      (chat) => this.nameOf(chat),
      (id) => this.open(id),
    );
    this.log = new MessageLog(elements.log, this.handlers(), (account) => this.authorOf(account));
    this.composer = new Composer(elements.composer, {
      botName: state.bot.name,
      commands: state.commands,
      send: (draft) => this.send(draft),
      stop: () => this.asked(teamsClient.stop(this.speaking)),
      onRefused: (reason) => this.messages.news(reason),
    });
    this.wireLog = new WireLog(elements.wireLog, elements.logButton, teamsClient.log, (error) => this.failed(error));
    this.faults = new FaultsMenu(elements.faultsButton, elements.faultsMenu, elements.faultState, state.faults, (id) =>
      this.tell(teamsClient.toggleFault(id)),
    );
    this.faults.show(state.armed);
    const isNarrow = new URLSearchParams(location.search).get("width") === "320";
    this.tab = new TabView({
      area: elements.tabArea,
      tabUrl: config.teamsTabUrl,
      tenant: state.tenant,
      isNarrow,
      onNotEmulated: (name) => this.messages.news(texts.tabNotEmulated(name)),
    });
    this.attachControls(config);
  }

  /** Opens the person's chat with the bot; `?job=` and `?tab=minutes` lead to the tab. */
  start(query: URLSearchParams): void {
    const job = query.get("job") ?? undefined;
    this.enter(this.me);
    if (job !== undefined || query.has("tab")) this.showTab(job);
    else this.showChat();
    void this.tab.loaded().then(() => this.follow());
  }

  private get speaking(): Speaking {
    return { conversation: this.openId, person: this.me.id };
  }

  private get openChat(): Chat {
    return this.chats.find(this.openId)!;
  }

  private attachControls(config: ServerConfig): void {
    const { elements, state } = this;
    elements.productName.textContent = config.displayName;
    drawPlaces(elements.places, "teams");
    for (const { id, name } of state.people) elements.person.append(new Option(name, id));
    elements.person.addEventListener("change", () =>
      this.become(state.people.find(({ id }) => id === elements.person.value)!),
    );
    attachMenu(elements.samplesButton, elements.samplesMenu, [
      ...this.samples.map((sample) => ({
        title: sample.title,
        description: sample.description,
        choose: () => void this.trySample(sample),
      })),
      ...wordExamples.map(({ title, description, text }) => ({
        title,
        description,
        choose: () => {
          this.open(this.personalChat.id);
          this.send({ text, files: [], mention: false, card: undefined });
        },
      })),
    ]);
    attachDropZone(document.body, elements.dropHint, (files) => {
      if (this.isTabOpen) this.showChat();
      this.composer.addFiles(files);
    });
    attachRegions([elements.toolbar, elements.chats, elements.log, () => this.composer.focus()]);
  }

  private handlers(): MessageHandlers {
    const act = async (activity: string, given: string, outcome: Promise<Outcome>) => {
      const { status } = await outcome;
      if (status !== 200) return this.messages.error(notices.noAnswer);
      this.answered.set(activity, given);
      this.redraw(activity);
    };
    return {
      messageActions: this.state.messageActions,
      answered: (activity) => this.answered.get(activity),
      openUrl: (address) => this.openUrl(address),
      cardActions: (activity) => ({
        submit: (data) => this.tell(teamsClient.submit(this.speaking, activity, data)),
        execute: (verb, data) => this.tell(teamsClient.execute(this.speaking, activity, verb, data)),
        openUrl: (address) => this.openUrl(address),
      }),
      messageAction: (activity, { id, title }) => {
        const { speaking } = this;
        void runMessageAction({
          title,
          ask: (data) => teamsClient.messageAction(speaking, activity, id, data),
          insert: (card) => this.composer.insert(card),
          openUrl: (address) => this.openUrl(address),
        });
      },
      feedback: (activity, reaction) => {
        const { speaking } = this;
        askFeedback(reaction, (text) => {
          act(activity, reaction, teamsClient.giveFeedback(speaking, activity, reaction, text)).catch(
            (error: unknown) => this.failed(error),
          );
        });
      },
      answerFile: (activity, answer) => {
        act(activity, answer, teamsClient.answerFile(this.speaking, activity, answer)).catch((error: unknown) =>
          this.failed(error),
        );
      },
    };
  }

  /** Follows what happens. After each connection the whole is read anew, and what happened meanwhile comes on top. */
  private follow(): void {
    let waiting: TeamsEvent[] | undefined;
    let isLost = false;
    const listen = (event: TeamsEvent): void => {
      if (event.type !== "ready") return void (waiting === undefined ? this.hear(event) : waiting.push(event));
      waiting = [];
      void teamsClient
        .state()
        .then((state) => {
          if (isLost) this.messages.news(texts.reconnected);
          isLost = false;
          this.replace(state);
        })
        .catch((error: unknown) => this.failed(error))
        .finally(() => {
          const missed = waiting ?? [];
          waiting = undefined;
          for (const one of missed) this.hear(one);
        });
    };
    teamsClient.follow(listen, () => {
      if (!isLost) this.messages.progress(texts.reconnecting);
      isLost = true;
    });
  }

  /** Draws what stands now. A server that was started anew has other chats: the person's own is opened in the place of a lost one. */
  private replace(state: TeamsState): void {
    this.chats.replace(state);
    this.answered = new Map(Object.entries(state.answered));
    this.faults.show(state.armed);
    if (this.chats.find(this.openId) === undefined) {
      this.unread.clear();
      this.select(this.personalChat.id);
      this.messages.news(texts.restarted);
    }
    this.composer.isStreaming = streamingIn(this.openChat) !== undefined;
    if (!this.isTabOpen) this.log.open(this.openChat.activities);
    this.drawChats();
  }

  private hear(event: TeamsEvent): void {
    if (event.type === "exchange") this.wireLog.add(event.exchange);
    else if (event.type === "armed") this.faults.show(event.armed);
    else if (event.type === "activity") this.heardActivity(event);
  }

  private heardActivity(event: TeamsEvent & { type: "activity" }): void {
    const { activity, change, conversation } = event;
    const isHere = conversation === this.openId;
    if (change === "typing") {
      if (isHere) this.showTyping(activity);
      return;
    }
    const applied = this.chats.apply(event);
    if (applied === undefined) return;
    if (isHere) {
      // Behind the tab nothing is drawn: it is all drawn when the chat is shown again.
      if (change === "removed") this.log.remove(activity.id);
      else if (!this.isTabOpen) this.log.put(activity);
      const author = this.authorOf(activity.from);
      if (author.kind !== "me" && activity.streaming === undefined) {
        this.elements.announcement.textContent = texts.said(author.name);
        this.hideTyping();
      }
      this.composer.isStreaming = streamingIn(applied.chat) !== undefined;
    } else if (applied.isNew) this.unread.set(conversation, (this.unread.get(conversation) ?? 0) + 1);
    this.drawChats();
  }

  private showTyping({ from }: StandingActivity): void {
    const { typing } = this.elements;
    clearTimeout(this.typingTimer);
    typing.textContent = texts.typing(this.authorOf(from).name);
    typing.hidden = false;
    this.typingTimer = setTimeout(() => this.hideTyping(), typingMs);
  }

  private hideTyping(): void {
    clearTimeout(this.typingTimer);
    this.elements.typing.hidden = true;
  }

  private become(person: Person): void {
    this.enter(person);
    this.showChat();
  }

  private enter(person: Person): void {
    this.me = person;
    this.elements.person.value = person.id;
    this.elements.owner.textContent = person.email;
    this.select(this.personalChat.id);
  }

  private get personalChat(): Chat {
    return this.chats.of(this.me.id).find(({ kind }) => kind === "personal")!;
  }

  private open(id: string): void {
    this.select(id);
    this.showChat();
  }

  private select(id: string): void {
    this.openId = id;
    this.unread.delete(id);
    const { chatTitle, chatNote } = this.elements;
    const chat = this.openChat;
    const isPersonal = chat.kind === "personal";
    chatTitle.textContent = this.nameOf(chat);
    const names = chat.members.map((member) => this.authorOf(member).name);
    chatNote.textContent = isPersonal ? texts.withBot : texts.inGroup(names.length);
    chatNote.title = isPersonal ? "" : texts.members(names);
    document.title = `${this.nameOf(chat)} - ${this.elements.productName.textContent}`;
    this.hideTyping();
    this.composer.open(isPersonal);
    this.composer.isStreaming = streamingIn(chat) !== undefined;
    this.drawChats();
  }

  private showChat(): void {
    this.isTabOpen = false;
    this.tab.close();
    this.drawTabs();
    this.log.open(this.openChat.activities);
    this.drawExamples();
  }

  private showTab(job?: string): void {
    if (this.openChat.kind !== "personal") this.select(this.personalChat.id);
    this.isTabOpen = true;
    this.drawTabs();
    this.tab.open(this.me, job);
  }

  /** The package brings its tab for the chat with the bot only. */
  private drawTabs(): void {
    const { tabs, conversation, tabArea } = this.elements;
    conversation.hidden = this.isTabOpen;
    tabArea.hidden = !this.isTabOpen;
    tabs.hidden = this.openChat.kind !== "personal";
    const hadFocus = tabs.contains(document.activeElement);
    const made = [
      { label: texts.tabChat, isShown: !this.isTabOpen, controls: conversation.id, show: () => this.showChat() },
      { label: texts.tabMinutes, isShown: this.isTabOpen, controls: tabArea.id, show: () => this.showTab() },
    ].map(({ label, isShown, controls, show }) => {
      const one = button(label, "chat-tab", show);
      one.setAttribute("role", "tab");
      one.setAttribute("aria-selected", String(isShown));
      one.setAttribute("aria-controls", controls);
      return one;
    });
    tabs.replaceChildren(...made);
    if (hadFocus) made[this.isTabOpen ? 1 : 0]!.focus();
  }

  private drawChats(): void {
    const own = this.chats.of(this.me.id);
    this.list.show(own, this.openId, this.unread);
    this.elements.counts.textContent = texts.counts(own.length);
    this.drawExamples();
  }

  /** Where nobody has said anything yet, something to try is one press away. */
  private drawExamples(): void {
    const { log } = this.elements;
    log.querySelector(".examples")?.remove();
    if (this.isTabOpen) return;
    const chat = this.openChat;
    const isFresh = chat.kind === "personal" && !chat.activities.some(({ from }) => from === this.me.id);
    if (!isFresh) return;
    const examples = element("div", "examples", element("p", "quiet", texts.examples));
    for (const sample of this.samples)
      examples.append(button(sample.title, "plain-button", () => void this.trySample(sample)));
    for (const { title, text } of wordExamples)
      examples.append(
        button(title, "plain-button", () => this.send({ text, files: [], mention: false, card: undefined })),
      );
    log.append(examples);
  }

  private async trySample(sample: TeamsSample): Promise<void> {
    this.open(this.personalChat.id);
    try {
      const file = await loadTeamsSample(sample);
      this.send({ text: sample.text, files: [file], mention: false, card: undefined });
    } catch (error) {
      this.messages.error(notices.sampleFailed, texts.detail(error instanceof Error ? error.name : "Error"));
    }
  }

  private send(draft: Draft): void {
    const { speaking } = this;
    const { text, files, mention, card } = draft;
    const unsent = (error: unknown): void => {
      this.failed(error);
      if (speaking.conversation === this.openId) this.composer.restore(draft);
    };
    if (card !== undefined) {
      teamsClient
        .postCard(speaking, text, card)
        .then((outcome) => this.heard(outcome))
        .catch(unsent);
      return;
    }
    teamsClient
      .say(speaking, text, files, mention)
      .then(({ status, heard }) => {
        if (status !== 200) this.messages.error(notices.noAnswer);
        else if (!heard) this.messages.news(texts.notHeard);
      })
      .catch(unsent);
  }

  /** Does something whose outcome is seen in the chat; only when it does not work, that is said. */
  private tell(request: Promise<Outcome>): void {
    void this.asked(request);
  }

  /** The same. @returns whether it worked */
  private async asked(request: Promise<Outcome>): Promise<boolean> {
    try {
      return this.heard(await request);
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  private heard({ status = 200 }: Outcome): boolean {
    if (status !== null && status < 400) return true;
    this.messages.error(notices.noAnswer);
    return false;
  }

  private failed(error: unknown): void {
    this.messages.error(notices.failed, texts.detail(error instanceof Error ? error.name : "Error"));
  }

  private redraw(activity: string): void {
    const standing = this.openChat.activities.find(({ id }) => id === activity);
    if (standing !== undefined) this.log.put(standing);
  }

  /** A link to the tab opens it here; other addresses open beside the page, and nothing that is no address. */
  private openUrl(address: string): void {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !/^(?:https?|mailto):$/.test(url.protocol)) return;
    const job = url.origin === location.origin && url.pathname === "/teams" ? url.searchParams.get("job") : null;
    if (job !== null) this.showTab(job);
    else window.open(url.href, "_blank", "noopener,noreferrer");
  }

  private nameOf(chat: Chat): string {
    return chat.kind === "personal" ? texts.botChat(this.state.bot.name) : chat.name;
  }

  private authorOf(account: string): MessageAuthor {
    if (account === this.state.bot.id) return { name: this.state.bot.name, kind: "bot" };
    const person = this.state.people.find(({ id }) => id === account);
    return { name: person?.name ?? account, kind: account === this.me.id ? "me" : "person" };
  }
}
