import type { Network } from '../../core/network/exercise.ts';
import { layout } from './layout.ts';
import type { Scene } from './scene.ts';

export const lens = (network: Network, _asked: string): Scene => layout(network, 'across');
