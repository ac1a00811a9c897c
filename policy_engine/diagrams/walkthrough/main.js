// Begins the page. What it gives back is for tests and for whoever looks at it in a browser's console.
globalThis.policyWalkthrough = walkThrough(JSON.parse(byId("content").textContent));
