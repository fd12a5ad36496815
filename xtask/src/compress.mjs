// Writes FILE.br and FILE.gz beside each file of a folder, unless that would make it larger.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const packed = /\.(br|gz|png|jpe?g|webp|avif|woff2|mp4)$/;

for (const entry of readdirSync(process.argv[1], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || packed.test(entry.name)) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const raw = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  keep(`${path}.br`, brotliCompressSync(raw, { params }), raw);
  keep(`${path}.gz`, gzipSync(raw, { level: 9 }), raw);
}

function keep(path, bytes, raw) {
  if (bytes.length < raw.length) writeFileSync(path, bytes);
  else rmSync(path, { force: true });
}
