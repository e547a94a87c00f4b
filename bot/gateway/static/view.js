// What the chat looks like: builds it once, then changes words and adds messages.

import { h, icon, linked } from "./dom.js";
import { Ending, Menu } from "./menu.js";

const ICONS = {
  send: "M4 12 20 4l-5 16-3-7-8-1Z",
  hide: "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6Zm4 7L17 5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c0-4 4-6 8-6s8 2 8 6",
  close: "M6 6l12 12M18 6 6 18",
  chat: "M4 5h16v11H10l-4 4v-4H4Z",
};

export class View {
  // `act` holds what the person can do: send, press, again, choose, forget, end, open
  constructor(act, { page, sheet }) {
    this.act = act;
    this.page = page;
    this.words = {};
    this.named = [];
    this.log = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.typing = h("div", { class: "typing", hidden: true }, h("i"), h("i"), h("i"));
    this.status = h("p", { class: "status", role: "status" });
    this.build(sheet);
  }

  // An element whose text or label is one of the widget's words.
  name(element, word, attribute) {
    this.named.push({ element, word, attribute });
    return element;
  }

  tool(path, word, act) {
    const button = h("button", { type: "button", class: "tool", onclick: act }, icon(path));
    const label = this.name(h("span", {}), word);
    button.append(label);
    return button;
  }

  build(sheet) {
    this.languages = h("div", { class: "languages", role: "group" });
    this.name(this.languages, "language", "aria-label");
    for (const [code, title, full] of [["ms", "BM", "Bahasa Melayu"], ["en", "EN", "English"]]) {
      const choose = () => this.act.choose(code);
      const properties = { type: "button", lang: code, "aria-label": full, onclick: choose };
      this.languages.append(h("button", properties, title));
    }
    const mark = h("span", { class: "mark", "aria-hidden": "true" }, icon(ICONS.chat));
    const title = h("h2", {}, this.name(h("span"), "title"));
    const names = h("div", { class: "names" }, title, this.name(h("p"), "subtitle"));
    this.hideTool = this.tool(ICONS.hide, "hide", () => this.hide(true));
    const person = this.tool(ICONS.person, "person", () => this.act.send(this.words.ask_person));
    this.menu = new Menu(this, { save: () => this.save(), end: () => this.ending.ask(), forget: () => this.ask(true) });
    const tools = h("div", { class: "tools" }, this.hideTool, person, this.menu.button);
    this.closeTool = h("button", { type: "button", class: "close", onclick: () => this.open(false) }, icon(ICONS.close));
    this.name(this.closeTool, "close", "aria-label");
    const top = h("header", {}, mark, names, this.languages, this.page ? null : this.closeTool);
    this.name(this.log, "log", "aria-label");
    this.question = this.confirmation();
    this.ending = new Ending(this);
    this.cover = this.covering();
    this.form = this.composer();
    const parts = [top, tools, this.menu.list, this.log, this.typing, this.status, this.question, this.ending.node, this.cover, this.form];
    this.panel = h("section", { class: "panel", hidden: !this.page }, ...parts);
    this.name(this.panel, "title", "aria-label");
    this.panel.addEventListener("keydown", (key) => this.escape(key));
    this.opener = h("button", { type: "button", class: "opener", hidden: this.page, onclick: () => this.open(true) }, icon(ICONS.chat));
    this.name(this.opener, "open", "aria-label");
    this.nodes = [h("link", { rel: "stylesheet", href: sheet }), this.panel, this.opener];
  }

  confirmation() {
    const yes = this.name(h("button", { type: "button", class: "danger", onclick: () => this.act.forget() }), "yes");
    const no = this.name(h("button", { type: "button", onclick: () => this.ask(false) }), "no");
    const text = this.name(h("p", { id: "ask" }), "forget_ask");
    const properties = { class: "question", role: "alertdialog", "aria-labelledby": "ask", hidden: true };
    return h("div", properties, text, h("div", { class: "choices" }, yes, no));
  }

  covering() {
    const show = this.name(h("button", { type: "button", onclick: () => this.hide(false) }), "show");
    return h("div", { class: "cover", hidden: true }, this.name(h("p"), "hidden"), show);
  }

  composer() {
    this.input = h("textarea", { id: "text", rows: "1", autocomplete: "off", enterkeyhint: "send" });
    this.name(this.input, "placeholder", "placeholder");
    this.input.addEventListener("input", () => this.grow());
    this.input.addEventListener("keydown", (key) => {
      if (key.key === "Enter" && !key.shiftKey && !key.isComposing) {
        key.preventDefault();
        this.submit();
      }
    });
    this.left = h("p", { class: "left", id: "left", "aria-live": "polite" });
    this.input.setAttribute("aria-describedby", "left");
    const label = this.name(h("label", { for: "text", class: "unseen" }), "label");
    const send = h("button", { type: "submit", class: "send" }, icon(ICONS.send));
    this.name(send, "send", "aria-label");
    const submit = (event) => {
      event.preventDefault();
      this.submit();
    };
    const row = h("div", { class: "row" }, this.input, send);
    const hotline = this.name(h("p", { class: "hotline" }), "hotline");
    return h("form", { class: "composer", onsubmit: submit }, label, row, this.left, hotline);
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    const left = this.limit - this.input.value.length;
    const words = left < 0 ? this.words.too_long : this.words.left;
    this.left.textContent = left < 200 ? words.replace("{count}", left) : "";
  }

  submit() {
    const text = this.input.value.trim();
    if (!text || text.length > this.limit) return;
    this.input.value = "";
    this.grow();
    this.act.send(text);
  }

