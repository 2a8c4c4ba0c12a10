import {runPython} from './engine.js';

/** Shows the page in QtWebEngine 5 and resolves to what it reported and what it wrote to the console as errors. */
export async function showInQt5<T>(url: string): Promise<{report: T; errors: string[]}> {
  const picture = process.env.QT5_PNG ? [process.env.QT5_PNG] : [];
  const {report, errors} = await runPython<{report: T | null; errors: string[]}>([
    'test/built/engines/qt5_host.py',
    url,
    ...picture,
  ]);
  if (report === null) throw new Error(`The page never reported. Its console errors: ${errors.join('; ') || 'none'}`);
  return {report, errors};
}
