// <script type="module" src=".../static/tanya.js"></script> brings the chat to a page.
// <tanya-chat page> stands in the page itself; without it a button opens a panel.

import { Transport } from "./transport.js";
import { View } from "./view.js";

const BASE = new URL("..", import.meta.url).href.replace(/\/$/, "");
const SHEET = new URL("tanya.css", import.meta.url).href;
const KEPT = "tanya.language"; // the only thing kept in the browser

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
    this.begin(page);
  }

  actions() {
    return {
      send: (text) => this.send(text, { text }),
      press: ({ id, title }) => this.send(title, { button: id }),
      again: (item) => this.transport.again(item),
      choose: (language) => this.choose(language),
      forget: () => this.forget(),
      open: () => this.resume(),
    };
  }

  async begin(page) {
    const language = localStorage.getItem(KEPT) ?? (/^en/.test(navigator.language) ? "en" : "ms");
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
    if (event.event === "closed") this.ended();
    this.showTyping();
  }

  // Our own message as the server keeps it, or one that another tab sent.
  echo({ client_message_id: id, text, turn }) {
    const item = this.mine.get(id) ?? this.view.mine(text, { id });
    this.mine.set(id, item);
    this.view.settle(item, text);
    this.transport.due(turn);
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
    try {
      await this.transport.forget();
    } catch {
      return this.view.tell("unreachable");
    }
    this.view.question.hidden = true;
    this.ended();
    this.view.input.focus();
  }

  ended() {
    this.transport.forgotten();
    this.mine.clear();
    this.view.clear();
    this.view.tell("ended");
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
