import type { FileKind } from '../../src/contract/files.ts';

const words = (names: string): readonly string[] => names.trim().split(/\s+/);

const merchantId = words(`
  merchant merchantno merchantnr merchantnumber companyid company tenantid tenant businessid business clientaccount organisationid
  organizationid haendlerid handlerid handler handlernr mandant mandantid mandantnr mandantennr idmarchand marchandid marchand commerce
  idcommerce comercio comercioid idcomercio esercente esercenteid`);

/** The card or member, as transactions and cards alike call it. */
const cardId = words(`
  cardid loyaltycardid loyaltyid memberid membershipid customerid accountid kartenid karteid kundenid mitgliedid mitgliedsid idcarte
  carteid idclient clientid idmembre idadherent idtarjeta tarjetaid idcliente clienteid idcarta cartaid idtessera tesseraid idsocio
  socioid klantid pasid idcartao cartaoid memberno membernr membernumber customerno customernr customernumber kundennr kundennummer
  mitgliednr mitgliedsnr mitgliednummer mitgliedsnummer numeroclient numeroadherent klantnr klantnummer lidnummer loyaltyno loyaltynumber
  customercode customerref customerreference clientcode membercode codeclient refclient kontaktnr kontaktid kundencode kunnr
  customerkey clientkey memberkey karta nrkarty numerkarty numerodesocio nsocio nosocio numsocio ntessera numtessera nocarta numerocliente
  ncliente customeruser kundenkarte kundenkartennr treuekarte loyaltycard customercard cartefidelite cartedefidelite
  tarjetafidelidad cartafedelta klantenkaart
  loyaltycardno loyaltycardnumber cardno cardnr cardnumber cardnum kartennr kartenr kartennummer numerocarte nocarte numcarte
  numerotarjeta notarjeta numerotessera notessera noclient nocliente kaartnummer pasnummer numerocartao card member customer karte kunde
  mitglied carte client adherent membre tarjeta cliente tessera socio kaart klant
  username userid user customeremail email emailaddress mail courriel adressemail correo phonenumber phone telephone telefon telefono
  mobile handy memberemail clientemail emailclient kundenemail`);

const storeId = words(`
  storeid storeno storenr storenumber storecode shopid shopno branchid branchno branchcode locationid locationcode outletid siteid
  filialid filialeid filialnr filialenr filialnummer standortid standortnr marktnr idmagasin magasinid codemagasin idtienda tiendaid
  idnegozio negozioid idpuntovendita winkelid filiaalid filiaalnr vestigingid idloja lojaid store shop branch location outlet site
  filiale filial standort laden markt geschaft magasin boutique pointdevente tienda sucursal negozio puntovendita winkel filiaal
  vestiging loja storename shopname branchname locationname outletname filialname nommagasin register registername`);

const transactionAt = words(`
  transactionat transactiondate transactiontime transactiondatetime transactiontimestamp transactedat txndate txntime txndatetime
  txdate txat trxdate transdate occurredat occurredon bookedat bookingdate postedat postingdate purchasedate purchasedat orderdate
  orderedat saledate eventdate eventtime eventtimestamp visitedat paidat soldat orderdatetime datetime timestamp createdat
  createdon createddate createdate created date day time
  transaktionsdatum transaktionszeit buchungsdatum buchungszeit buchungszeitpunkt gebuchtam kaufdatum belegdatum bondatum zeitpunkt
  zeitstempel datumuhrzeit datum zeit dateheure datetransaction dateoperation datedachat dateachat horodatage fechatransaccion
  fechaoperacion fechacompra fechahora fecha datatransazione dataoperazione dataacquisto dataora data transactiedatum aankoopdatum
  datumtijd datatransacao datacompra datahora`);

