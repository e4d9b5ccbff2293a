// Every route of the app, by an example of each, relative to the site. Accessibility is checked on all of them.
export const ROUTES = [
  "", "desk", "desk/new", "desk/reports", "desk/problems", "desk/problems/new", "desk/requests", "desk/requests/new",
  "workspace", "workspace/history", "workspace/import", "desk/configuration", "desk/configuration/new",
  "desk/configuration/impact", "desk/configuration/compare", "desk/changes/calendar", "desk/changes/windows",
  "workspace/rules", "workspace/rules/targets", "workspace/rules/priorities", "workspace/rules/groups",
  "workspace/rules/people", "settings", "settings/keys", "about", "help", "help/components", "desk/changes",
  "desk/changes/new", "desk/changes/templates", "desk/changes/templates/new", "desk/knowledge", "desk/knowledge/new",
  "desk/events", "desk/events/new", "desk/events/rules", "desk/levels", "desk/levels/new", "desk/levels/compare",
  "desk/suppliers", "desk/suppliers/new", "desk/improvement", "desk/improvement/new", "desk/major",
  "portal/requests", "portal/requests/REQ0000001", "catalogue/1/workflow/1",
  "portal", "portal/basket", "portal/compare", "portal/category/1", "portal/service/1", "portal/service/1/order/1",
  "catalogue", "catalogue/1", "catalogue/settings", "catalogue/portfolio", "catalogue/what-if",
  "catalogue/publish", "catalogue/exchange", "catalogue/print",
  "catalogue/check", "catalogue/merge", "catalogue/1/form/1", "practise", "learn", "learn/practices", "learn/glossary", "learn/compare",
  "learn/principles", "learn/incident-management", "learn/lifecycle", "learn/advisor", "learn/maturity", "learn/streams",
  "learn/dimensions", "learn/walk",
];
