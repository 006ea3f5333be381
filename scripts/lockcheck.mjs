// Every optionalDependency named in package-lock.json needs its own entry, else `npm ci` refuses the lock.
import { readFileSync } from 'node:fs';
/** @type {Record<string, { optionalDependencies?: Record<string, string> }>} */
const l = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8')).packages;
/** @param {string} from @param {string} dep */
const resolves = (from, dep) => {
  for (let p = from; ; p = p.slice(0, Math.max(0, p.lastIndexOf('/node_modules/')))) {
    if (l[(p ? p + '/' : '') + 'node_modules/' + dep]) return true;
    if (!p) return false;
  }
};
const bad = Object.entries(l).flatMap(([k, v]) =>
  Object.keys(v.optionalDependencies ?? {})
    .filter((d) => !resolves(k, d))
    .map((d) => `${k}: ${d}`),
);
console.log(bad.length ? `missing in package-lock.json:\n${bad.join('\n')}` : 'package-lock.json complete');
process.exitCode = bad.length ? 1 : 0;
