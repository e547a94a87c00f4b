// What is needed less often: save, end, delete; and the one question at the end.

import { h } from "./dom.js";

const REASONS = ["not_understood", "not_enough", "seems_wrong", "need_person"];

export class Menu {
  constructor(view, acts) {
    const properties = { type: "button", class: "tool", "aria-expanded": "false", "aria-controls": "more" };
    this.button = h("button", { ...properties, onclick: () => this.open(!this.isOpen) });
    view.name(this.button, "more");
    const items = Object.entries(acts).map(([word, act]) => {
      const chosen = () => {
        this.open(false);
        act();
      };
      return view.name(h("button", { type: "button", onclick: chosen }), word);
    });
    this.list = h("div", { class: "choices more", id: "more", role: "group", hidden: true }, ...items);
    view.name(this.list, "more", "aria-label");
  }

  get isOpen() {
    return !this.list.hidden;
  }

  open(on) {
    this.list.hidden = !on;
    this.button.setAttribute("aria-expanded", String(on));
    (on ? this.list.querySelector("button") : this.button).focus();
  }
}

export class Ending {
  constructor(view) {
    this.view = view;
    this.text = view.name(h("p", { id: "solved" }), "solved");
    this.first = this.choices([
      ["solved_yes", () => this.end({ solved: true })],
      ["solved_no", () => this.why()],
      ["solved_skip", () => this.end({})],
      ["solved_back", () => this.close()],
    ]);
    this.reason = view.name(h("p", { id: "why" }), "why");
    const end = (reason) => () => this.end({ solved: false, reason });
    this.second = this.choices([
      ...REASONS.map((reason) => [reason, end(reason)]),
      ["solved_skip", () => this.end({ solved: false })],
    ]);
    const properties = { class: "question", role: "alertdialog", "aria-labelledby": "solved", hidden: true };
    this.node = h("div", properties, this.text, this.first, this.reason, this.second);
  }

  choices(listed) {
    const make = ([word, act]) =>
      this.view.name(h("button", { type: "button", onclick: act }), word);
    return h("div", { class: "choices" }, ...listed.map(make));
  }

  ask() {
    this.node.hidden = false;
    this.step(true);
  }

  why() {
    this.step(false);
  }

  step(first) {
    this.text.hidden = this.first.hidden = !first;
    this.reason.hidden = this.second.hidden = first;
    this.node.setAttribute("aria-labelledby", first ? "solved" : "why");
    (first ? this.first : this.second).querySelector("button").focus();
  }

  end(outcome) {
    this.node.hidden = true;
    this.view.act.end(outcome);
    this.view.input.focus();
  }

  close() {
    this.node.hidden = true;
    this.view.menu.button.focus();
  }
}
