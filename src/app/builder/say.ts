import { shownGiven } from '../../core/expressions/digits.ts';
import type { Network } from '../../core/network/exercise.ts';
import { builder } from '../../tutor/messages/en/builder.ts';
import { LAYERS_MOST, PARAMETERS_MOST, UNITS_MOST, type Limit } from './acts.ts';
import { ADDRESS_MOST, type Fault } from './build.ts';
import type { Remark } from './remarks.ts';
import { networkOf, type Draft, type Place } from './draft.ts';

/** What is wrong, where, and what to do about it. */
export function faultText(draft: Draft, fault: Fault): string {
  const network = networkOf(draft);
  switch (fault.kind) {
    case 'number':
    case 'probability':
      return builder.fault[fault.kind](placeName(network, fault.place), fault.text);
    case 'learningRate':
      return builder.fault.learningRate(fault.text);
    case 'share':
    case 'notNegative':
      return builder.fault[fault.kind](fault.name, fault.text);
    case 'coupledUnits':
      return builder.fault.coupledUnits(network, fault.layer);
    case 'probabilities':
      return builder.fault.probabilities(draft.loss);
    case 'notFinite':
      return builder.fault.notFinite(fault.found);
    case 'address':
      return builder.fault.address(fault.length, ADDRESS_MOST);
  }
}

/** What is worth a word, though it keeps nothing from being opened. */
export const remarkText = (remark: Remark): string =>
  remark.kind === 'noShares'
    ? builder.remark.noShares(remark.example, shownGiven(Number(remark.sum.toFixed(4))))
    : builder.remark[remark.kind];

/** Why something has not been done. */
export function limitText(draft: Draft, limit: Limit): string {
  const { limit: say } = builder;
  switch (limit.kind) {
    case 'units':
      return say.units(builder.units(networkOf(draft), limit.layer), UNITS_MOST, limit.found);
    case 'layers':
      return say.layers(LAYERS_MOST);
    case 'parameters':
      return say.parameters(networkOf(draft), PARAMETERS_MOST, limit.found);
    case 'lastExample':
      return say.lastExample;
    case 'transposed':
      return say.transposed(limit.rows, limit.columns);
    case 'room':
      return (limit.of === 'rows' ? say.roomRows : say.roomColumns)(limit.found, limit.room);
    case 'table': {
      const { fault, inputs, targets } = limit;
      switch (fault.kind) {
        case 'noRows':
          return say.noRows;
        case 'cell':
          return say.cell(fault.row, fault.column, fault.text);
        case 'columns':
          return fault.expected === inputs + targets
            ? say.dataColumns(fault.row, fault.found, inputs, targets)
            : say.columns(fault.row, fault.found, fault.expected);
      }
    }
  }
}

/** "w₁₁⁽¹⁾, from x₁ to hidden unit 1" */
export const placeName = (network: Network, { quantity, example }: Place): string =>
  builder.place(network, quantity, example);
