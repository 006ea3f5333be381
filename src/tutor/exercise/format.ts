/** The name and version that stand at the head of an exercise file. */
export const FORMAT = 'backstep-exercise/1';
