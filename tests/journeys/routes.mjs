// Every route of the app, by an example of each, relative to the site. Accessibility is checked on all of them.
export const ROUTES = [
  "", "desk", "desk/new", "desk/reports", "desk/problems", "desk/problems/new", "desk/levels", "desk/levels/new", "desk/levels/compare", "desk/suppliers", "desk/suppliers/new", "workspace", "workspace/history", "workspace/import",
  "workspace/rules", "workspace/rules/targets", "workspace/rules/priorities", "workspace/rules/groups", "workspace/rules/people", "settings", "settings/keys", "about", "help", "help/components",
];
