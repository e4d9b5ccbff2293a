// Every route of the app, by an example of each, relative to the site. Accessibility is checked on all of them.
export const ROUTES = [
  "", "desk", "desk/new", "desk/reports", "desk/problems", "desk/problems/new", "desk/requests", "desk/requests/new",
  "workspace", "workspace/history", "workspace/import", "desk/configuration", "desk/configuration/new",
  "desk/configuration/impact", "desk/configuration/compare", "desk/changes/calendar", "desk/changes/windows",
  "workspace/rules", "workspace/rules/targets", "workspace/rules/priorities", "workspace/rules/groups",
  "workspace/rules/people", "settings", "settings/keys", "about", "help", "help/components",
];
