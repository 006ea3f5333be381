import { readFileSync } from 'node:fs';
import { ENTRIES } from './entries.ts';

/** What Vite tells of a built file. */
type Built = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};

/** What is done where the script cannot be loaded. Its hash is in the policy of svelte.config.js. */
const ON_FAILURE = "document.getElementById('failed').hidden=false";

const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

const readManifest = (): Readonly<Record<string, Built>> =>
  JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Built>;

/** A built file with all that it imports at once, itself first. */
function withImports(manifest: Readonly<Record<string, Built>>, id: string): readonly Built[] {
  const found = new Map<string, Built>();
  const visit = (key: string): void => {
    const built = manifest[key];
    if (built === undefined || found.has(key)) return;
    found.set(key, built);
    built.imports?.forEach(visit);
  };
  visit(id);
  return [...found.values()];
}

/**
 * The tags that start a page: its script, and what that will ask for, so that all of it is fetched at once.
 * @param root relative address of the site's root, with a slash at its end
 * @param html the page so far: a style that it links to is not asked for twice
 */
export function pageHead(route: string | null, root: string, html: string, isDevelopment: boolean): string {
  const entry = ENTRIES[route ?? ''];
  if (entry === undefined) return '';
  if (isDevelopment) return `<script type="module" src="/${entry}"></script>`;
  const [script, ...imports] = withImports(readManifest(), entry);
  if (script === undefined) throw new Error(`${entry} is not in ${MANIFEST}`);
  const styles = new Set([script, ...imports].flatMap(({ css = [] }) => css));
  return [
    ...[...styles]
      .filter((file) => !html.includes(file))
      .map((file) => `<link rel="stylesheet" href="${root}${file}" />`),
    ...imports.map(({ file }) => `<link rel="modulepreload" href="${root}${file}" />`),
    `<script type="module" src="${root}${script.file}" onerror="${ON_FAILURE}"></script>`,
  ].join('\n    ');
}
