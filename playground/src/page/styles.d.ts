/** Style sheets are bundled as text (webpack.config.mjs, asset/source). */
declare module "*.css" {
  const text: string;
  export default text;
}