const amount = words(`
  amountcents amountincents totalcents totalincents purchaseamountcents salescents salecents basketcents pricecents valuecents
  linetotal lineamount linetotalprice extendedprice positionsbetrag zeilenbetrag gesamtpreis totalligne montantligne rowtotal
  netsales netsale netamount netamt nettotal netvalue net netto nettobetrag betragexclbtw bedragexclbtw betragexklmwst nettoexklmwst
  nettoumsatz umsatznetto betragnetto montantht totalht importeneto
  imponibile nettobedrag
  betragcent betragcents betragincent umsatzcent umsatzincent montantcentimes montantencentimes importecentimos importocentesimi
  purchaseamount purchasevalue purchasetotal saleamount salesamount saletotal spendamount amountspent spend basketvalue basketamount
  basket ordertotal orderamount ordervalue transactionamount transactionvalue totalamount amounttotal amount grossamount grosssales
  grandtotal grandtotalbase receipttotal tenderamount totalprice ordertotalprice totalpaid amountpaid paidamount amountcur gross
  total revenue turnover sales dollars subtotal einkaufsbetrag kaufbetrag rechnungsbetrag bonbetrag bonsumme belegsumme warenkorb umsatz umsatzbrutto betrag
  summe gesamtbetrag montantachat montanttotal montantttc montant panier chiffreaffaires importetotal importe monto importototale
  importo totale bedrag totaalbedrag omzet valortotal valor`);

const orderReference = words(`
  orderreference orderref orderid orderno ordernumber ordername order invoice invoiceno invoicenumber invoicenr invoiceid receipt receiptid
  receiptno receiptnumber receiptref ticket ticketno ticketnumber ticketid bill billno billnumber salesid saleid saleno salenumber
  checknumber checkno basketid bon bonnr bonnummer bonid beleg belegnr belegnummer belegid rechnung rechnungsnr rechnungsnummer rechnungnr
  bestellung bestellnr bestellnummer bestellungnr kassenbonnr kassenbon facture nofacture numerofacture numticket noticket numeroticket
  ticketdecaisse commande nocommande numerocommande numcommande recu norecu factura numerofactura pedido numeropedido scontrino ordine
  factuur factuurnummer bonnummer name`);

const currency = words(`
  currencycode ordercurrency paymentcurrency salecurrency transactioncurrencycode wahrungiso isowahrung wahrungsisocode currencyiso isocurrency currencyisocode transactioncurrency ccy curr cur wahrung wahrungscode wahrungskurzel wkz devise
  codedevise monnaie moneda divisa codigomoneda valuta codicevaluta muntcode moeda`);

/**
 * Other names under which exports have its columns, in English, German and French, the likeliest in Spanish, Italian, Dutch
 * and Portuguese; without case, accents and marks. They are proposals only: a person confirms them. Of two columns with such a name the
 * one whose name is further in front is taken.
 */
