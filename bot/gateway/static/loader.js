// <script src=".../static/loader.js" defer></script> puts a chat button on any page.
// The chat itself is fetched when somebody opens it. data-language="ms|en" is optional.
(() => {
  const script = document.currentScript;
  const base = new URL(".", script.src).href;
  const english = (script.dataset.language || document.documentElement.lang || "ms").startsWith("en");
  const OPEN = "tanya.open"; // so that the chat goes on over the pages of a site
  const host = document.createElement("div");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "?";
  button.ariaLabel = english ? "__EN__" : "__MS__";
  button.lang = english ? "en" : "ms";
  button.style.cssText =
    "position:fixed;z-index:2147483000;right:1rem;bottom:1rem;width:3.75rem;height:3.75rem;" +
    "border:3px solid #e8b53a;border-radius:50%;background:#0c324f;color:#fff;" +
    "font:700 1.6rem/1 system-ui,sans-serif;cursor:pointer";
  host.attachShadow({ mode: "open" }).append(button);

  async function open(focus) {
    button.disabled = true;
    try {
      await import(`${base}tanya.js`);
    } catch {
      button.disabled = false; // offline: the next press tries again
      return;
    }
    const chat = document.querySelector("tanya-chat");
    if (script.dataset.language) chat.setAttribute("language", button.lang);
    host.remove();
    await chat.open(focus);
  }

  button.addEventListener("click", () => open(true));
  document.body.append(host);
  if (sessionStorage.getItem(OPEN)) open(false);
})();
