"use strict";
const $ = id => document.getElementById(id);
let newest = 0;

function say(text, fault) {
  $("state").textContent = text;
  $("state").classList.toggle("fault", Boolean(fault));
}

function element(name, of, text) {
  const made = document.createElement(name);
  if (of) made.className = of;
  if (text !== undefined) made.textContent = text;
  return made;
}

function card(hit, rank) {
  const item = element("li");
  item.tabIndex = 0;
  const picture = element("img");
  picture.src = "strip/" + hit.row;
  picture.alt = "Frames of " + hit.id;
  picture.loading = "lazy";
  picture.onload = () => picture.style.setProperty("--frames", Math.round(picture.naturalWidth / picture.naturalHeight));
  const words = element("span", "words", hit.caption);
  words.append(element("span", "id", hit.id));
  const row = element("div", "row");
  row.append(element("span", "rank", rank), words, element("span", "score", hit.score.toFixed(3)));
  item.append(picture, row);
  return item;
}

async function search() {
  const text = $("text").value.trim();
  if (!text) return say("Write what is to be seen in the clip.");
  const own = ++newest;
  const query = new URLSearchParams({ q: text, k: $("count").value });
  say("Searching …");
  try {
    const answer = await fetch("search?" + query);
    const found = await answer.json();
    if (own !== newest) return;
    if (!answer.ok) {
      $("found").replaceChildren();
      return say(found.error, true);
    }
    history.replaceState(null, "", "?" + query);
    $("found").replaceChildren(...found.hits.map((hit, i) => card(hit, i + 1)));
    say(found.hits.length + " of " + found.clips + " clips in " + found.milliseconds.toFixed(0) + " ms");
  } catch (fault) {
    if (own === newest) say("The service does not answer: " + fault.message, true);
  }
}

function step(by) {
  const items = [...$("found").children];
  const at = items.indexOf(document.activeElement);
  const next = at < 0 ? 0 : at + by;
  if (next < 0) $("text").focus();
  else if (next < items.length) items[next].focus();
}

document.addEventListener("keydown", event => {
  const writes = document.activeElement === $("text");
  if (event.key === "/" && !writes) $("text").focus();
  else if (event.key === "Escape") { $("text").focus(); $("text").select(); }
  else if (event.key === "ArrowDown" && document.activeElement !== $("count")) step(1);
  else if (event.key === "ArrowUp" && !writes && document.activeElement !== $("count")) step(-1);
  else return;
  event.preventDefault();
});

$("search").addEventListener("submit", event => { event.preventDefault(); search(); });

fetch("health").then(answer => answer.json()).then(health => {
  $("name").textContent = health.gallery;
  if (newest === 0) say(health.clips + " clips");
}).catch(() => say("The service does not answer.", true));

const asked = new URLSearchParams(location.search);
if (asked.get("q")) {
  $("text").value = asked.get("q");
  if (asked.get("k")) $("count").value = asked.get("k");
  search();
}