export const synonyms: Record<FileKind, Record<string, readonly string[]>> = {
  cards: {
    id: [...cardId, ...words('uuid guid')],
    merchant_id: merchantId,
    created_at: words(`
      created joined enrolled registered signup angemeldet beigetreten beitritt inscrit inscription createdon createddate createdate
      createddatetime creationdate datecreated enrolledat enrolledon enrolleddate enrolmentdate
      enrollmentdate signupdate signupat signedupat signedupon joinedat joinedon joindate joiningdate datejoined registeredat
      registeredon registrationdate dateregistered membersince customersince opendate issuedate issuedat activatedat activationdate
      erstelltam erstellt erstelldatum angelegtam anlagedatum anmeldedatum anmeldungam mitgliedseit kundeseit registriertam
      registrierungsdatum beitrittsdatum eintrittsdatum ausgestelltam datecreation creele dateinscription inscritle dateadhesion
      adhesion membredepuis fechaalta fechacreacion fechainscripcion fecharegistro dataiscrizione datacreazione dataregistrazione
      aanmelddatum inschrijfdatum lidsinds aangemaaktop datacadastro datacriacao datainscricao`),
    last_activity_at: words(`
      lastactivity lastactivitydate lastactivityon lastactive lastactiveat lastvisit lastvisitat lastvisitdate lastvisitedat lastseen
      lastseenat lastseenon lastused lastusedat lastuse lasttransaction lasttransactionat lasttransactiondate lasttxn lasttxndate
      lastpurchase lastpurchaseat lastpurchasedate lastorderdate lastsale datelastvisit letzteaktivitat letzteaktivitatam letzterbesuch
      letzterbesucham letztenutzung letztertransaktion letztetransaktion letztebuchung letzterkauf letztereinkauf letzterumsatz
      derniereactivite dernierevisite datedernierevisite dernierachat datedernierachat dernieretransaction ultimaactividad ultimavisita
      ultimacompra ultimaattivita ultimoacquisto laatsteactiviteit laatstebezoek laatsteaankoop ultimaatividade`),
    is_active: words(`
      active enabled isenabled activeflag status cardstatus memberstatus accountstatus aktiv istaktiv aktivkz kartenstatus kundenstatus
      state memberstate customerstate accountstate loyaltystatus zustand etat
      actif estactif statut activo activa estado attivo attiva stato actief ativo ativa`),
    points_balance: words(`
      pointbalance pointsbalance currentpoints currentbalance currentpointsbalance availablepoints pointsavailable loyaltybalance
      loyaltypoints rewardpoints bonuspoints balance totalpoints points stamps stampbalance stampcount punktestand punktesaldo
      aktuellepunkte bonuspunkte treuepunkte punkteguthaben guthabenpunkte guthaben punkte stempel saldo soldepoints soldedepoints
      solde pointsdisponibles pointsfidelite saldopuntos puntos saldopunti punti puntensaldo punten saldopontos pontos`),
    card_number: words(`
      cardnumber cardno cardnr cardnum loyaltycardnumber loyaltycardno loyaltynumber barcode cardbarcode cardcode membernumber memberno
      membershipnumber kartennummer kartennr kartenr kundenkarte kundennummer kundennr mitgliedsnummer mitgliedsnr mitgliednr strichcode
      numerocarte nocarte numcarte numerodecarte codebarres numeroclient numeroadherent numerotarjeta notarjeta codigobarras numerocarta
      numerotessera notessera kaartnummer pasnummer numerocartao card karte carte number nummer numero`),
    customer_name: words(`
      fullname customerfullname membername clientname displayname name customer member kundenname vollstandigername vornamenachname
      kunde kundin mitglied nomclient nomcomplet nomprenom client nom nombrecompleto nombrecliente nombre nomecompleto nomecliente
      nome cliente volledigenaam klantnaam naam lastname surname nachname familyname`),
  },
  transactions: {
    card_id: cardId,
    merchant_id: merchantId,
    transaction_at: transactionAt,
    transaction_type: words(`
      type transtype txntype txtype trxtype eventtype event operationtype operation actiontype action activitytype activity kind
      entrytype movementtype transaktionsart transaktionstyp buchungsart buchungstyp bewegungsart vorgangsart vorgang aktion art typ
      typeoperation typetransaction typedoperation tipotransaccion tipooperacion tipomovimiento tipotransazione tipooperazione tipo
      transactietype soort tipotransacao tipooperacao debitcredit creditdebit debitorcredit drcr crdr sollhaben habensoll sh debitcredito direction sens`),
    points_delta: words(`
      totalpoints pointstotal pointsdelta pointschange pointschanged pointdelta pointsamount pointsvalue pointsearned pointstransacted pointsposted delta change
      points salepoints pts ptsearned loyaltypoints rewardpoints bonuspoints stamps stampsdelta punkteanderung punktebewegung punktedelta punktegebucht
      bonuspunkte treuepunkte punkte stempel variationpoints mouvementpoints pointsfidelite puntos punti punten pontos`),
    store_id: storeId,
    purchase_amount_cents: amount,
    id: words(`
      transactionid transactionno transactionnumber transactionref txid txnid trxid transid eventid entryid movementid uuid transaktionsid
      transaktionid transaktionsnr buchungsid buchungsnr vorgangid vorgangsid vorgangsnr idtransaction idoperation numerotransaction
      idtransaccion idtransazione transactieid idtransacao`),
    customer_name: words(`
      customerfullname customername membername fullname kundenname vollstandigername nomclient nomduclient nomcomplet nombrecliente nomecliente
      klantnaam`),
    order_reference: orderReference,
    currency,
  },
  stores: {
    id: [...storeId, ...words('nr no code number nummer')],
    merchant_id: merchantId,
    name: words(`
      storename shopname branchname locationname outletname sitename displayname title store shop branch location outlet filialname
      filialenname filialbezeichnung standortname bezeichnung filiale filial standort nommagasin nomdumagasin libelle magasin nom
      nombretienda nombre nomenegozio nome winkelnaam filiaalnaam naam nomeloja`),
  },
  orders: {
    reference: [...orderReference, ...words('reference ref id number no nr')],
    placed_at: [...words('placedat placedon placed ordered'), ...transactionAt],
    total_cents: amount,
    store_id: storeId,
    merchant_id: merchantId,
    card_id: cardId,
    currency,
  },
};
