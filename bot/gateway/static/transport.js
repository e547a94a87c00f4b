// Sends messages so that none is lost or doubled, and receives events in order.

const KINDS = ["person", "message", "notice", "turn", "hidden", "cleared", "closed"];
const LONGEST_PAUSE = 15000;
const HEAL_EVERY = 10000;

export class Transport {
  // `on` holds: event(event), typing(), status(name), item(item), expired()
  constructor(base, on) {
    this.base = base;
    this.on = on;
    this.forgotten();
  }

  forgotten() {
    this.stop();
    this.last = 0;
    this.queue = [];
    this.pending = new Set();
    this.ended = new Set(); // an end may overtake the receipt of its own message
    this.started = false;
  }

  async call(method, path, body) {
    const options = {
      method,
      credentials: "include",
      headers: body ? { "Content-Type": "application/json", "X-Tanya": "1" } : {},
      body: body && JSON.stringify(body),
    };
    const response = await fetch(this.base + path, options);
    const value = await response.json().catch(() => ({}));
    if (response.ok) return value;
    const seconds = Number(response.headers.get("Retry-After"));
    throw { status: response.status, seconds, code: value.error?.code };
  }

  strings(language) {
    return this.call("GET", `/chat/strings/${language}`);
  }

  // Shows again what the session's conversation showed, if there is one.
  async resume() {
    const page = await this.call("GET", "/chat/history");
    if (!page.state) return;
    this.started = true;
    this.take(page);
    this.listen();
  }

  async start(language) {
    await this.call("POST", "/chat/session", language ? { language } : {});
    this.started = true;
    this.listen();
  }

  async choose(language) {
    if (this.started) await this.call("POST", "/chat/language", { language });
  }

  forget() {
    return this.call("POST", "/chat/forget", {});
  }

  end(outcome) {
    return this.call("POST", "/chat/end", outcome);
  }

  // item: {id, text} or {id, button}; its state is told through on.item
  send(item) {
    this.queue.push(item);
    this.mark(item, "sending");
    this.flush();
  }

  again(item) {
    item.failed = false;
    this.send(item);
  }

  mark(item, state) {
    item.state = state;
    this.on.item(item);
  }

  // One at a time, in order; the same id again is the same message for the server.
  async flush() {
    if (this.flushing) return;
    this.flushing = true;
    const { queue } = this;
    let pause = 1000;
    while (queue.length && queue === this.queue) {
      try {
        await this.deliver(queue[0]);
        queue.shift();
        pause = 1000;
        this.on.status(null);
      } catch (error) {
        if (queue !== this.queue) break;
        await this.wait(queue, error, pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
    this.flushing = false;
  }

  async deliver(item) {
    if (!this.started) await this.start(this.chosen);
    const said = item.button ? { button: item.button } : { text: item.text };
    const body = { client_message_id: item.id, ...said };
    const { id } = await this.call("POST", "/chat/messages", body);
    this.due(id);
    this.mark(item, "sent");
    this.heal();
  }

  due(turn) {
    if (!this.ended.has(turn)) this.pending.add(turn);
  }

  async wait(queue, error, pause) {
    const { status, seconds } = error;
    if (status === 401) {
      this.started = false;
      this.stop();
      this.last = 0;
      this.pending.clear();
      this.on.expired(queue[0]);
      if (queue[0].button) this.mark(queue.shift(), "failed");
      return;
    }
    if (status >= 400 && status < 500 && status !== 429) {
      this.mark(queue.shift(), "failed");
      return;
    }
    queue.forEach((item) => this.mark(item, "waiting"));
    const offline = navigator.onLine === false;
    this.on.status(status === 429 ? "too_fast" : offline ? "offline" : "unreachable");
    await new Promise((resolve) => {
      this.hurry = resolve;
      setTimeout(resolve, seconds ? seconds * 1000 : pause);
    });
  }

  online() {
    this.hurry?.();
    if (this.started && !this.source) this.listen();
  }

  listen() {
    this.stop();
    if (!window.EventSource) return this.poll();
    const url = `${this.base}/chat/events?after=${this.last}`;
    const source = new EventSource(url, { withCredentials: true });
    this.source = source;
    for (const kind of KINDS) {
      source.addEventListener(kind, (message) => this.event(JSON.parse(message.data)));
    }
    source.addEventListener("typing", () => this.on.typing());
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED && this.source === source) {
        this.source = null;
        this.poll();
      }
    };
  }

  stop() {
    this.source?.close();
    this.source = null;
    clearInterval(this.healing);
    this.healing = null;
    this.polling = {};
  }

  // For browsers and proxies that cannot stream.
  async poll() {
    const mine = (this.polling = {});
    while (mine === this.polling && this.started) {
      try {
        this.take(await this.call("GET", `/chat/events?after=${this.last}`));
      } catch (error) {
        if (error.status === 401) return;
        await new Promise((resolve) => setTimeout(resolve, 3000));
      }
    }
  }

  // While an answer is due, look for it in case the stream is stuck.
  heal() {
    this.healing ??= setInterval(async () => {
      if (!this.pending.size) {
        clearInterval(this.healing);
        this.healing = null;
        return;
      }
      const path = `/chat/history?after=${this.last}`;
      await this.call("GET", path).then((page) => this.take(page), () => {});
    }, HEAL_EVERY);
  }

  take(page) {
    this.pending = new Set(page.pending);
    page.events.forEach((event) => this.event(event));
    if (this.pending.size) this.heal();
    this.on.typing();
  }

  event(event) {
    if (event.id <= this.last) return;
    this.last = event.id;
    if (event.event === "turn") {
      this.ended.add(event.turn);
      this.pending.delete(event.turn);
    }
    this.on.event(event);
  }
}
