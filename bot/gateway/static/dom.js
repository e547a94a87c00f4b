// Builds elements without ever parsing markup: text stays text.

const SVG = "http://www.w3.org/2000/svg";
const ADDRESS = /https:\/\/[^\s<>"'()[\]]+/g;

export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

// Text with links to known hosts; every other address is only text.
export function linked(text, hosts, newTab) {
  const parts = [];
  let place = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?]+$/, "");
    if (!isKnown(address, hosts)) continue;
    parts.push(text.slice(place, match.index), link(address, newTab));
    place = match.index + address.length;
  }
  parts.push(text.slice(place));
  return parts;
}

function link(address, newTab) {
  const properties = { href: address, target: "_blank", rel: "noopener noreferrer" };
  const note = h("span", { class: "unseen" }, ` (${newTab})`);
  return h("a", properties, address.replace(/^https:\/\/(www\.)?/, ""), note);
}

function isKnown(address, hosts) {
  try {
    const { protocol, hostname, username } = new URL(address);
    const known = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
    return protocol === "https:" && !username && known;
  } catch {
    return false;
  }
}
