// A headless Chromium, told what to do over a pipe (Chrome DevTools Protocol), that gives pictures of a page's moments.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const options = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
  "--force-color-profile=srgb",
  "--remote-debugging-pipe",
];

/** Starts a browser. `page(html, width, height)` shows a page and gives `at(seconds)`, a JPEG of that moment. */
export async function browser() {
  const profile = mkdtempSync(join(tmpdir(), "film-"));
  const program = spawn("chromium", [...options, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const send = talk(program.stdio[3], program.stdio[4]);
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const ask = (method, params) => send(method, params, sessionId);
  const run = async (expression) => {
    const { result, exceptionDetails } = await ask("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  async function page(html, width, height) {
    await ask("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    const { frameTree } = await ask("Page.getFrameTree");
    await ask("Page.setDocumentContent", { frameId: frameTree.frame.id, html });
    await run(ready);
    let [before, picture] = [];
    return async (seconds) => {
      const state = await run(`at(${seconds * 1000})`);
      if (state !== before) {
        const shot = await ask("Page.captureScreenshot", { format: "jpeg", quality: 96, optimizeForSpeed: true });
        [before, picture] = [state, Buffer.from(shot.data, "base64")];
      }
      return picture;
    };
  }

  async function close() {
    await send("Browser.close");
    await new Promise((ended) => (program.exitCode === null ? program.once("exit", ended) : ended()));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  return { page, close };
}

// Stops every movement; `at` puts each where it is at that millisecond and says how far each is: the same words, the
// same picture.
const ready = `(async () => {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode()));
  const moves = document.getAnimations();
  for (const move of moves) move.pause();
  window.at = (time) => moves.map((move) => {
    move.currentTime = time;
    return move.effect.getComputedTiming().progress;
  }).join();
})()`;

/** Messages are JSON, each with a zero byte behind it. */
function talk(into, from) {
  const waiting = new Map();
  let [number, rest] = [0, Buffer.alloc(0)];
  from.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1)) {
      const { id, result, error } = JSON.parse(rest.subarray(0, end));
      const [done, failed] = waiting.get(id) ?? [];
      waiting.delete(id);
      if (error) failed?.(new Error(error.message));
      else done?.(result);
    }
  });
  return (method, params = {}, sessionId) =>
    new Promise((done, failed) => {
      waiting.set(++number, [done, failed]);
      into.write(JSON.stringify({ id: number, method, params, sessionId }) + "\0");
    });
}
