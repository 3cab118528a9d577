import type { RowFaultReason } from '../../../db/model/index.ts';

/** Thrown while one row is read. */
export class BadRow extends Error {
  readonly reason: RowFaultReason;
  readonly detail: string;
  constructor(reason: RowFaultReason, detail: string) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}
