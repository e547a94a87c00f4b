// The chat. loader.js brings it to a page when somebody opens it; as a module it puts
// itself there. <tanya-chat page> stands in the page; without it a button opens a panel.

import { Transport } from "./transport.js";
import { View } from "./view.js";

const BASE = new URL("..", import.meta.url).href.replace(/\/$/, "");
const SHEET = new URL("tanya.css", import.meta.url).href;
const KEPT = "tanya.language"; // the only things kept in the browser:
const OPEN = "tanya.open"; // a language, and whether the panel stood open in this tab

class TanyaChat extends HTMLElement {
  connectedCallback() {
    if (this.view) return;
    const page = this.hasAttribute("page");
    this.mine = new Map(); // our messages by their id
    this.view = new View(this.actions(), { page, sheet: SHEET });
    this.transport = new Transport(BASE, {
      event: (event) => this.show(event),
      typing: () => this.showTyping(),
      status: (word) => this.view.tell(word),
      item: (item) => this.mark(item),
      expired: (item) => this.view.divide("expired", item.node),
    });
    addEventListener("online", () => this.transport.online());
    this.attachShadow({ mode: "open" }).append(...this.view.nodes);
    this.begun = this.begin(page);
  }

  // What loader.js calls: the panel, open, once its words are there.
  async open(focus) {
    await this.begun;
    this.view.open(true, focus);
  }

  opened(on) {
    if (!on) return sessionStorage.removeItem(OPEN);
    sessionStorage.setItem(OPEN, "1");
    return this.resume();
  }

  actions() {
    return {
      send: (text) => this.send(text, { text }),
      press: ({ id, title }) => this.send(title, { button: id }),
      again: (item) => this.again(item),
      choose: (language) => this.choose(language),
      forget: () => this.forget(),
      end: (outcome) => this.end(outcome),
      open: (on) => this.opened(on),
    };
  }

  async begin(page) {
    const own = /^en/.test(navigator.language) ? "en" : "ms";
    const language = localStorage.getItem(KEPT) ?? this.getAttribute("language") ?? own;
    this.transport.chosen = localStorage.getItem(KEPT);
    await this.speak(language);
    this.setAttribute("ready", "");
    if (page) await this.resume();
  }

  // Tried until the words are there: without them there is nothing to show.
  async speak(language) {
    for (;;) {
      try {
        return this.view.speak(await this.transport.strings(language));
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 2000));
      }
    }
  }

  async resume() {
    if (this.resumed) return;
    this.resumed = true;
    await this.transport.resume().catch(() => this.view.tell("unreachable"));
    this.showTyping();
  }

  send(shown, said) {
    this.finished = false;
    const item = { id: crypto.randomUUID?.() ?? unique(), ...said };
    this.mine.set(item.id, this.view.mine(shown, item));
    this.transport.send(item);
    this.showTyping();
  }

  mark(item) {
    this.view.mark(item);
    this.showTyping();
  }

  show(event) {
    if (event.event === "person") this.echo(event);
    if (event.event === "message") this.view.theirs(event);
    if (event.event === "notice") this.view.theirs(event, { notice: true });
    if (event.event === "turn" && event.status === "apologised") this.unanswered(event);
    if (event.event === "hidden") this.view.withdraw(event);
    if (event.event === "cleared") this.cleared();
    if (event.event === "closed") this.ended(event.reason);
    this.showTyping();
  }

  // Everything was deleted on wish; the conversation goes on, empty.
  cleared() {
    this.mine.clear();
    this.view.clear();
  }

  // Our own message as the server keeps it, or one that another tab sent.
  echo({ client_message_id: id, text, turn }) {
    const item = this.mine.get(id) ?? this.view.mine(text, { id });
    this.mine.set(id, item);
    this.view.settle(item, text);
    item.turn = turn;
    this.transport.due(turn);
  }

  // Asked again, it is a new message: the old turn is over for good.
  unanswered({ turn }) {
    const item = [...this.mine.values()].find((known) => known.turn === turn);
    if (item?.text) this.view.mark(Object.assign(item, { state: "unanswered" }));
  }

  again(item) {
    if (item.state === "failed") return this.transport.again(item);
    this.view.mark(Object.assign(item, { state: "sent" }));
    this.send(item.text, { text: item.text });
  }

  showTyping() {
    const sending = this.transport.queue.some((item) => item.state === "sending");
    this.view.showTyping(sending || this.transport.pending.size > 0);
  }

  async choose(language) {
    localStorage.setItem(KEPT, language);
    this.transport.chosen = language;
    await this.speak(language);
    await this.transport.choose(language).catch(() => {});
  }

  async forget() {
    if (!(await this.told(() => this.transport.forget()))) return;
    this.view.question.hidden = true;
    this.ended("forgotten");
    this.view.input.focus();
  }

  async end(outcome) {
    if (await this.told(() => this.transport.end(outcome))) this.ended("ended");
  }

  async told(act) {
    try {
      await act();
      return true;
    } catch {
      this.view.tell("unreachable");
      return false;
    }
  }

  ended(reason) {
    this.transport.forgotten();
    this.mine.clear();
    if (reason === "ended") return this.finish();
    this.view.clear();
    return this.view.tell("ended");
  }

  // Our own wish and the server's word of it may come in either order.
  finish() {
    if (!this.finished) this.view.finish();
    this.finished = true;
  }
}

function unique() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

customElements.define("tanya-chat", TanyaChat);
if (!document.querySelector("tanya-chat")) {
  document.body.append(document.createElement("tanya-chat"));
}
