import fc from 'fast-check';

// Every run draws other examples, so that more and more are tried; a run that has to be repeatable names its seed.
const seed = process.env['TEST_SEED'];
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
