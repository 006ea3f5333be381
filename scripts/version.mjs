// The name of a build: a hash of what goes into it, so that building twice changes no file of the site
// and a visitor's offline copy is replaced only when there is something new.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

const SOURCES = ['src', 'static', 'examples', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/** @param {string} path @returns {string[]} */
const filesBelow = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(`${path}/${name}`))
    : [path];

export function contentVersion() {
  const hash = createHash('sha256');
  for (const file of SOURCES.filter(existsSync).flatMap(filesBelow)) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
