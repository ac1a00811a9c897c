// The poster that lights up, and the same in words.

function createPicture(content, engine, view) {
  const picture = {};

  // The picture's place on the page; empty and hidden until it is drawn.
  picture.part = () =>
    el(
      "section",
      { id: "diagram", "aria-labelledby": "diagram-title", hidden: true },
      el("h2", { id: "diagram-title", class: "quiet" }, view.word("diagram")),
      el("div", { id: "diagram-frame", tabindex: "0", role: "group", "aria-label": view.word("diagram") }),
      steps(),
    );

  picture.draw = () => {
    const sheets = [...document.querySelectorAll("template.sheet")].filter(
      (one) => one.lang === (view.language || "en"),
    );
    byId("diagram-frame").replaceChildren(...sheets.map((one) => one.content.cloneNode(true)));
    byId("diagram").hidden = sheets.length === 0;
  };

  // The picture in words, for whoever does not see it.
  const steps = () =>
    el(
      "details",
      { class: "steps", "data-key": "steps" },
      el("summary", {}, view.word("in words")),
      el(
        "ul",
        {},
        content.steps[view.language].map((step) => view.theirs("li", {}, step)),
      ),
    );

  // Marks where the call is, where it was, and where it can go: sets of the ids of states and transitions.
  picture.light = (session, { entered, taken, open }) => {
    const place = byId("diagram-frame");
    const active = engine.configurationOf(session);
    const leaves = engine.leavesOf(session);
    place.classList.add("lit");
    for (const group of place.querySelectorAll("g[id]")) {
      const [, kind, id] = /^(state|box|pill|ref|link|start)-(.*)$/.exec(group.id) ?? [];
      if (kind === "state" || kind === "box") {
        group.classList.toggle("now", leaves.includes(id));
        group.classList.toggle("inside", active.includes(id));
        group.classList.toggle("past", entered.has(id));
      } else if (kind === "link") {
        group.classList.toggle(
          "past",
          [...taken].some((one) => id === one || id.startsWith(`${one}.`)),
        );
      } else if (kind === "pill" || kind === "ref") {
        // A pill that stands for several transitions is a group in a group.
        for (const [ids, mark] of [
          [taken, "past"],
          [open, "open"],
        ]) {
          if (!ids.has(id)) continue;
          group.querySelector("rect")?.classList.add(mark);
          for (let outer = group; outer; outer = outer.parentElement.closest("g.pill"))
            outer.classList.add("shown");
        }
      }
    }
    const now = place.querySelector("g.now");
    // Only within the picture's own frame: the page stays where the reader is.
    if (now !== null && place.scrollHeight > place.clientHeight) {
      const middle = now.getBoundingClientRect().top - place.getBoundingClientRect().top + place.scrollTop;
      place.scrollTop = middle - place.clientHeight / 2;
    }
  };

  return picture;
}
