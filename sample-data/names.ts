import type { Random } from './random.ts';

export type Origin = 'luxembourgish' | 'french' | 'german' | 'portuguese' | 'italian' | 'polish' | 'greek' | 'nordic';

interface Names {
  first: readonly string[];
  last: readonly string[];
}

const words = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

const names: Record<Origin, Names> = {
  luxembourgish: {
    first: words(`Claude Josée Jempi Léa Luc Mett Michèle Jang Tessy Pit Nora Fränz Maïté Christophe Anouk Gast Lis Lex
      Conny Guy Martine Romain Josy Marc Sylvie Tom Monique Jhemp Viviane Ben Carole Yves Nadine Steve Mady Jos Cécile Jeff
      Marie-Paule Georges Liz Marcel Danielle Raoul Mandy Fernand Simone Charel Félicie Nic Bettina Emile Zoé Théo`),
    last: words(`Schmit Weber Muller Hoffmann Wagner Thill Reuter Kremer Schroeder Klein Kieffer Weis Faber Theisen
      Hansen Simon Welter Kayser Schiltz Feltgen Wiltgen Krier Bausch Mangen Fischbach Biever Reding Steichen Majerus
      Oberweis Hengen Lentz Kirsch Wolter Pauly Greisch Konsbruck Thinnes Nilles Goedert Ries Zeimet Gengler Schaack
      Metzler Kohnen Bettendorff Hoscheit Neuens Scholtes Mersch Wampach Molitor Kauffmann Feierstein Ewen Origer
      Heinen Rollinger Strasser Dondelinger Frising Glesener Heuertz Lamesch Mootz Petry Schintgen Urbany Weydert`),
  },
  french: {
    first: words(`Élodie Julien Camille Chloé Mathieu Hélène Aurélie Thibault Inès François Margaux Benoît Océane Rémi
      Noémie Cédric Amélie Gaël Clémence Étienne Maëlle Jérôme Solène Loïc Agnès Bastien Anaïs Grégoire Lucie Sébastien
      Manon Édouard Faustine Frédéric Mélanie Jean-Baptiste Émilie Quentin Justine Stéphane Perrine Raphaël Pauline Yann
      Marie-Claire Valentin Apolline Hervé Sandrine Côme Isabelle Arnaud Delphine Baptiste Coralie Régis`),
    last: words(`Martin Bernard Dubois Lefèvre Moreau Laurent Girard Bonnet François Mercier Blanc Guérin Boyer Garnier
      Chevalier Legrand Gauthier Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval
      Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard
      Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Fabre Aubert Lemoine
      Renaud Dumas Payet Olivier Lacroix Philippe Bourgeois Pierre Benoît Le_Gall de_La_Croix L'Hermitte Bézu Charrière
      Delaunay Étienne Fontaine Grosjean Huet Jacquemin Klein Louvet Maréchal Navarre Oudin Pêcheur Quéré Thouvenin`),
  },
  german: {
    first: words(`Anna Jürgen Lena Björn Sabine Günther Jonas Käthe Stefan Ulrike Maximilian Heike Sönke Franziska Jörg
      Annika Wolfgang Bärbel Tobias Katharina Götz Mareike Andreas Silke Lukas Ingrid Matthias Elfriede Moritz Petra
      Florian Gisela Karl-Heinz Greta Sven Dörte Fabian Hannelore Niklas Renate Philipp Birgit Uwe Charlotte Detlef
      Johanna Thomas Ann-Kathrin Rüdiger Theresa Dirk Friederike Holger Antje`),
    last: words(`Müller Schmidt Schneider Fischer Meyer Schäfer Bauer Koch Richter Krüger Wolf Schröder Neumann Schwarz
      Zimmermann Braun Krause Hofmann Hartmann Lange Schmitt Werner Lehmann Köhler Herrmann König Walter Maier Mayer Huber
      Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler
      Roth Beck Lorenz Baumann Franke Albrecht Schuster Ludwig Böhm Winter Kraus Schumacher Krämer Vogt Stein Jäger Otto
      Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kühn Pohl Engel Horn Busch Bergmann Thomas
      Voigt Sauer Arnold Pfeiffer Schulze-Niehues von_Rüdesheim-Sattelhausen Oehlenschläger Strauß`),
  },
  portuguese: {
    first:
      words(`João Inês António Conceição Tiago Mariana José Beatriz Luís Catarina Nuno Sónia Rui Fátima Gonçalo Lurdes
      Miguel Patrícia Paulo Cláudia Sérgio Mónica Vítor Raquel André Graça Hélder Filipa Joaquim Margarida Duarte Sílvia
      Fernão Teresa Simão Leonor Álvaro Matilde Rúben Carolina Estêvão Lídia Bruno Vânia Zé Anabela Rogério Célia`),
    last: words(`Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes
      Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso
      Rocha Neves Coelho Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço
      Castro Figueiredo Azevedo Freitas Magalhães Guimarães Henriques Conceição Brandão Esteves Abrantes da_Silva
      dos_Santos Assunção Leitão Baptista Quintão Falcão Sequeira Pacheco Borges Calçada Vasconcelos_de_Noronha`),
  },
  italian: {
    first: words(`Giulia Niccolò Chiara Matteo Francesca Alessandro Elisa Lorenzo Martina Davide Noemi Gabriele Beatrice
      Riccardo Ilaria Andrea Giovanna Pietro Lucrezia Emanuele Serena Tommaso Valentina Simone Paola Salvatore Rosalia
      Vincenzo Caterina Stefano Federica Giuseppe Marta Ettore Silvia Luca Ornella Marco Agnese Dario Assunta Fabrizio`),
    last: words(`Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini
      Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone
      Longo Gentile Martinelli Vitale Lombardo Serra Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri
      Fabbri Bianco Marini Grasso Valentini Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti
      Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Dall'Agnol`),
  },
  polish: {
    first: words(`Agnieszka Paweł Małgorzata Łukasz Joanna Michał Grażyna Wojciech Katarzyna Stanisław Żaneta Krzysztof
      Ewa Jędrzej Zofia Mateusz Bożena Tomasz Magdalena Zbigniew Aleksandra Grzegorz Iwona Rafał Dorota Sławomir Jolanta
      Przemysław Hanna Bartłomiej Wiesława Jakub Elżbieta Andrzej Natalia Mirosław Kinga Dawid`),
    last: words(`Nowak Wiśniewski Wójcik Kowalczyk Woźniak Kozłowski Mazur Krawczyk Piotrowski Grabowski Zając Pawłowski
      Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek
      Pawlak Górski Nowicki Sikora Walczak Witkowski Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak
      Zalewski Wróblewski Marciniak Jasiński Sadowski Bąk Duda Zawadzki Jakubowski Wilk Włodarczyk Chmielewski Borkowski
      Sokołowski Szczepański Sawicki Kucharski Lis Kubiak Maciejewski Szymczak Gołębiowski Brzęczyszczykiewicz`),
  },
  greek: {
    first: words(`Ελένη Γιώργος Μαρία Δημήτρης Αικατερίνη Κώστας Βασιλική Γιάννης Σοφία Νίκος Eleni Georgios Maria
      Dimitrios Katerina Kostas Vasiliki Yannis Sofia Nikos Panagiota Christos Ioanna Stavros Despina Petros Anastasia
      Thanasis Konstantina Vangelis Foteini Spyros Evangelia Manolis`),
    last: words(`Papadopoulos Vlachos Angelopoulos Nikolaidis Georgiou Petridis Athanasiadis Dimitriadis Papadakis
      Panagiotopoulos Papantoniou Antoniou Kostopoulos Christodoulou Karagiannis Makris Economou Ioannidis Theodorou
      Alexiou Stavropoulos Mavridis Samaras Vasileiou Kanellopoulos Lazaridis Spanos Kalogeropoulos Tsakiris Xenakis
      Zografos Mitropoulos Papakonstantinou-Hatzimichali Doukas Fotopoulos Galanis Kyriakou Roussos`),
  },
  nordic: {
    first:
      words(`Åsa Søren Maja Bjørn Freja Håkan Ingrid Lars Sigrid Göran Astrid Jørgen Linnéa Mikkel Aino Torbjörn Ylva
      Rasmus Solveig Pekka Signe Øyvind Karin Anders Päivi Kåre Hilde Erik Elin Jukka Tuva Magnus Liv Pär Kristín Guðrún`),
    last: words(`Johansson Nielsen Hansen Virtanen Andersson Sørensen Olsen Korhonen Lindström Jørgensen Bergström Møller
      Nyström Kristiansen Sjöberg Mäkinen Lindqvist Rasmussen Håkansson Nieminen Åkesson Thorsen Söderberg Dahl Hämäläinen
      Lund Nygård Ekström Bakke Østergaard Sandström Koskinen Fjeldstad Holmgren Knudsen Öberg Björklund Heikkinen
      Strand Vestergaard Jónsdóttir Einarsson`),
  },
};

const greekLetters = /[Α-ώ]/u;
const greekLast = words(`Παπαδοπούλου Γεωργίου Οικονόμου Δημητρίου Νικολάου Αντωνίου Χριστοδούλου Βασιλείου Ιωάννου
  Αλεξίου Θεοδώρου Κυριακού Μακρή Παππάς Παπανικολάου`);

/** A customer's full name; the first and last name mostly share their origin, as they do in life. */
export function customerName(random: Random, origins: Partial<Record<Origin, number>>): string {
  const keys = Object.keys(origins) as Origin[];
  const weights = keys.map((key) => origins[key] ?? 0);
  const origin = keys[random.weighted(weights)]!;
  const first = random.pick(names[origin].first);
  if (greekLetters.test(first)) return `${first} ${random.pick(greekLast)}`;
  const family = random.chance(0.12) ? keys[random.weighted(weights)]! : origin;
  return `${first} ${random.pick(names[family].last)}`;
}
