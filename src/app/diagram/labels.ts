import type { Quantity } from '../../core/quantity.ts';

/** The words of the diagram, in the reader's language. */
export type DiagramLabels = {
  /** The accessible name of the whole. */
  readonly network: string;
  /** Above a unit: "hidden 1", "output". */
  readonly unitTitle: (layer: number, unit: number) => string;
  /** The accessible name of what belongs to a unit; without arguments, of the loss: "hidden unit 1", "loss". */
  readonly groupLabel: (layer?: number, unit?: number) => string;
  /**
   * The accessible name of a known value: "z of hidden unit 1: −0.5150".
   * @param wish which way it should go to lower E (wish.ts), where that is marked
   */
  readonly valueLabel: (quantity: Quantity, text: string, wish: number) => string;
  /** What is read where values are missing: "asked for: …", "not known yet: z, a". */
  readonly askedLabel: (quantity: Quantity) => string;
  readonly unknownLabel: (quantities: readonly Quantity[]) => string;
};
