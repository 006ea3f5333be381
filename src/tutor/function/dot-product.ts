/** A product of vectors, number by number. */
export const DOT = 'a1*b1 + a2*b2';