  // Changes every word that is the widget's own; messages keep their language.
  speak({ lang, limit, hosts, starters, words }) {
    Object.assign(this, { lang, limit, hosts, words, starters });
    this.panel.lang = lang;
    this.opener.lang = lang;
    for (const { element, word, attribute } of this.named) {
      if (attribute) element.setAttribute(attribute, words[word]);
      else element.textContent = words[word];
    }
    for (const button of this.languages.children) {
      button.setAttribute("aria-pressed", String(button.lang === lang));
    }
    this.showTyping(!this.typing.hidden);
    this.greet();
    this.grow();
  }

  greet() {
    const old = this.greeting;
    this.greeting = h("div", { class: "greeting", lang: this.lang });
    const hello = h("div", { class: "bubble bot" }, this.words.greeting);
    const safety = h("p", { class: "safety" }, this.words.safety);
    const starters = this.starters.map((text) =>
      h("button", { type: "button", onclick: () => this.act.send(text) }, text));
    this.greeting.append(hello, h("div", { class: "buttons" }, ...starters), safety);
    if (old?.isConnected) old.replaceWith(this.greeting);
    else this.log.prepend(this.greeting);
  }

  mine(text, item) {
    const note = h("span", { class: "note" });
    const bubble = h("div", { class: "bubble you" }, this.who("you"), h("span", { class: "said" }, text));
    const node = h("div", { class: "message" }, bubble, note);
    this.put(node);
    return Object.assign(item, { node });
  }

  // The server's own wording of a message of ours: numbers are masked there.
  settle(item, text) {
    item.node.querySelector(".said").textContent = text;
  }

  mark(item) {
    const note = item.node.querySelector(".note");
    const { waiting, not_sent: failed, unanswered } = this.words;
    const words = { waiting, failed, unanswered };
    note.replaceChildren(words[item.state] ?? "");
    if (!["failed", "unanswered"].includes(item.state) || item.button) return;
    const again = { type: "button", onclick: () => this.act.again(item) };
    note.append(" ", h("button", again, this.words.again));
  }

  theirs({ id, text, language, by, buttons = [] }, { notice = false } = {}) {
    const parts = linked(text, this.hosts, this.words.new_tab);
    const kind = notice ? "bubble bot notice" : "bubble bot";
    const officer = by === "person"; // said so that all can see it
    const who = officer ? h("b", { class: "officer" }, this.words.officer) : this.who("bot");
    const bubble = h("div", { class: kind, lang: language }, who, ...parts);
    const press = (button) => () => this.act.press(button);
    // numbered, for whoever types a choice or reads it out to somebody
    const title = ({ title }, place) => (buttons.length > 1 ? `${place + 1}. ${title}` : title);
    const offered = buttons.map((button, place) =>
      h("button", { type: "button", lang: language, onclick: press(button) }, title(button, place)));
    const row = offered.length ? h("div", { class: "buttons" }, ...offered) : null;
    const node = h("div", { class: "message" }, bubble, row);
    node.dataset.event = id;
    this.put(node);
  }

  // Results that are shown no more, in this window as in any other.
  withdraw({ messages, text, language }) {
    for (const id of messages) {
      const bubble = h("div", { class: "bubble bot", lang: language }, this.who("bot"), text);
      this.log.querySelector(`[data-event="${id}"]`)?.replaceChildren(bubble);
    }
  }

  who(word) {
    return h("span", { class: "unseen" }, `${this.words[word]}: `);
  }

  divide(word, before) {
    before.before(h("p", { class: "divider" }, this.words[word]));
  }

  // A long reply is shown from its beginning.
  put(node) {
    this.log.append(node);
    this.log.scrollTop = node.offsetTop - this.log.offsetTop - 8;
  }

  clear() {
    this.log.replaceChildren();
    this.greet();
  }

  // The conversation stays to be read; the next message begins another one.
  finish() {
    for (const button of this.log.querySelectorAll(".message button")) button.disabled = true;
    this.put(h("p", { class: "divider" }, this.words.finished));
  }

  save() {
    const date = new Date().toLocaleString(this.lang === "ms" ? "ms-MY" : "en-MY");
    const said = [...this.log.querySelectorAll(".message .bubble, .divider")];
    const lines = [this.words.saved_on.replace("{date}", date), ...said.map((node) => node.textContent)];
    const file = URL.createObjectURL(new Blob([lines.join("\n\n")], { type: "text/plain" }));
    h("a", { href: file, download: "tanya.txt" }).click();
    setTimeout(() => URL.revokeObjectURL(file), 10000);
  }

  showTyping(on) {
    const begins = on && this.typing.hidden;
    this.typing.hidden = !on;
    if (begins) this.log.scrollTop = this.log.scrollHeight;
    this.typing.setAttribute("aria-label", this.words.typing);
    this.typing.setAttribute("role", "img");
  }

  tell(word) {
    this.status.textContent = word ? this.words[word] : "";
  }

  ask(on) {
    this.question.hidden = !on;
    (on ? this.question.querySelector("button") : this.menu.button).focus();
  }

  hide(on) {
    this.panel.classList.toggle("covered", on);
    this.cover.hidden = !on;
    (on ? this.cover.querySelector("button") : this.input).focus();
  }

  open(on, focus = true) {
    this.panel.hidden = !on;
    this.opener.hidden = on;
    this.act.open(on);
    if (focus) (on ? this.input : this.opener).focus();
  }

  escape(key) {
    if (key.key !== "Escape") return;
    if (!this.question.hidden) this.ask(false);
    else if (!this.ending.node.hidden) this.ending.close();
    else if (this.menu.isOpen) this.menu.open(false);
    else if (!this.page) this.open(false);
  }
}
