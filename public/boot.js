// Starts the app, and stands by when it cannot start or has crashed. Plain script without the app's help:
// when it is needed, the app is not to be trusted.
const me = document.querySelector("script[data-js]");
const prefix = "service-dojo/";

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(label, press, className = "button") {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

// Everything of ours in the local storage, as it lies there.
function rawData() {
  const kept = {};
  try {
    for (let index = 0; index < localStorage.length; index++) {
      const key = localStorage.key(index);
      if (key !== null && key.startsWith(prefix)) kept[key] = localStorage.getItem(key);
    }
  } catch {
    return null;
  }
  return kept;
}

function saveData(note) {
  const kept = rawData();
  if (kept === null || Object.keys(kept).length === 0) {
    note.textContent = "There is nothing of Service Dojo in this browser's storage, or the browser denies access to it.";
    return;
  }
  const text = JSON.stringify({ format: "service-dojo-raw", version: 1, keys: kept });
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "service-dojo-raw.json";
  link.click();
  note.textContent = "Saved as service-dojo-raw.json.";
}

function screen(title, text, report) {
  const main = element("main", "crash");
  main.id = "crash";
  main.setAttribute("role", "alert");
  const heading = element("h1", "", title);
  heading.tabIndex = -1;
  const note = element("p", "crash-note");
  note.setAttribute("role", "status");
  const actions = element("div", "crash-actions");
  actions.append(
    button("Reload", () => location.reload(), "button button-primary"),
    button("Save my data", () => saveData(note)),
  );
  if (report) {
    actions.append(
      button("Copy the report", async () => {
        try {
          await navigator.clipboard.writeText(report);
          note.textContent = "Copied.";
        } catch {
          note.textContent = "The browser did not allow copying. Select the text below instead.";
        }
      }),
    );
  }
  main.append(heading, element("p", "", text), actions, note);
  if (report) main.append(element("pre", "crash-report", report));
  document.body.replaceChildren(main);
  document.title = title + " · Service Dojo";
  heading.focus();
}

let crashed = false;
globalThis.serviceDojoCrashed = (report) => {
  if (crashed) return;
  crashed = true;
  screen(
    "Something went wrong",
    "Service Dojo stopped so that nothing gets damaged. What was saved is still in this browser: save a copy, then reload.",
    `${report}\n\n${location.pathname}\n${navigator.userAgent}`,
  );
};

// The app, or at its one address the gallery of components, which the app's users need not download.
function program() {
  const { js, wasm, gallery } = me.dataset;
  const isGallery = /\/help\/components\/?$/.test(location.pathname);
  return isGallery ? { js: `${gallery}.js`, wasm: `${gallery}_bg.wasm` } : { js, wasm };
}

async function start() {
  // A page of another site must not wrap this one and catch its clicks.
  if (globalThis.top !== globalThis.self) {
    screen("Open Service Dojo in its own tab", "For your safety it does not run inside another page.");
    return;
  }
  try {
    const { js, wasm } = program();
    const { default: run } = await import(js);
    await run({ module_or_path: wasm });
  } catch (error) {
    if (!crashed) {
      console.error(error);
      screen(
        "Service Dojo could not be loaded",
        "The connection may have dropped, or a new version is being put online. Your data is untouched. Reload to try again.",
        String(error),
      );
    }
  }
}

await start();
