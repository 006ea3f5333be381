import adapter from '@sveltejs/adapter-static';
import { contentVersion } from './scripts/version.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ pages: 'build', precompress: true }),
    files: {
      src: 'src/app',
      lib: 'src/app',
      routes: 'src/app/routes',
      appTemplate: 'src/app/app.html',
      serviceWorker: 'src/app/service-worker',
      assets: 'static',
    },
    // The build may be put into any folder of any static server.
    paths: { relative: true },
    // src/app/offline.ts registers it, after the page is ready.
    serviceWorker: { register: false },
    version: { name: contentVersion() },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        // WebAssembly is compiled from the derivation at run time; JavaScript never is.
        // The hash is that of ON_FAILURE in src/app/page-head.ts, the one handler that stands in the page itself.
        'script-src': [
          'self',
          'wasm-unsafe-eval',
          'unsafe-hashes',
          'sha256-9gJrlDF02XPkkdPKm8pRTTLWJQDrW702G1wcdCsikAM=',
        ],
        // Components set custom properties in style attributes.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
      },
    },
    typescript: {
      config: (config) => {
        config.include.push('../*.js', '../*.ts', '../scripts/**/*', '../bench/**/*', '../src/**/*');
      },
    },
  },
};
