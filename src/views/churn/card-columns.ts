import type { Id } from '../../contract/ids.ts';
import type { Messages } from '../../text/messages.ts';
import type { Column } from '../../ui/table-rows.ts';

/** What a card of a list is called by. */
export interface Called {
  id: Id;
  /** Null where the export has none. */
  number: string | null;
  /** Null where the export has none. */
  name: string | null;
}

/**
 * The columns of a card's number and of its customer.
 *
 * @param called what a row is called by
 * @param arePseudonyms whether names are pseudonyms: the half of a number, of which it is said that it is somebody's
 */
export function cardColumns<Row>(
  rows: readonly Row[],
  called: (row: Row) => Called,
  arePseudonyms: boolean,
  { churnText }: Pick<Messages, 'churnText'>,
): Record<'card' | 'customer', Pick<Column<Row>, 'label' | 'value' | 'show' | 'taken' | 'isName'>> {
  const isNamed = rows.some((row) => called(row).name !== null);
  const numberOf = (row: Row): string => {
    const { id, number } = called(row);
    return number ?? churnText.noNumber(String(id));
  };
  const nameOf = (row: Row): string | null => {
    const { name } = called(row);
    return name !== null && arePseudonyms ? churnText.somebody(name) : name;
  };
  return {
    card: { label: churnText.card, value: (row) => called(row).number, show: numberOf, taken: numberOf },
    customer: {
      label: churnText.customer,
      value: (row) => called(row).name,
      // Said of somebody among others who have one: as the heading of a card on a phone it is all that there is.
      show: (row) => nameOf(row) ?? (isNamed ? churnText.noName : '–'),
      taken: nameOf,
      isName: isNamed,
    },
  };
}
