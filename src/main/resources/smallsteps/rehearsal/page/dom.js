// A page as a value: h() describes an element, patch() makes the real one agree with it and touches
// nothing that already does. So focus, selection, scroll and half-written text outlive every fetch.

const SVG = "http://www.w3.org/2000/svg";
const PROPERTIES = new Set(["value", "checked", "disabled", "selected", "indeterminate", "className"]);

/** Props: `key` (among siblings), `on…` handlers, `mounted(el)`, `once: {…}` (set at birth only), attributes. */
export function h(tag, props, ...kids) {
  const { key, mounted, once, ...rest } = props || {};
  return { tag, key, mounted, once, props: rest, kids: flat(kids) };
}

function flat(kids) {
  const all = [];
  for (const kid of kids.flat(Infinity)) {
    if (kid === null || kid === undefined || kid === false || kid === true || kid === "") continue;
    const isText = typeof kid === "string" || typeof kid === "number";
    all.push(isText ? { text: String(kid) } : kid);
  }
  return all;
}

/** Makes `root` hold exactly `vnode`. */
export function patch(root, vnode) {
  const born = [];
  patchKids(root, flat([vnode]), born);
  for (const [mounted, el] of born) mounted(el);
}

function create(vnode, parent, born) {
  if (vnode.text !== undefined) {
    return Object.assign(document.createTextNode(vnode.text), { vnode });
  }
  const isSvg = vnode.tag === "svg" || parent.namespaceURI === SVG;
  const el = isSvg ? document.createElementNS(SVG, vnode.tag) : document.createElement(vnode.tag);
  for (const [name, value] of Object.entries(vnode.once || {})) set(el, name, value);
  update(el, vnode, born);
  if (vnode.mounted) born.push([vnode.mounted, el]);
  return el;
}

function update(node, vnode, born) {
  if (node.vnode === vnode) return;
  if (vnode.text !== undefined) {
    if (node.data !== vnode.text) node.data = vnode.text;
    node.vnode = vnode;
    return;
  }
  const before = node.vnode ? node.vnode.props : {};
  for (const name of Object.keys(before)) if (!(name in vnode.props)) set(node, name, null);
  for (const [name, value] of Object.entries(vnode.props)) {
    if (name !== "value" && (PROPERTIES.has(name) || before[name] !== value)) set(node, name, value);
  }
  patchKids(node, vnode.kids, born);
  // A select takes its value only once its options are there.
  if ("value" in vnode.props) set(node, "value", vnode.props.value);
  node.vnode = vnode;
}

function patchKids(el, kids, born) {
  const left = new Map();
  for (const child of [...el.childNodes]) {
    const name = child.vnode ? nameOf(child.vnode) : Symbol("foreign");
    if (!left.has(name)) left.set(name, []);
    left.get(name).push(child);
  }
  const found = kids.map((kid) => (left.get(nameOf(kid)) || []).shift());
  for (const unused of left.values()) for (const child of unused) child.remove();
  kids.forEach((kid, at) => {
    const node = found[at] || create(kid, el, born);
    if (el.childNodes[at] !== node) el.insertBefore(node, el.childNodes[at] || null);
    if (found[at]) update(node, kid, born);
  });
}

function nameOf(vnode) {
  if (vnode.text !== undefined) return "#text";
  return vnode.tag + (vnode.key === undefined ? "" : "#" + vnode.key);
}

function set(el, name, value) {
  if (name.startsWith("on")) el[name.toLowerCase()] = value;
  else if (name === "class") el.setAttribute("class", value || "");
  else if (name === "style") for (const [k, v] of Object.entries(value || {})) el.style.setProperty(k, v);
  else if (PROPERTIES.has(name)) {
    const wanted = value === null || value === undefined ? (name === "value" ? "" : false) : value;
    if (el[name] !== wanted) el[name] = wanted;
  } else if (value === null || value === undefined || value === false) el.removeAttribute(name);
  else el.setAttribute(name, value === true ? "" : String(value));
}

/**
 * What of the page can have the focus, if it is there.
 *
 * @returns {HTMLInputElement | HTMLTextAreaElement | null}
 */
export const control = (selector) => document.querySelector(selector);
