const inside = (...folders) => folders.map((folder) => `^src/${folder}/`);
const package_ = (name) => `^node_modules/${name}/`;
const OUTSIDE_SRC = '^(?!src/)';

/** What each layer may import. */
const LAYERS = {
  core: inside('core'),
  tutor: [...inside('core', 'tutor'), package_('valibot')],
  export: [...inside('core', 'tutor', 'export'), OUTSIDE_SRC],
  cli: [...inside('core', 'tutor', 'export', 'cli'), OUTSIDE_SRC],
  app: [...inside('core', 'tutor', 'export', 'app'), OUTSIDE_SRC],
};

module.exports = {
  forbidden: [
    ...Object.entries(LAYERS).map(([layer, allowed]) => ({
      name: `${layer}-imports`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { pathNot: allowed },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-dependencies-in-the-package',
      comment: 'The package brings its dependencies along, not its devDependencies.',
      severity: 'error',
      from: { path: '^src/(?!app/)' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
