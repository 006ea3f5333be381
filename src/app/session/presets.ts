import '../../core/network/optimizers.ts';
import '../../tutor/batch-pass.ts';
import type { ExerciseFile } from '../../tutor/exercise/file.ts';

// They come with the page, and the tests have checked each of them against the format.
const FILES = import.meta.glob<ExerciseFile>('/examples/*.json', { eager: true, import: 'default' });

/** The exercises that come with the page, by name. Loaded when one is asked for that the first visit does without. */
export const PRESETS: ReadonlyMap<string, ExerciseFile> = new Map(
  Object.entries(FILES).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file]),
);
