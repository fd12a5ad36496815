#!/usr/bin/env node
// Makes the demo shop's films from the project's own drawings: `node demo/film.mjs [ID …]`, with Chromium, ffmpeg and Noto's
// Bangla and Latin fonts. `--stills FOLDER` writes a picture of every other second instead, to look at.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { browser } from "./films/browser.mjs";
import { page } from "./films/stage.mjs";
import { tune } from "./films/tune.mjs";
import { bagPockets } from "./films/bag-pockets.mjs";
import { hello } from "./films/hello.mjs";
import { kanthaCare } from "./films/kantha-care.mjs";
import { panjabiMeasure } from "./films/panjabi-measure.mjs";
import { sareeDrape } from "./films/saree-drape.mjs";

const films = [kanthaCare, sareeDrape, bagPockets, panjabiMeasure, hello];
const rate = 25;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { stills: { type: "string" } } });
const folder = fileURLToPath(new URL("./shop/media/films/", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "films-"));
const chromium = await browser();
try {
  for (const film of films.filter(({ id }) => !positionals.length || positionals.includes(id))) {
    const at = await chromium.page(page(film.size, film.scenes()), ...film.size);
    await (values.stills ? stills(film, at, values.stills) : encode(film, at));
  }
} finally {
  await chromium.close();
  rmSync(work, { recursive: true, force: true });
}

async function stills({ id, seconds }, at, into) {
  mkdirSync(into, { recursive: true });
  for (let second = 0; second < seconds; second += 2) {
    writeFileSync(join(into, `${id}-${String(second).padStart(2, "0")}.jpg`), await at(second));
  }
}

async function encode({ id, size, seconds, seed, crf = 30, poster }, at) {
  mkdirSync(folder, { recursive: true });
  const [sound, film] = [join(work, `${id}.wav`), join(folder, `${id}.mp4`)];
  writeFileSync(sound, tune(seconds, seed));
  // What is drawn flat packs well: the slowest search makes it a fifth smaller.
  const picture = `-c:v libx264 -preset veryslow -tune animation -crf ${crf} -g 250 -pix_fmt yuv420p`;
  const colours = "-vf scale=out_color_matrix=bt709:out_range=tv -colorspace bt709 -color_primaries bt709 -color_trc bt709";
  const ffmpeg = spawn(
    "ffmpeg",
    [
      ...`-y -v error -f image2pipe -c:v mjpeg -framerate ${rate} -i - -i`.split(" "),
      sound,
      ...`${colours} ${picture} -c:a aac -b:a 56k -ac 1`.split(" "),
      ...`-fflags +bitexact -movflags +faststart -t ${seconds}`.split(" "),
      film,
    ],
    { stdio: ["pipe", "inherit", "inherit"] },
  );
  for (let frame = 0; frame < seconds * rate; frame++) {
    if (!ffmpeg.stdin.write(await at(frame / rate))) await once(ffmpeg.stdin, "drain");
  }
  ffmpeg.stdin.end();
  const [status] = await once(ffmpeg, "exit");
  if (status !== 0) throw new Error(`ffmpeg failed at ${id}`);
  if (poster !== undefined) {
    const still = `-y -v error -ss ${poster} -i ${film} -frames:v 1 -vf scale=960:-2 -q:v 4 -fflags +bitexact`.split(" ");
    await once(spawn("ffmpeg", [...still, join(folder, `${id}.jpg`)], { stdio: "inherit" }), "exit");
  }
  console.log(`${id}: ${seconds} s, ${size.join(" × ")}, ${(statSync(film).size / 1024).toFixed(0)} KB`);
}
