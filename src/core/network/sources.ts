import type { ActivationName } from './activations.ts';
import type { LossName } from './losses.ts';

/** Where the formulas of each activation and each loss come from, and what they follow where sources differ. */
export const SOURCES: Readonly<Record<ActivationName | LossName, string>> = {
  sigmoid: 'Rumelhart, Hinton, Williams 1986, eq. 2',
  tanh: 'LeCun, Bottou, Orr, Müller 1998, section 4.4',
  relu: 'Nair, Hinton 2010; slope 0 at 0',
  linear: 'the identity',
  'leaky-relu': 'Maas, Hannun, Ng 2013; slope 0.01 at 0, as in PyTorch’s LeakyReLU',
  softplus: 'Dugas, Bengio, Bélisle, Nadeau, Garcia 2001',
  silu: 'Elfwing, Uchibe, Doya 2018; slope as in Ramachandran, Zoph, Le 2017',
  gelu: 'Hendrycks, Gimpel 2016, section 2, with erf; not their approximation by tanh',
  elu: 'Clevert, Unterthiner, Hochreiter 2015, with α = 1',
  softmax: 'Bridle 1990; its slopes: Goodfellow, Bengio, Courville 2016, section 6.2.2.3',
  'half-squared-error': 'Rumelhart, Hinton, Williams 1986, eq. 3',
  'mean-squared-error': 'PyTorch MSELoss with reduction "mean", over the outputs of one example',
  'binary-cross-entropy': 'Nielsen 2015, eq. 63, summed over the outputs',
  'cross-entropy': 'Bishop 2006, eq. 4.108',
  huber: 'Huber 1964, with k = 1, as in PyTorch’s HuberLoss',
  'absolute-error': 'PyTorch L1Loss, summed over the outputs; slope 0 at 0',
};
