// The worker of the site, spoken to without the page: how fast is what it does?

/** Starts the site's worker in the page as `window.worker`, with `ask(order)` that answers with its next message. */
export function startWorker(page) {
  return page.evaluate(async () => {
    const worker = new Worker(document.querySelector("script[data-worker]").dataset.worker, { type: "module" });
    const heard = () => new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data), { once: true }));
    const ready = heard();
    window.ask = (order) => {
      const answer = heard();
      worker.postMessage(order);
      return answer;
    };
    await ready;
  });
}

/** Asks the worker and answers with what it says and how many milliseconds that took, message to message. */
export function timedAsk(page, order) {
  return page.evaluate(async (order) => {
    const start = performance.now();
    const answer = await window.ask(order);
    return { answer, millis: performance.now() - start };
  }, order);
}
