/** Style sheets are imported for esbuild, which gathers them into `page.css`. */
declare module "*.css";
