import { DOT } from './dot-product.ts';

const BINARY = '-y*ln(p) - (1 - y)*ln(1 - p)';

/** What functions that there are not here are made of, by their names in small letters without `_`. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ...{ softmax: 'exp(z1)/(exp(z1) + exp(z2))', logsumexp: 'ln(exp(z1) + exp(z2))' },
  ...{ cot: '1/tan(x)', ctg: '1/tan(x)', sec: '1/cos(x)', csc: '1/sin(x)', cosec: '1/sin(x)' },
  ...{ sech: '1/cosh(x)', csch: '1/sinh(x)', coth: 'cosh(x)/sinh(x)', tg: 'tan(x)' },
  ...{ arccot: 'arctan(1/x)', arcctg: 'arctan(1/x)' },
  ...{ asinh: 'ln(x + sqrt(x^2 + 1))', acosh: 'ln(x + sqrt(x^2 - 1))', atanh: 'ln((1 + x)/(1 - x))/2' },
  ...{ wurzel: 'sqrt(x)', racine: 'sqrt(x)', summe: 'x1 + x2', somme: 'x1 + x2', betrag: 'abs(x)' },
  ...{ cbrt: 'x^(1/3)', root: 'x^(1/3)', rsqrt: '1/sqrt(x)', logit: 'ln(x/(1 - x))' },
  ...{ mish: 'x*tanh(softplus(x))', celu: 'elu(x)', prelu: 'relu(x) - a*relu(-x)' },
  ...{ dot: DOT, inner: DOT, matmul: DOT, mm: DOT, sum: 'x1 + x2', prod: 'x1*x2' },
  ...{ mean: '(x1 + x2)/2', norm: 'sqrt(x1^2 + x2^2)', mse: '(a - y)^2', mseloss: '(a - y)^2' },
  ...{ add: 'x + y', sub: 'x - y', mul: 'x*y', multiply: 'x*y', div: 'x/y', divide: 'x/y' },
  ...{ bce: BINARY, bceloss: BINARY, binarycrossentropy: BINARY },
  ...{ crossentropy: '-y1*ln(p1) - y2*ln(p2)', nll: '-ln(p)' },
};

/** Others that there are not here, with no way to write them in a line. */
const OTHERS = 'sh ch th floor ceil round trunc mod det argmax argmin selu'.split(' ');

/** arsinh, arcsinh and asinh are one. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('_', '')
    .replace(/^arc?(?=(?:sin|cos|tan)h$)/, 'a');

/** Whether it is a function that there is not here: another that is spelled alike is not meant. */
export const isForeign = (name: string): boolean =>
  writtenOut(name) !== undefined || OTHERS.includes(plain(name));

/** How a function that there is not here can be written out, where there is a way. */
export const writtenOut = (name: string): string | undefined =>
  Object.hasOwn(WRITTEN_OUT, plain(name)) ? WRITTEN_OUT[plain(name)] : undefined;
