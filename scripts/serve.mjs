// Serves the built site. PORT: where to listen; with --strict-port, there or nowhere.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import sirv from 'sirv';

const HOST = '127.0.0.1';
const ROOT = 'build';
const strict = process.argv.includes('--strict-port');
let port = Number(process.env.PORT ?? 4173);

if (!existsSync(`${ROOT}/index.html`)) {
  console.error(`${ROOT}/index.html is missing: run "npm run build" first`);
  process.exit(1);
}

const assets = sirv(ROOT, {
  etag: true,
  brotli: true,
  gzip: true,
  setHeaders: (response, path) => {
    const hashed = path.startsWith('/_app/immutable/');
    response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
});

const server = createServer((request, response) => {
  const { pathname, search } = new URL(`http://${HOST}${request.url ?? '/'}`);
  // Pages refer to their assets relatively, which is right only below the final slash.
  if (!pathname.endsWith('/') && existsSync(`${ROOT}${pathname}/index.html`)) {
    response.writeHead(308, { Location: `${pathname}/${search}` }).end();
  } else {
    assets(request, response);
  }
});

server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EADDRINUSE' || strict) throw error;
  port += 1;
  server.listen(port, HOST);
});
server.on('listening', () => {
  console.log(`Backstep is at http://${HOST}:${port}`);
});
server.listen(port, HOST);
