// The preview: shows what the server has, and asks again whenever the server says that there is something new.

let state = null;
let walk = null; // what is played now
let drawn = 0; // the number of what is drawn
let outcome = null; // what came of the call when it was last done anew: a function that gives words
let ended = false;

const spoken = () => {
  const language = walk?.view.language || state.language;
  return language.startsWith("nl") ? "nl" : language in state.words ? language : "en";
};
const word = (key, ...gaps) => state.words[spoken()][key].replace(/\{(\d)\}/g, (_, place) => gaps[place]);
const showFindings = createFindings(spoken, word);

function standing() {
  const said = [];
  if (ended) said.push(word("ended"));
  if (state.problem) said.push(word("not drawn", state.problem[spoken()]));
  else if (!state.sound) said.push(word(walk ? "last good" : "never good"));
  if (outcome !== null) said.push(outcome());
  return said.join(" ");
}

function tell() {
  // Setting it to what it is would be seen as a change, too.
  if (document.documentElement.lang !== spoken()) document.documentElement.lang = spoken();
  if (walk === null) {
    document.title = word("page title", state.file);
    byId("title").textContent = state.file;
  }
  showFindings(state);
  say("standing", standing());
}

function putSheets(sheets) {
  byId("sheets").replaceChildren(
    ...sheets.map(([language, svg]) => {
      const sheet = el("template", { class: "sheet", lang: language });
      sheet.innerHTML = svg;
      return sheet;
    }),
  );
}

// Puts a new version in the place of the one that is played, and does the call again on it.
function draw({ content, sheets }) {
  const before = walk && {
    course: walk.course(),
    parameters: walk.engine.parametersOf(walk.course()[0].session),
    language: walk.view.language,
  };
  walk?.stop();
  putSheets(sheets);
  walk = walkThrough(content, before?.language);
  outcome = null;
  if (before === null) return;
  const made = createKept(content, word).redo(walk, before.course, before.parameters);
  const { kept, of, why } = made;
  outcome = () =>
    of === 0
      ? word("drawn")
      : kept < of
        ? word("kept until", kept, of, why)
        : of === 1
          ? word("kept one")
          : word("kept", of);
}

async function look() {
  const answer = await fetch(`state?have=${drawn}`);
  state = await answer.json();
  if (state.drawn !== null && state.drawnNumber !== drawn) draw(state.drawn);
  else if (!state.sound) outcome = null;
  drawn = state.drawnNumber;
  tell();
}

// One look after the other: the second of two that come close together sees what both would.
let looking = Promise.resolve();
const source = new EventSource("events");
source.onmessage = (event) => {
  if (event.data === "end") {
    source.close();
    ended = true;
    looking = looking.then(() => state && tell());
  } else {
    looking = looking.then(look).catch((problem) => console.error(String(problem)));
  }
};
// The page's language is chosen in its header; what is said here follows it.
new MutationObserver(() => state && tell()).observe(document.documentElement, { attributeFilter: ["lang"] });
// On paper nothing can be unfolded.
globalThis.addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("#found details")) one.open = true;
});
globalThis.policyPreview = { walk: () => walk, state: () => state };
