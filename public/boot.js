// Starts the app: a file of its own, because the policy of the page allows no inline script.
const me = document.querySelector("script[data-js]");
const { default: start } = await import(me.dataset.js);
await start({ module_or_path: me.dataset.wasm });
