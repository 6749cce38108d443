import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { viewsText } from './views.ts';

type HowText = LaterMessages['howText'];
type Definition = Parameters<HowText['of']>[0];

/** In French. */
export function how(format: Format): Pick<LaterMessages, 'howText'> {
  const { fileSize, integer, percent } = format;
  const earning =
    'Sont comptées les transactions qui rapportent\u00a0: points ou tampons gagnés, avec plus de 0\u00a0point. Les points utilisés, les corrections et les bonus ne comptent pas.';
  const revenue =
    'Le chiffre d’affaires est la somme de leurs montants d’achat. Si l’export n’en contient pas, il peut être estimé à partir des points, dès que vous indiquez combien vous en accordez par unité monétaire.';
  const lookBack =
    'La période remonte à partir de la date du rapport par mois de 31\u00a0jours, comme sur votre plateforme de fidélité.';
  const estimate = 'CA estimé = points ÷ points par unité monétaire';

  const how: Record<Definition, ReturnType<HowText['of']>> = {
    cohorts: {
      says: [
        'Une cohorte réunit toutes les cartes créées le même mois civil. Ses tranches durent 30\u00a0jours, à compter du premier jour de ce mois\u00a0: comme sur votre plateforme de fidélité, elles se décalent du calendrier.',
        'Une carte compte dans une tranche dès qu’elle y a au moins une transaction, de n’importe quel type.',
        'Pour un magasin, ce sont les cartes qu’il a recrutées\u00a0: leur première transaction en magasin a eu lieu là. Peu importe où elles ont servi ensuite.',
      ],
      formula: 'rétention = cartes utilisées dans la tranche ÷ cartes créées dans le mois',
    },
    'at-risk': {
      says: [
        'L’intervalle habituel d’une carte est la moyenne des jours entiers qui séparent ses transactions. Une carte qui en compte moins de deux n’a pas d’intervalle propre\u00a0: 60\u00a0jours en tiennent lieu.',
        'Sont étudiées les cartes ouvertes qui ont déjà servi. La liste commence par les plus longues absences\u202f; chercher et trier changent la liste, pas le total.',
        'Pour un magasin, ce sont les cartes dont il est le dernier magasin fréquenté.',
      ],
      formula: 'à risque\u00a0: jours d’absence > intervalle habituel × multiplicateur',
    },
    spread: {
      says: [
        'Chaque carte étudiée est placée selon sa durée d’absence, mesurée en intervalles habituels de cette carte, par pas d’un quart. Au-delà de huit intervalles, toutes sont comptées ensemble.',
        'L’intervalle habituel est la moyenne des jours entiers qui séparent les transactions d’une carte\u202f; 60\u00a0jours si elle en compte moins de deux.',
      ],
      formula: 'position = jours d’absence ÷ intervalle habituel',
    },
    bands: {
      says: [
        'Une visite est un jour où la carte a servi, quel que soit le nombre de fois. L’intervalle habituel d’une carte est le nombre moyen de jours d’une visite à la suivante. Une carte vue une seule fois n’en a pas.',
        'L’absence se compte du jour de la dernière visite au jour de la date du rapport. Jusqu’à un intervalle habituel, la carte est dans son rythme\u202f; jusqu’au multiplicateur, en léger retard\u202f; jusqu’au double, en retard\u202f; au-delà, perdue.',
        'Les points sont les soldes positifs à la date du rapport. Le chiffre d’affaires est celui des achats qui rapportent, sur les 365\u00a0derniers jours.',
        'Le même calcul pour les mêmes cartes, 30\u00a0jours plus tôt, donne les mouvements. Les cartes fermées aujourd’hui ne figurent pas dans un rapport à la fin de l’export\u202f; à une date antérieure, elles comptent comme ouvertes, car la date de leur fermeture n’est pas connue. Pour un magasin, ce sont les cartes dont il est le dernier magasin fréquenté.',
      ],
      formula: 'jours d’absence ÷ intervalle habituel, comparé à 1, au multiplicateur et à son double',
    },
    'call-list': {
      says: [
        'La liste réunit les cartes en retard sur leur propre rythme, légèrement ou non, qui comptent au moins trois visites\u00a0: avec moins, il n’y a pas d’habitude.',
        'L’enjeu est ce que rapporteraient les 90\u00a0prochains jours si la carte avait gardé son rythme, multiplié par la part des cartes semblables qui ne sont pas revenues. Cette part est comptée dans cet export\u00a0: parmi les cartes en léger retard, ou en retard, 90\u00a0jours avant la date du rapport, combien n’ont fait aucune visite depuis.',
        'La dépense moyenne est le total des achats qui rapportent, divisé par toutes les visites. Sans montants, ce sont les visites qui comptent. Le magasin habituel est celui où la carte a le plus de transactions.',
        'Qui revient de soi-même et qui revient grâce à un appel, on ne le sait pas.',
      ],
      formula: 'enjeu = 90 ÷ intervalle habituel × dépense moyenne × part restée absente',
    },
    'back-test': {
      says: [
        'On demande à la règle ce qu’elle aurait dit tant de jours avant la date du rapport, avec ce qui était connu alors\u00a0: quelles cartes étaient absentes depuis plus de tant de fois leur intervalle habituel. On regarde ensuite qui est venu jusqu’à la date du rapport.',
        'Sont testées les cartes d’au moins deux visites à ce moment-là. La précision est la part des cartes signalées qui sont restées absentes\u202f; la couverture, la part des cartes restées absentes qui étaient signalées\u202f; le lift dit combien de fois plus souvent les cartes signalées sont restées absentes que l’ensemble des cartes testées.',
        'À côté, la règle la plus simple\u00a0: les seuls jours depuis la dernière visite, à partir du nombre de jours qui signale à peu près autant de cartes. Laquelle classe mieux n’est dit que si l’intervalle à 95\u00a0% de la différence exclut zéro (DeLong, DeLong et Clarke-Pearson, 1988)\u202f; la fourchette d’une part est celle de Wilson (1927).',
        'Une carte fermée aujourd’hui compte comme ouverte à la date du test\u00a0: quand elle a été fermée n’est pas connu. Ce qui précède le début de l’export ne l’est pas non plus.',
        'Pas encore perdues\u00a0: sans les cartes absentes alors depuis plus du double du facteur. Qu’elles ne reviennent pas se sait sans aucune règle, et flatte toutes les règles. Les cartes restantes sont choisies par la règle elle-même\u00a0: elle n’est alors pas comparée aux jours.',
      ],
      formula:
        'précision = signalées et restées absentes ÷ signalées\u202f; couverture = signalées et restées absentes ÷ restées absentes',
    },
    'back-test-service': {
      says: [
        'On demande à la règle du service pour les cartes à risque ce qu’elle aurait dit tant de jours avant la date du rapport, avec ce qui était connu alors. On regarde ensuite qui est venu jusqu’à la date du rapport.',
        'Sont testées les cartes que le service vérifie\u00a0: ouvertes aujourd’hui et déjà utilisées à ce moment-là. Une carte de moins de deux transactions n’a pas d’intervalle propre\u202f; 60\u00a0jours en tiennent lieu.',
        'Précision, couverture, lift et comparaison avec les seuls jours depuis la dernière visite sont ceux de la règle selon le rythme propre\u202f; pour une carte sans visite comptent les jours depuis sa dernière activité.',
      ],
      formula:
        'précision = signalées et restées absentes ÷ signalées\u202f; couverture = signalées et restées absentes ÷ restées absentes',
    },
    'revenue-monthly': {
      says: [
        earning,
        `Pour chaque mois\u00a0: leur nombre, leurs points et le nombre de cartes différentes. ${revenue}`,
        lookBack,
      ],
      formula: estimate,
    },
    'revenue-by-store': {
      says: [earning, `Pour chaque magasin\u00a0: leur nombre et leurs points. ${revenue}`, lookBack],
      formula: estimate,
    },
    'overview-figures': {
      says: [
        'Les 30\u00a0derniers jours avant la date du rapport sont comparés aux 30\u00a0jours précédents.',
        'Une carte est active si elle a une transaction, de n’importe quel type. Les points gagnés et le chiffre d’affaires sont ceux des transactions qui rapportent. Les points en circulation sont les soldes de toutes les cartes ouvertes, à la date du rapport.',
      ],
      formula: null,
    },
    'overview-second-visit': {
      says: [
        'Parmi les cartes créées entre 150 et 60\u00a0jours avant la date du rapport\u00a0: combien ont été réutilisées un autre jour, dans les 60\u00a0jours qui ont suivi leur création. Toutes ont disposé de ce délai.',
        'L’évolution se mesure par rapport aux cartes créées dans les 90\u00a0jours d’avant.',
      ],
      formula: 'retour = cartes réutilisées ÷ cartes créées',
    },
    'overview-stores': {
      says: [
        'Cartes différentes avec une transaction dans chaque magasin, sur les 91\u00a0derniers jours et sur les 91\u00a0jours précédents. Les deux périodes comptent 13\u00a0semaines complètes, donc autant de samedis.',
        'Un magasin dont la première transaction a eu lieu pendant ces 182\u00a0jours n’a pas de point de comparaison.',
      ],
      formula: null,
    },
    'overview-weekdays': {
      says: [
        'Transactions de tout type des 364\u00a0derniers jours, soit 52\u00a0semaines complètes\u00a0: chaque jour de la semaine y figure autant de fois.',
      ],
      formula: null,
    },
    'overview-months': {
      says: [
        'Pour chaque mois civil\u00a0: les cartes créées, et les cartes différentes avec une transaction, de n’importe quel type. Le dernier mois s’arrête à la date du rapport.',
      ],
      formula: null,
    },
    stores: {
      says: ['Les magasins cités par les transactions, avec le nombre de transactions de chacun.'],
      formula: null,
    },
    activity: {
      says: [
        'Les transactions de toutes les cartes par jour, dans tout l’export. La frise les additionne par semaine.',
      ],
      formula: null,
    },
  };

  /** Words of how the answers are computed. */
  const howText: HowText = {
    of: (name) => how[name],
    question: viewsText.how,
    close: 'Fermer',
    formula: 'Formule',
    definition: 'La définition en SQL',
    definitionHint:
      'Une seule requête, avec ce qui est affiché en ce moment. Elle donne les mêmes chiffres dans DuckDB et dans PostgreSQL\u202f; ici, des tables préparées à partir d’elle répondent plus vite.',
    copy: 'Copier le SQL',
    copied: 'Copié',
    copyFailed: 'Le navigateur ne l’a pas permis\u00a0: le SQL est sélectionné, copiez-le au clavier.',
    tables: 'Les tables qu’elle lit',
    tablesHint:
      'Vos cartes, transactions et magasins tels qu’ils ont été vérifiés, avec le calendrier, en fichiers Parquet dans une archive zip. Décompressez-la, lancez DuckDB dans ce dossier et collez-y le SQL.',
    namesInTables: 'Elles contiennent les noms des clients et les numéros de carte\u00a0: protégez-les comme l’export.',
    pseudonymsInTables:
      'Des pseudonymes y remplacent les noms et les numéros de carte, et les identifiants des cartes sont de nouveaux numéros. Quand, où et pour combien chaque carte a servi reste comme dans l’export.',
    save: 'Enregistrer les tables vérifiées',
    saving: (rows, of) =>
      of === 0
        ? 'Enregistrement…'
        : `Lignes enregistrées\u00a0: ${integer(rows)} sur ${integer(of)} (${percent((100 * rows) / of)})`,
    savedAs: (bytes) => `C’est enregistré (${fileSize(bytes)}).`,
    cancel: 'Annuler',
    fileName: 'tables-loyalty-lens.zip',
  };
  return { howText };
}
