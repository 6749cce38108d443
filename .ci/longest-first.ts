import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest of the page's tests, the longest first: at the end, one of them would run alone. */
const long = [
  'browsers/one-file',
  'browsers/main-flow',
  'browsers/protection',
  'offline/hosts',
  'words-left-over',
  'robust',
];

/** Starts long test files before short ones. A clean clone knows no times; the size of a file says little of them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at < 0 ? long.length : at;
    };
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => group(a) - group(b) || place(a) - place(b));
  }
}
