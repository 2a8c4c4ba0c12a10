/** A reporter for Node's test runner that ends the process at the first failure. */
export default async function* bail(events) {
  for await (const {type, data} of events) {
    if (type !== 'test:fail') continue;
    console.log(`${data.name}\n${data.details.error.message}`);
    process.exit(1);
  }
  yield '';
}
