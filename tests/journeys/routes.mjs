// Every route of the app, by an example of each, relative to the site. Accessibility is checked on all of them.
export const ROUTES = [
  "", "desk", "desk/new", "desk/reports", "desk/problems", "desk/problems/new", "desk/improvement", "desk/improvement/new", "desk/major", "workspace", "workspace/history", "workspace/import",
  "workspace/rules", "workspace/rules/targets", "workspace/rules/priorities", "workspace/rules/groups", "workspace/rules/people", "settings", "settings/keys", "about", "help", "help/components",
];
