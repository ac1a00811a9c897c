// The learning platform around the page (SCORM 1.2), if there is one. Without it everything works and nothing
// is kept. The platform is asked for nothing after it was told that the lesson is over.

const MOST_PARENTS = 10;

// The platform's API: in a window around this one, or in the window that opened it and those around that.
function findApi(start) {
  const around = (first) => {
    let current = first;
    for (let step = 0; current && step < MOST_PARENTS; step += 1) {
      try {
        if (current.API) return current.API;
      } catch {
        return null; // a window of another site: what stands around it is closed to us
      }
      if (current.parent === current) break;
      current = current.parent;
    }
    return null;
  };
  let found = around(start);
  for (let opener = start.opener; found === null && opener;) {
    found = around(opener);
    try {
      opener = opener.opener;
    } catch {
      opener = null;
    }
  }
  return found;
}

function createPlatform(api) {
  let open = api !== null && String(api.LMSInitialize("")) === "true";
  const began = Date.now();

  const set = (name, value) => {
    if (open) api.LMSSetValue(name, String(value));
  };
  const get = (name) => (open ? String(api.LMSGetValue(name) ?? "") : "");
  const commit = () => {
    if (open) api.LMSCommit("");
  };

  // HHHH:MM:SS.SS
  function spent() {
    const hundredths = Math.floor((Date.now() - began) / 10);
    const two = (number) => String(number).padStart(2, "0");
    const seconds = Math.floor(hundredths / 100);
    const hours = Math.min(9999, Math.floor(seconds / 3600));
    const minutes = Math.floor(seconds / 60) % 60;
    const rest = `${two(seconds % 60)}.${two(hundredths % 100)}`;
    return `${String(hours).padStart(4, "0")}:${two(minutes)}:${rest}`;
  }

  // Ends the visit; `over` says that there is nothing left to go on with.
  function finish(over) {
    if (!open) return;
    set("cmi.core.session_time", spent());
    set("cmi.core.exit", over ? "" : "suspend");
    commit();
    api.LMSFinish("");
    open = false;
  }

  return { set, get, commit, finish, isOpen: () => open };
}
