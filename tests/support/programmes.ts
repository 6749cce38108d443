/** A file as a loyalty, till or customer programme exports it, and what is to be proposed for it. */
export interface ProgrammeFile {
  programme: string;
  /** Rows of text under their header. */
  rows: [header: string[], ...values: (string | null)[][]];
  kind: 'cards' | 'transactions' | 'stores';
  /** The file's column by the export's name for it. */
  columns: Record<string, string>;
  /** Needed columns that a person has to choose. */
  open: string[];
}

/** In the manner of exports of known programmes; the people and figures are made up. */
export const programmeFiles: ProgrammeFile[] = [
  {
    programme: 'a German till, customers',
    rows: [
      [
        'Mandant',
        'Kunden-Nr.',
        'Kartennummer',
        'Kundenname',
        'Geburtsdatum',
        'Angelegt am',
        'Letzter Einkauf',
        'Aktiv',
        'Bonuspunkte',
      ],
      ['1', '10023', '2900010023', 'Zoé Müller', '03.04.1980', '12.01.2024', '30.05.2025', 'ja', '1.250'],
      ['1', '10024', '2900010024', null, null, '13.01.2024', null, 'nein', '0'],
    ],
    kind: 'cards',
    columns: {
      merchant_id: 'Mandant',
      id: 'Kunden-Nr.',
      card_number: 'Kartennummer',
      customer_name: 'Kundenname',
      created_at: 'Angelegt am',
      last_activity_at: 'Letzter Einkauf',
      is_active: 'Aktiv',
      points_balance: 'Bonuspunkte',
    },
    open: [],
  },
  {
    programme: 'a German till, bookings',
    rows: [
      ['Mandant', 'Buchungs-Nr', 'Kundennr', 'Buchungsdatum', 'Buchungsart', 'Punkte', 'Filiale', 'Umsatz'],
      ['1', '1', '10023', '30.05.2025 10:12', 'Gutschrift', '12', '3', '12,50'],
      ['1', '2', '10023', '31.05.2025 11:00', 'Einlösung', '-100', '3', '0,00'],
    ],
    kind: 'transactions',
    columns: {
      merchant_id: 'Mandant',
      id: 'Buchungs-Nr',
      card_id: 'Kundennr',
      transaction_at: 'Buchungsdatum',
      transaction_type: 'Buchungsart',
      points_delta: 'Punkte',
      store_id: 'Filiale',
      purchase_amount_cents: 'Umsatz',
    },
    open: [],
  },
  {
    programme: 'a card scheme that goes by numbers alone',
    rows: [
      ['MitgliedsNr', 'Name', 'Mitglied seit', 'Letzte Aktivität', 'aktiv', 'Punktestand'],
      ['77', 'Ada', '2024-01-05', '2025-05-01', '1', '40'],
    ],
    kind: 'cards',
    columns: {
      id: 'MitgliedsNr',
      card_number: 'MitgliedsNr',
      customer_name: 'Name',
      created_at: 'Mitglied seit',
      last_activity_at: 'Letzte Aktivität',
      is_active: 'aktiv',
      points_balance: 'Punktestand',
    },
    open: [],
  },
  {
    programme: 'a loyalty platform, accounts',
    rows: [
      [
        'loyalty_account_id',
        'loyalty_id',
        'card_no',
        'display_name',
        'enrolled_at',
        'last_seen',
        'status',
        'balance',
        'lifetime_points',
      ],
      ['a-1', 'b2a7', '5010', 'Ada', '2024-01-05T10:00:00Z', '2025-05-01T10:00:00Z', 'ACTIVE', '40', '900'],
      ['a-2', 'b2a8', '5011', null, '2024-02-05T10:00:00Z', null, 'BLOCKED', '0', '0'],
    ],
    kind: 'cards',
    columns: {
      id: 'loyalty_id',
      card_number: 'card_no',
      customer_name: 'display_name',
      created_at: 'enrolled_at',
      last_activity_at: 'last_seen',
      is_active: 'status',
      points_balance: 'balance',
    },
    // Which of its words mean active is for a person to say, in the export.
    open: [],
  },
  {
    programme: 'a loyalty platform, events',
    rows: [
      ['event_id', 'loyalty_id', 'event_type', 'points', 'location_id', 'created_at', 'order_id', 'amount_cents'],
      ['e1', 'b2a7', 'EARNED', '12', 'L9', '2025-05-01T10:00:00Z', 'o1', '1250'],
      ['e2', 'b2a7', 'REDEEMED', '-10', 'L9', '2025-05-02T10:00:00Z', null, null],
    ],
    kind: 'transactions',
    columns: {
      id: 'event_id',
      card_id: 'loyalty_id',
      transaction_type: 'event_type',
      points_delta: 'points',
      store_id: 'location_id',
      transaction_at: 'created_at',
      purchase_amount_cents: 'amount_cents',
    },
    open: [],
  },
  {
    programme: 'a customer database, members',
    rows: [
      ['Member ID', 'First Name', 'Last Name', 'Email', 'Birth Date', 'Signup Date', 'Last Visit', 'Active', 'Points'],
      ['1', 'Ada', 'L.', 'a@example.org', '12/10/1980', '01/31/2024', '05/30/2025', 'Yes', '1,250'],
      ['2', 'Bo', 'M.', 'b@example.org', '02/03/1990', '02/01/2024', '', 'No', '0'],
    ],
    kind: 'cards',
    columns: {
      id: 'Member ID',
      customer_name: 'Last Name',
      created_at: 'Signup Date',
      last_activity_at: 'Last Visit',
      is_active: 'Active',
      points_balance: 'Points',
    },
    open: ['card_number'],
  },
  {
    programme: 'a till, loyalty journal',
    rows: [
      ['txn_date', 'member_id', 'type', 'points', 'store', 'total'],
      ['2025-05-01 10:00:00', '1', 'earn', '12', 'Gare', '12.50'],
      ['2025-05-02 10:00:00', '1', 'redeem', '-10', 'Gare', '0.00'],
    ],
    kind: 'transactions',
    columns: {
      transaction_at: 'txn_date',
      card_id: 'member_id',
      transaction_type: 'type',
      points_delta: 'points',
      store_id: 'store',
      purchase_amount_cents: 'total',
    },
    open: [],
  },
  {
    programme: 'a French card scheme, customers',
    rows: [
      ['N° carte', 'ID client', 'Nom', 'Date d’inscription', 'Dernière visite', 'Actif', 'Solde points'],
      ['290001', '7', 'Zoé', '12/01/2024', '30/05/2025', 'oui', '40'],
    ],
    kind: 'cards',
    columns: {
      card_number: 'N° carte',
      id: 'ID client',
      customer_name: 'Nom',
      last_activity_at: 'Dernière visite',
      created_at: 'Date d’inscription',
      is_active: 'Actif',
      points_balance: 'Solde points',
    },
    open: [],
  },
  {
    programme: 'a French card scheme, operations',
    rows: [
      ['Date', 'ID client', 'Type d’opération', 'Points', 'Magasin', 'Montant TTC'],
      ['30/05/2025 10:00', '7', 'Cumul', '12', '3', '12,50'],
    ],
    kind: 'transactions',
    columns: {
      transaction_at: 'Date',
      card_id: 'ID client',
      transaction_type: 'Type d’opération',
      points_delta: 'Points',
      store_id: 'Magasin',
      purchase_amount_cents: 'Montant TTC',
    },
    open: [],
  },
  {
    programme: 'a Spanish till',
    rows: [
      ['Fecha', 'Nº tarjeta', 'Puntos', 'Tienda', 'Importe'],
      ['30/05/2025', '7', '12', '3', '12,50'],
    ],
    kind: 'transactions',
    columns: {
      transaction_at: 'Fecha',
      card_id: 'Nº tarjeta',
      points_delta: 'Puntos',
      store_id: 'Tienda',
      purchase_amount_cents: 'Importe',
    },
    open: ['transaction_type'],
  },
  {
    programme: 'an Italian card scheme',
    rows: [
      ['ID tessera', 'Numero tessera', 'Nome cliente', 'Data iscrizione', 'Ultimo acquisto', 'Attivo', 'Saldo punti'],
      ['7', '290', 'Ada', '2024-01-12', '2025-05-30', '1', '40'],
    ],
    kind: 'cards',
    columns: {
      id: 'ID tessera',
      card_number: 'Numero tessera',
      customer_name: 'Nome cliente',
      created_at: 'Data iscrizione',
      last_activity_at: 'Ultimo acquisto',
      is_active: 'Attivo',
      points_balance: 'Saldo punti',
    },
    open: [],
  },
  {
    programme: 'a Dutch till',
    rows: [
      ['Klantnr', 'Transactiedatum', 'Soort', 'Punten', 'Filiaal', 'Bedrag'],
      ['7', '2025-05-30', 'gespaard', '12', '3', '12,50'],
    ],
    kind: 'transactions',
    columns: {
      card_id: 'Klantnr',
      transaction_at: 'Transactiedatum',
      transaction_type: 'Soort',
      points_delta: 'Punten',
      store_id: 'Filiaal',
      purchase_amount_cents: 'Bedrag',
    },
    open: [],
  },
  {
    programme: 'a list of branches',
    rows: [
      ['Filial-Nr.', 'Filialbezeichnung', 'PLZ', 'Ort'],
      ['3', 'Gare', '1616', 'Luxembourg'],
    ],
    kind: 'stores',
    columns: { id: 'Filial-Nr.', name: 'Filialbezeichnung' },
    open: [],
  },
];
