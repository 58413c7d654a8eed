/** The one function of papaparse that is used; the package has no types of its own. */
declare module "papaparse" {
  interface Options {
    readonly delimiter: string;
    readonly newline?: "\n";
  }
  const Papa: { parse<Row>(text: string, options: Options): { data: Row[] } };
  export default Papa;
}
