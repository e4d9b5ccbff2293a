// Before the first paint: the theme, density and motion that were chosen. Small, because painting waits for it.
try {
  const chosen = JSON.parse(localStorage.getItem("service-dojo/settings") || "{}");
  for (const name of ["theme", "density", "motion"]) {
    if (typeof chosen[name] === "string") document.documentElement.setAttribute("data-" + name, chosen[name]);
  }
} catch {
  // Blocked storage or a damaged setting: the system's theme it is.
}
